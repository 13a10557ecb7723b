"""The timeline in a real browser: marks apart, and the time shown chosen by dragging."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tools.browser import FOLLOW

MARKS = ".js-plotly-plot .scatterlayer .trace .point"
LANES = ".st-key-figure-timeline"
STRIP = ".st-key-figure-timeline-quarters"
RANGE = (
    f"() => document.querySelector('{LANES} .js-plotly-plot')._fullLayout.xaxis.range.map(String)"
)

DAY_LINE = f"""() => [...document.querySelectorAll(
  '[class*=st-key-figure-] .shapelayer path:last-child, {LANES} .annotation:last-child'
)].map(part => part.getAttribute('d') ?? part.textContent)"""
"""Where the line of the day is in both charts, and what stands above it."""


@dataclass(frozen=True)
class Box:
    """Where a mark is on the screen."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: "Box") -> float:
        """Return the pixels that two marks share, across or down, whichever is less."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return min(across, down)


@pytest.fixture
def timeline(page: Page, open_page: Callable[..., None]) -> Page:
    """The page on 21 November 2026."""
    open_page(page, "timeline", as_of="2026-11-21")
    page.locator(MARKS).first.wait_for(state="attached")
    return page


def test_marks_do_not_cover_each_other(timeline: Page) -> None:
    """It spreads a crowded month down the lane; marks may touch by a line's width."""
    boxes = [Box(**box) for mark in timeline.locator(MARKS).all() if (box := mark.bounding_box())]

    worst = max(left.overlap(right) for left, right in itertools.combinations(boxes, 2))
    assert len(boxes) > 150
    assert worst <= 3


def test_the_strip_chooses_the_time_and_a_name_folds_its_lane(timeline: Page) -> None:
    """It opens the rows of a low bar, shows the days of a drag, folds a lane, and zooms."""
    open_low_bar(timeline)
    before = timeline.evaluate(RANGE)
    drag(timeline, STRIP, 300, 380)
    timeline.wait_for_function("() => location.search.includes('span=20')")
    timeline.wait_for_function(f"before => String(({RANGE})()) !== String(before)", arg=before)

    first, last = re.findall(r"20\d\d-\d\d-\d\d", unquote(timeline.url.partition("span=")[2]))
    shown = timeline.evaluate(RANGE)
    assert (shown[0][:10], shown[1][:10]) == (first, last)

    name = timeline.locator(f"{LANES} .annotation-text a", has_text="Digital Cooperation").first
    name.focus()
    timeline.keyboard.press("Enter")
    timeline.wait_for_function("() => location.search.includes('fold=dco')")
    folded = timeline.locator(f"{LANES} .annotation-text a", has_text="\u25b8 Digital Cooperation")
    expect(folded).to_have_count(1)

    drag(timeline, LANES, 200, 300)
    timeline.wait_for_function(f"before => String(({RANGE})()) !== String(before)", arg=shown)

    timeline.locator(f"{LANES} .modebar-btn[data-title='Reset axes']").click(force=True)
    timeline.wait_for_function(f"shown => String(({RANGE})()) === String(shown)", arg=shown)


def test_a_day_on_which_nothing_turns_moves_its_line_and_draws_nothing_else(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It moves the line of the day and its name to where a page opened on that day has them."""
    open_page(page, "timeline", as_of="2026-08-20")
    page.locator(MARKS).first.wait_for(state="attached")
    expected = page.evaluate(DAY_LINE)
    open_page(page, "timeline", as_of="2026-08-21")
    page.locator(MARKS).first.wait_for(state="attached")
    assert page.evaluate(DAY_LINE) != expected
    page.evaluate(
        "() => { window.drawn = 0; for (const chart of document.querySelectorAll('.chart'))"
        " chart.on('plotly_afterplot', () => window.drawn++); }"
    )

    page.evaluate(FOLLOW, "/timeline?as_of=2026-08-20")
    page.wait_for_function(f"expected => String(({DAY_LINE})()) === String(expected)", arg=expected)

    assert page.evaluate("window.drawn") == 0


def open_low_bar(page: Page) -> None:
    """Click far above a bar that is two pixels high: all above it is the bar."""
    layer, bar = (
        page.locator(f"{STRIP} .nsewdrag").first,
        page.locator(f"{STRIP} .bars path").nth(2),
    )
    layer.scroll_into_view_if_needed()
    plot, box = layer.bounding_box(), bar.bounding_box()
    assert plot
    assert box
    assert box["height"] < 5
    page.mouse.move(box["x"] + box["width"] / 2, plot["y"] + 8, steps=5)
    name = page.locator(f"{STRIP} .hovertext").first.text_content() or ""
    page.mouse.down()
    page.mouse.up()

    chip = page.locator(f"{STRIP} [class*=st-key-clear-] button").first
    expect(chip).to_contain_text(name)
    expect(page.locator(f"{STRIP} table.records tbody tr")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(chip).to_have_count(0)


def drag(page: Page, chart: str, start: int, end: int) -> None:
    """Drag across a chart, from one pixel of its width to another."""
    layer = page.locator(f"{chart} .js-plotly-plot .nsewdrag").first
    layer.scroll_into_view_if_needed()
    plot = layer.bounding_box()
    assert plot
    high = max(plot["y"], 0) + 20  # the upper end of a tall chart may be out of sight
    page.mouse.move(plot["x"] + start, high)
    page.mouse.down()
    page.mouse.move(plot["x"] + end, high + 5, steps=5)
    page.mouse.up()
