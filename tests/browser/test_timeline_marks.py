"""The timeline in a real browser: marks apart, zoom by dragging, the hover in words."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

MARKS = ".js-plotly-plot .scatterlayer .trace .point"
RANGE = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.map(String)"


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


def test_dragging_zooms(timeline: Page) -> None:
    """It shows the days between the two ends of the drag."""
    before = timeline.evaluate(RANGE)
    plot = timeline.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert plot
    timeline.mouse.move(plot["x"] + 300, plot["y"] + 90)
    timeline.mouse.down()
    timeline.mouse.move(plot["x"] + 500, plot["y"] + 95, steps=5)
    timeline.mouse.up()
    timeline.wait_for_function(f"before => String(({RANGE})()) !== String(before)", arg=before)

    after = timeline.evaluate(RANGE)
    assert before[0] < after[0] < after[1] < before[1]
