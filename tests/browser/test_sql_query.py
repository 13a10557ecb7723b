"""A query is typed, run with a key, shared by its address, downloaded and cancelled."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.browser import wait_until_settled

LONG = "SELECT sleep_ms(500000)"
"""Longer than any test, and within the limit of the test server; it is cancelled in the end."""


@pytest.fixture
def editor(page: Page) -> Locator:
    """Where the query is written."""
    return page.get_by_role("textbox", name="SQL", exact=True)


def cancel(page: Page, name: str) -> None:
    """Cancel the running query as soon as there is a button for that; wait until that is gone."""
    button = page.get_by_role("button", name=name)
    button.click()
    expect(button).to_be_hidden()


def test_a_query_runs_with_a_key_and_is_downloaded(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It answers Ctrl+Enter, the CSV is what the screen shows, and its button stands in line."""
    open_page(page, "sql")

    editor.fill("SELECT 41 + 1 AS answer, '=1' AS formula")
    editor.press("Control+Enter")
    expect(page.get_by_text("1 row of 2 columns")).to_be_visible()
    assert "q=SELECT+41" in page.url
    csv = page.get_by_role("button", name="CSV", exact=True)
    link = page.get_by_role("button", name="Link to this result")
    one, other = (button.bounding_box() for button in (csv, link))
    assert one
    assert other
    assert (one["y"], one["height"]) == (other["y"], other["height"])
    with page.expect_download() as download:
        csv.click()

    assert Path(download.value.path()).read_text() == "answer,formula\n42,'=1\n"


def test_back_returns_to_the_query_before(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It makes each query a step of the browser's history."""
    open_page(page, "sql", q="SELECT 1 AS first")
    editor.fill("SELECT 2 AS second")
    page.get_by_role("button", name="Run").click()
    page.wait_for_function("() => location.search.includes('second')")
    wait_until_settled(page)

    page.go_back()

    expect(editor).to_have_text("SELECT 1 AS first")


def test_a_result_goes_while_the_next_is_awaited(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It never shows the result of one query below another."""
    open_page(page, "sql", q="SELECT 1 AS first")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("1 row of 1 column")).to_be_visible()

    editor.fill(LONG)
    editor.press("Control+Enter")

    expect(page.get_by_text(re.compile(r"Running, \d+ s\."))).to_be_visible()
    expect(page.get_by_text("1 row of 1 column")).to_be_hidden()
    cancel(page, "Cancel")


def test_a_query_can_be_cancelled(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It stops at once, says so, and leaves the query where it was."""
    open_page(page, "sql", q="SELECT 1 AS first", lang="fr")
    editor.fill(LONG)
    editor.press("Control+Enter")
    cancel(page, "Annuler")

    expect(page.get_by_text("Vous avez annulé cette requête.")).to_be_visible()
    expect(editor).to_have_text(LONG)

    editor.press("Control+Enter")

    cancel(page, "Annuler")


def test_a_field_is_there_as_soon_as_its_name_is_typed(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It asks with what is chosen, and the address holds it."""
    open_page(page, "sql", q="SELECT 1 AS first")
    editor.fill("SELECT $country AS country")
    field = page.get_by_role("combobox", name="Country · $country")
    field.fill("Kenya")
    field.press("Enter")
    page.wait_for_function("() => location.search.includes('p_country=KEN')")
    expect(editor).to_have_text("SELECT $country AS country")

    page.get_by_role("button", name="Run").click()

    page.wait_for_function("() => location.search.includes('q=SELECT+%24country')")
    expect(page.get_by_text("1 row of 1 column")).to_be_visible()


def test_a_chart_is_chosen_and_kept_in_the_address(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It draws the rows, and names of the data stay text."""
    open_page(page, "sql", q="SELECT '<b>bold</b>' AS name, 3 AS n")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("radio", name="Bars").click()

    name = page.locator(".js-plotly-plot .ytick text")
    expect(name).to_have_text("<b>bold</b>")
    assert "chart=bars" in page.url
