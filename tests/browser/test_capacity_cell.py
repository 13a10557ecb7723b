"""A cell of the matrix opens its rows below it, has an address, and closes."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

MARK = ".st-key-figure-gaps .points path >> nth=0"


def test_a_click_on_a_mark_opens_its_cell(page: Page, open_page: Callable[..., None]) -> None:
    """It shows what is in the cell and puts it into the address; Escape takes it out."""
    open_page(page, "capacity", as_of="2026-11-21")
    matrix = page.locator(".st-key-figure-gaps")

    mark = page.locator(MARK)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(matrix).to_contain_text("commitments reach the group")
    assert "mark=gaps" in page.url

    page.keyboard.press("Escape")
    expect(matrix).not_to_contain_text("commitments reach the group")
    page.wait_for_function("() => !location.search.includes('mark=')")
