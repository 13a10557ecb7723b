"""A mark of a chart, or an entry of its legend, opens its rows by a click and by key."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

FIGURE = ".st-key-figure-status"
PIECES = f"{FIGURE} .bars path"
RING = f"{FIGURE} .ring"
TOOLS = f"{FIGURE} .modebar"
MATRIX = ".st-key-figure-gaps"


class Box(NamedTuple):
    """Where something is on the screen."""

    left: float
    right: float
    top: float
    bottom: float


def test_a_mark_opens_its_rows_and_escape_puts_them_away(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It lists as many rows as the piece says, has an address, and closes without the mouse."""
    open_page(page, "overview", as_of="2026-11-21")
    piece = page.locator(PIECES).nth(2)
    piece.scroll_into_view_if_needed()

    piece.hover(force=True)
    expect(page.locator(f"{FIGURE} .hovertext")).to_have_text(re.compile(r"limited: \d+ \("))
    assert _box(page.locator(TOOLS)).bottom <= _box(page.locator(PIECES).last).top
    piece.click(force=True)

    chip = page.locator(".st-key-clear-status button").first
    expect(chip).to_have_text(re.compile(r"limited: \d+ rows"))
    said = int(re.findall(r"\d+", chip.inner_text())[0])
    expect(page.locator(f"{FIGURE} table.records tbody tr")).to_have_count(said)
    page.wait_for_function("() => location.search.includes('mark=status')")

    page.get_by_role("link", name=f"{said} rows below").press("Enter")
    expect(page.locator("#rows-status")).to_be_focused()
    expect(chip).to_be_in_viewport()
    expect(page.locator("body > .said[role=status]")).to_have_text(f"limited: {said} rows below")

    chip.focus()
    page.keyboard.press("Escape")

    expect(chip).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('mark=')")

    page.locator(".st-key-legend-status button").nth(2).press("Enter")

    expect(chip).to_have_text(re.compile(rf"limited: {said} rows"))
    expect(page.locator(f"{FIGURE} table.records tbody tr")).to_have_count(said)
    page.wait_for_function("() => decodeURIComponent(location.search).includes('status:*/limited')")
    page.keyboard.press("Escape")
    expect(chip).to_have_count(0)

    told = page.locator(f"{FIGURE} .hovertext")  # before a label is seen, Plotly hears no click
    page.locator(f"{FIGURE} [data-testid=stSelectbox] input").focus()
    page.keyboard.type("regressed")
    page.keyboard.press("Enter")

    expect(chip).to_have_text(re.compile(r"regressed: \d+ rows"))
    ring, regressed = _box(page.locator(RING)), _box(page.locator(PIECES).nth(4))
    assert (ring.left < regressed.left, ring.right > regressed.right) == (True, True)
    assert ring.right - ring.left < regressed.right - regressed.left + 15

    page.locator(PIECES).nth(4).hover(force=True)
    expect(told).to_contain_text("regressed")
    page.locator(PIECES).nth(4).click(force=True)

    expect(chip).to_have_count(0)
    expect(page.locator(RING)).to_have_count(0)

    page.get_by_text("Français", exact=True).first.click()
    expect(page.locator(f"{FIGURE} .chart")).to_have_attribute("aria-label", re.compile("^Sur "))
    page.locator(PIECES).nth(2).hover(force=True)
    expect(told).to_contain_text("limitée")
    page.locator(PIECES).nth(2).click(force=True)

    expect(chip).to_have_text(re.compile(r"limitée\s*: \d+ lignes"))


def test_a_click_on_a_mark_of_the_matrix_opens_its_cell(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It shows what is in the cell and puts it into the address; Escape takes it out."""
    open_page(page, "capacity", as_of="2026-11-21")
    matrix = page.locator(MATRIX)

    mark = page.locator(f"{MATRIX} .points path").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(matrix).to_contain_text("commitments reach the group")
    assert "mark=gaps" in page.url
    number = page.locator(f"{MATRIX} .textpoint text").first
    assert _box(page.locator(f"{MATRIX} .ring")).right <= _box(number).left

    page.keyboard.press("Escape")
    expect(matrix).not_to_contain_text("commitments reach the group")
    page.wait_for_function("() => !location.search.includes('mark=')")


def _box(place: Locator) -> Box:
    box = place.bounding_box()
    assert box
    return Box(box["x"], box["x"] + box["width"], box["y"], box["y"] + box["height"])


def test_a_chart_is_not_drawn_where_it_has_no_room(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It keeps what it shows while the window is a pixel wide, without an error in the console."""
    open_page(page, "capacity", as_of="2026-11-21")
    expect(page.locator(f"{MATRIX} .points path").first).to_be_visible()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)

    for width in (1, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(f"() => innerWidth === {width}")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    assert errors == []
