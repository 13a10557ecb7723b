"""A question is typed, run with a key, shared by its address, and taken away as a file."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect


def test_a_question_runs_with_a_key_and_is_downloaded(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It answers Ctrl+Enter, and the CSV is what the screen shows."""
    open_page(page, "sql")
    editor = page.get_by_role("textbox", name="SQL")

    editor.fill("SELECT 41 + 1 AS answer, '=1' AS formula")
    editor.press("Control+Enter")
    expect(page.get_by_text("1 row of 2 columns")).to_be_visible()
    assert "q=SELECT+41" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()

    assert Path(download.value.path()).read_text() == "answer,formula\n42,'=1\n"


def test_back_returns_to_the_question_before(page: Page, open_page: Callable[..., None]) -> None:
    """It makes each question a step of the browser's history."""
    open_page(page, "sql", q="SELECT 1 AS first")
    editor = page.get_by_role("textbox", name="SQL")
    editor.fill("SELECT 2 AS second")
    page.get_by_role("button", name="Run").click()
    page.wait_for_function("location.search.includes('second')")

    page.go_back()

    expect(editor).to_have_value("SELECT 1 AS first")


def test_an_answer_goes_while_the_next_is_awaited(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It never shows the answer to one question below another."""
    open_page(page, "sql", q="SELECT 1 AS first")
    expect(page.get_by_text("1 row of 1 column")).to_be_visible()
    editor = page.get_by_role("textbox", name="SQL")

    editor.fill("SELECT count(*) FROM range(1_000_000_000) AS a, range(1_000) AS b WHERE a < b")
    editor.press("Control+Enter")

    expect(page.get_by_text("Asking …")).to_be_visible()
    expect(page.get_by_text("1 row of 1 column")).to_be_hidden(timeout=2_000)
