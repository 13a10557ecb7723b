"""A cell of the matrix opens in a drawer, has an address, and closes."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

MARK = ".st-key-figure-gaps .points path >> nth=0"


def test_a_click_on_a_mark_opens_its_cell(page: Page, open_page: Callable[..., None]) -> None:
    """It shows what is in the cell and puts it into the address; closing takes it out."""
    open_page(page, "capacity", as_of="2026-11-21")
    drawer = page.get_by_role("dialog")

    mark = page.locator(MARK)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(drawer).to_contain_text("commitments reach the group")
    assert "focus_area=" in page.url
    assert "group=" in page.url

    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('group=')")


def test_a_link_to_a_cell_opens_it_and_back_closes_it(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It is a place of its own in the history of the browser."""
    open_page(page, "capacity", as_of="2026-11-21")
    open_page(
        page,
        "capacity",
        as_of="2026-11-21",
        focus_area="compute-infrastructure",
        group="developing-countries",
    )
    expect(page.get_by_role("dialog")).to_contain_text("They lack computing power for AI")

    page.go_back()

    expect(page.get_by_role("dialog")).to_have_count(0)
