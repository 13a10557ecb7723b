"""Without a mouse: a list opens its records, and what a filter changed is said."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.kinds import BY_PAGE
from tools import browser as app

LISTS: dict[str, dict[str, str]] = {
    "members": {},
    "countries": {},
    "data": {"part": "discrepancies"},
}
"""Pages with a table: all are drawn by one component, whose links the tests of pages follow."""
FOCUSED = """() => {
  const style = getComputedStyle(document.activeElement);
  return [document.activeElement.tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.mark.parametrize("name", LISTS)
def test_a_row_of_a_table_opens_by_keyboard(window: Page, server: str, name: str) -> None:
    """It leaves the table, unfolds the list of its records, and opens a link that can be seen."""
    page = window
    app.follow(page, server, name, as_of="2026-11-21", **LISTS[name])
    table = page.get_by_test_id("data-grid-canvas").first
    table.focus()
    page.keyboard.press("Tab")
    expect(table).not_to_be_focused()

    page.locator("details.rows > summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    tag, outline, width = page.evaluate(FOCUSED)
    assert (tag, outline) == ("A", "solid")
    assert width >= 2

    page.keyboard.press("Enter")

    page.wait_for_function("() => /[?&](id|country)=/.test(location.search)")
    app.wait_until_settled(page)
    assert page.url.split("?")[0].rpartition("/")[2] in BY_PAGE


def test_a_changed_sentence_is_said(page: Page, open_page: Callable[..., None]) -> None:
    """It is silent on arrival, and then says how many are left."""
    open_page(page, "commitments", as_of="2026-11-21")
    text = page.locator(".said[role=status]")
    expect(text).to_have_text("")

    field = page.locator(".st-key-filter-q input")
    field.fill("capacity")
    field.press("Enter")

    expect(text).to_contain_text("match")
