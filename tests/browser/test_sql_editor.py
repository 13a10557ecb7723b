"""The editor of the SQL page in a real browser: it suggests, keeps, can be left and be read."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

COLOURS = """() => {
  const root = [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')]
    .map(host => host.shadowRoot).find(root => root.querySelector('.cm-content'));
  const rgb = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const ground = rgb(getComputedStyle(root.querySelector('.field')).backgroundColor);
  const spans = [...root.querySelectorAll('.cm-line span')];
  return {ground, inks: spans.map(span => [span.textContent, rgb(getComputedStyle(span).color)])};
}"""
A_GLANCE = 200
"""Milliseconds: a key that comes sooner than 75 after a suggestion was meant for the text."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EVERYTHING = "SELECT 'a', 1, $day::DATE FROM commitments_on($day) -- why"


@pytest.fixture
def editor(page: Page) -> Locator:
    """Where the query is written."""
    return page.get_by_role("textbox", name="SQL", exact=True)


@pytest.fixture
def options(page: Page) -> Locator:
    """What is suggested."""
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def light(color: list[float]) -> float:
    """Return the luminance of a color (WCAG 2)."""
    parts = [value / 255 for value in color]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    """Return how much two colors differ (WCAG 2, 1.4.3)."""
    dark, bright = sorted([light(one), light(other)])
    return (bright + 0.05) / (dark + 0.05)


def test_relations_and_columns_are_suggested_with_their_meaning(
    page: Page, editor: Locator, options: Locator, open_page: Callable[..., None]
) -> None:
    """It completes a macro with what it asks for, then a column of it, in the reader's words."""
    open_page(page, "sql", lang="fr")
    editor.fill("")
    editor.press_sequentially("FROM commitments_on")
    expect(options.first).to_have_text("commitments_on($day)macro")
    page.wait_for_timeout(A_GLANCE)
    editor.press("Enter")
    expect(editor).to_have_text("FROM commitments_on($day)")

    editor.press_sequentially(" WHERE overd")
    expect(options.first).to_have_text("overdueboolean")
    expect(page.locator(".cm-completionInfo")).to_contain_text("échéance")
    page.wait_for_timeout(A_GLANCE)
    editor.press("Tab")

    expect(editor).to_have_text("FROM commitments_on($day) WHERE overdue")


def test_an_alias_is_completed_with_the_columns_of_its_relation(
    page: Page, editor: Locator, options: Locator, open_page: Callable[..., None]
) -> None:
    """It knows what a short name stands for."""
    open_page(page, "sql")
    editor.fill("SELECT s. FROM sources AS s")
    editor.press("Control+End")
    for _ in range(len(" FROM sources AS s")):
        editor.press("ArrowLeft")
    editor.press_sequentially("pub")

    expect(options.last).to_have_text("publishervarchar")
    expect(options.first).to_have_text("published_onvarchar")


def test_running_a_query_closes_the_suggestions(
    page: Page, editor: Locator, options: Locator, open_page: Callable[..., None]
) -> None:
    """They would stand over the answer."""
    open_page(page, "sql")
    editor.fill("")
    editor.press_sequentially("FROM comitments")
    expect(options.first).to_be_visible()

    editor.press("Control+Enter")

    expect(page.get_by_role("alert").first).to_contain_text("commitments")
    expect(options).to_have_count(0)


def test_what_is_typed_outlives_a_change_of_language(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It keeps the text; after Escape, Tab leaves the editor, which tells the page."""
    open_page(page, "sql")
    editor.fill("SELECT 1 AS mine")
    editor.press("Escape")
    editor.press("Tab")
    assert not editor.evaluate("it => it.contains(it.getRootNode().activeElement)")

    page.get_by_text("Français").click()
    page.wait_for_function("() => location.search.includes('lang=fr')")
    expect(page.get_by_role("button", name="Exécuter")).to_be_visible()

    expect(editor).to_have_text("SELECT 1 AS mine")


def test_every_color_can_be_read_on_its_ground(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It follows the theme, with 4.5 to 1 for every word."""
    open_page(page, "sql", q=EVERYTHING, as_of="2026-11-21")
    expect(editor.locator("span").first).to_be_visible()
    for is_dark, scheme in enumerate(SCHEMES):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"dark => ({COLOURS})().ground[0] < 128 == dark", arg=bool(is_dark))
        seen = page.evaluate(COLOURS)

        assert len(seen["inks"]) >= 6
        faint = {text: contrast(ink, seen["ground"]) for text, ink in seen["inks"]}
        assert {text: ratio for text, ratio in faint.items() if ratio < 4.5} == {}


def test_a_plain_box_stands_in_where_the_editor_does_not_come(
    page: Page, editor: Locator, open_page: Callable[..., None]
) -> None:
    """It can still be asked, with the same key."""
    page.route("**/editor.js*", lambda route: route.abort())
    open_page(page, "sql")

    expect(editor).to_have_js_property("tagName", "TEXTAREA")
    editor.fill("SELECT 1 AS one")
    editor.press("Control+Enter")

    expect(page.get_by_text("1 row of 1 column")).to_be_visible()


def test_the_editor_fits_a_phone(browser: Browser, open_page: Callable[..., None]) -> None:
    """It wraps long lines, and its suggestions stay on the screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    page = context.new_page()
    open_page(page, "sql", lang="fr")
    editor = page.get_by_role("textbox", name="SQL", exact=True)
    editor.fill("SELECT " + "summary_fr, " * 12)
    editor.press_sequentially("com")
    suggestions = page.get_by_role("listbox", name="Suggestions")
    expect(suggestions).to_be_visible()
    box = suggestions.bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert editor.evaluate("it => it.scrollWidth <= it.clientWidth + 1")
    context.close()
