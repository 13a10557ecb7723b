"""Texts are shown as they were written: whatever they hold, no page or chart obeys it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import charts
from dashboard.charts.answer import Drawing
from dashboard.figures import timeline
from dashboard.words.i18n import Translator
from tests.helpers.charts_on_page import shown_charts
from tests.helpers.hostile_texts import BEFORE, BEHIND, write_hostile
from tests.helpers.pages import Values, open_page
from transforms import paths

ADDRESSES: tuple[tuple[str, dict[str, Values]], ...] = (
    ("overview", {}),
    ("timeline", {}),
    ("members", {"body": "dco"}),
    ("members", {"body": ["dco", "oecd"]}),
    ("capacity", {}),
    ("commitments", {}),
    ("commitments", {"id": "gdc-para-56-a"}),
    ("commitments", {"instrument": "wgc-action-plan"}),
    ("countries", {"country": "KEN"}),
    ("countries", {"country": "KEN", "beside": "NAM"}),
    ("data", {}),
    ("data", {"part": "coverage"}),
    ("data", {"part": "discrepancies"}),
)
FIGURES = {
    name
    for name in charts.__all__
    if getattr(getattr(charts, name), "__annotations__", {}).get("return") is go.Figure
}
"""What draws a chart, and not what it is drawn from."""
MARKDOWN = ("markdown", "caption", "info", "warning", "title", "header", "subheader")
LABELLED = ("page_link", "metric", "button", "expander", "popover", "link_button")
OBEYED = re.compile(
    r"(?<!\\)&(amp|copy);|(?<!\\)<i>|(?<!\\)\*\*bold|(?<!\\)\[link|www\.evil|a@evil|(?<!\\)\$x"
    r"|https://evil|:smile|:material/delete|(?<!\S)->|(?<!\\)`code|^2026\. ",
    re.MULTILINE,
)
"""Signs of the hostile texts that Markdown would obey."""


@dataclass(frozen=True)
class Walk:
    """All pages on hostile data, and which charts they drew."""

    pages: list[AppTest]
    drawn: set[str]


@pytest.fixture(scope="module")
def walk(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Each address, opened once."""
    drawn: set[str] = set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            paths, "DATABASE", write_hostile(database, tmp_path_factory.mktemp("hostile"))
        )
        for name in FIGURES:
            patch.setattr(charts, name, recorded(name, getattr(charts, name), drawn))
        pages = [opened(*address) for address in ADDRESSES]
        patch.setattr(timeline, "MOST", 1)  # more share their marks: another chart of the same page
        return Walk([*pages, opened("timeline", {"span": "all"})], drawn)


def recorded(
    name: str, draw: Callable[..., go.Figure], drawn: set[str]
) -> Callable[..., go.Figure]:
    """Return a chart that notes that it was drawn."""

    def noted(*values: Any, **named: Any) -> go.Figure:
        drawn.add(name)
        return draw(*values, **named)

    return noted


def opened(name: str, query: dict[str, Values]) -> AppTest:
    """Open a page."""
    return open_page(name, **{"as_of": "2026-11-21", **query})


@pytest.mark.slow
def test_pages_hold_texts_as_text(walk: Walk) -> None:
    """It shields each sign in Markdown and in labels."""
    assert not [page.exception for page in walk.pages if page.exception]
    texts = [text for page in walk.pages for text in markdown(page)]
    assert any("\\<i\\>tag" in text for text in texts)
    assert not [text for text in texts if OBEYED.search(text)]


def markdown(page: AppTest) -> Iterator[str]:
    """Yield every text of a page that it reads as Markdown."""
    yield from (
        getattr(element, "value", None) or "" for kind in MARKDOWN for element in page.get(kind)
    )
    yield from (
        getattr(element.proto, "label", "") for kind in LABELLED for element in page.get(kind)
    )


def test_options_that_are_buttons_hold_texts_as_text() -> None:
    """It shields names on buttons, which read Markdown as lists of options do not."""

    def page() -> None:
        from dashboard.state import filters
        from dashboard.state.address import begin_run

        begin_run("test")
        filters.choices("body", "Body", ["a"], lambda _: "$x$ **bold**")
        filters.choice("kind", "Kind", ["a"], lambda _: "$x$ **bold**", default="a")

    groups = AppTest.from_function(page, default_timeout=600).run().get("button_group")
    labels = [option.content for group in groups for option in group.proto.options]

    assert labels == ["\\$x\\$ \\*\\*bold\\*\\*"] * 2


@pytest.mark.slow
def test_every_chart_holds_texts_as_text(walk: Walk) -> None:
    """It escapes every string of every figure: names of axes and legends, hovers, notes."""
    assert walk.drawn | {"answer"} == FIGURES
    figures = [chart.spec for page in walk.pages for chart in shown_charts(page)]
    assert any("&lt;i>tag" in text for figure in figures for text in strings(json.loads(figure)))
    assert [text for figure in figures for text in obeyed(json.loads(figure))] == []


ENTITY = re.compile(r"&(?!amp;|lt;)")
HOSTILE = f"{BEFORE}Name{BEHIND} %{{x}}<extra>"


def test_an_answer_holds_texts_as_text() -> None:
    """It shows names of columns and values out of anybody's question as they are."""
    drawing = Drawing("bars", HOSTILE, HOSTILE + "2", HOSTILE)
    rows = pl.DataFrame({HOSTILE: [HOSTILE, "other"], HOSTILE + "2": [1, 2]})
    figure = charts.answer(drawing.marks(rows), drawing, Translator())
    assert obeyed(json.loads(figure.to_json())) == []


def obeyed(figure: Any) -> list[str]:
    """Return the strings of a figure in which Plotly would obey what the hostile texts hold.

    A chart sets whole texts in italics; a hostile text has its tag behind other words.
    """
    return [
        text
        for text in strings(figure)
        if "<i>" in text.removeprefix("<i>")
        or "<extra>" in text.replace("<extra></extra>", "")
        or ENTITY.search(text)
    ]


def strings(value: Any) -> Iterator[str]:
    """Yield every string in a value out of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)
