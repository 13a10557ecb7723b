"""Every chart that is declared: its marks open their rows, and it can leave the site."""

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import plotly.graph_objects as go
import polars as pl
import pytest
from starlette.testclient import TestClient

from dashboard.components.common import legends
from dashboard.figures import CHARTS, Chart, View
from dashboard.figures.prepared import rendered
from dashboard.figures.written import written
from dashboard.source import database
from dashboard.words import labels
from tests.helpers.web_client import web_client
from transforms import paths

DAYS = (date(2024, 12, 31), date(2026, 11, 29))
EACH = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
KINDS = {"status", "timeline", "member-map", "member-lines", "gaps"}
"""A chart of each kind of drawing: bars, marks in time, a map, lines and a matrix."""
SEVERAL = 6
"""Marks of a chart that are opened: of one with more, every nth."""


@pytest.fixture(autouse=True)
def _served(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "DATABASE", database)


@pytest.fixture
def client(database: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of all addresses."""
    return web_client(database, monkeypatch)


def seen(chart: Chart, day: date = DAYS[-1], language: str = "en") -> View:
    """Return a view of a chart that has something to show."""
    return View(labels.translator(language), day, chart.example)


def drawn(chart: Chart, view: View, only: str = "") -> Iterator[str]:
    """Yield the mark that each thing in the figure of a chart stands for."""
    figure = chart.draw(chart.seen(chart.frame(view), only), view)
    for trace in json.loads(figure.to_json())["data"]:
        yield from (mark for mark in _flat(trace.get("customdata")) if mark is not None)


def _flat(data: Any) -> list[str]:
    return [each[0] if isinstance(each, list) else each for each in data or ()]


@pytest.mark.slow
@EACH
@pytest.mark.parametrize(("day", "language"), [(DAYS[0], "fr"), (DAYS[1], "en")], ids=str)
def test_a_mark_opens_as_many_rows_as_it_says(chart: Chart, day: date, language: str) -> None:
    """It has as many rows behind each mark as the mark stands for."""
    view = seen(chart, day, language)
    marks = chart.choices(view)

    for mark, n in marks.gather_every(max(1, marks.height // SEVERAL)).select("mark", "n").rows():
        assert chart.behind(view, mark).rows().height == n, mark


@EACH
@pytest.mark.parametrize(
    ("day", "language"),
    [pytest.param(DAYS[0], "fr", marks=pytest.mark.slow), (DAYS[1], "en")],
    ids=str,
)
def test_an_entry_of_a_legend_opens_as_many_rows_as_it_says(
    chart: Chart, day: date, language: str
) -> None:
    """It has as many rows behind each code as its entry says, and draws that code by itself."""
    view = seen(chart, day, language)
    marks = chart.frame(view)

    for mark, n in chart.entries(marks, view).select("mark", "n").rows():
        assert chart.rows(view, mark).rows().height == n, mark
        assert set(drawn(chart, view, mark)) <= set(marks["mark"]), mark


def test_only_one_status_is_drawn_where_the_legend_leaves_it() -> None:
    """It draws the pieces of that status, and leaves out the groups that have none."""
    chart = CHARTS["commitments"]

    pieces = set(drawn(chart, seen(chart), "*/complete"))

    assert pieces
    assert all(piece.endswith("/complete") for piece in pieces)


def test_a_day_before_all_needs_has_no_gaps() -> None:
    """It has nothing to draw then, and no error."""
    assert CHARTS["gaps"].frame(seen(CHARTS["gaps"], date(1945, 10, 24))).is_empty()


@EACH
def test_every_mark_is_drawn_and_can_be_clicked(chart: Chart) -> None:
    """It draws each mark with its name, and nothing with a name that it does not have."""
    view = seen(chart)

    assert set(drawn(chart, view)) == set(chart.choices(view)["mark"])


@EACH
def test_the_query_of_a_chart_answers_what_it_draws(chart: Chart, duplicate: Path) -> None:
    """It links exactly the question whose answer is drawn, for anybody to ask again."""
    view = seen(chart)
    asked = written(chart.query(view), view.day)
    named = {"day": view.day} if "$day" in asked else {}

    with duckdb.connect(duplicate, read_only=True) as connection:
        answer = connection.sql(asked, params=named).pl()

    assert chart.marks(answer, view)["mark"].to_list() == chart.frame(view)["mark"].to_list()


def counted(name: str) -> tuple[Chart, list[View]]:
    """Return a chart, and for what views it has been drawn."""
    built: list[View] = []

    def draw(marks: pl.DataFrame, view: View) -> go.Figure:
        built.append(view)
        return CHARTS[name].draw(marks, view)

    return replace(CHARTS[name], name=f"counted {name}", draw=draw), built


def test_a_chart_is_drawn_once_for_all_who_see_the_same() -> None:
    """It draws again only for another day, language or choice, and shows the same figure."""
    chart, built = counted("status")
    view = seen(chart)
    others = [seen(chart, DAYS[0]), seen(chart, language="fr"), replace(view, values={"by": ["x"]})]

    figures = [rendered(chart, each) for each in (view, *others, view, *others)]

    assert built == [view, *others]
    assert figures[0] == figures[4] == chart.draw(chart.frame(view), view).to_json()
    assert figures[1] != figures[0] != figures[2]


@pytest.mark.parametrize(("name", "times"), [("timeline", 2), ("timeline-quarters", 1)])
def test_a_chart_is_drawn_once_for_days_on_which_it_looks_the_same(name: str, times: int) -> None:
    """It moves the line of the day, and calls the day in all texts what each day is called."""
    chart, built = counted(name)
    t, chosen = labels.translator("fr"), {"later": ["1"]}

    for view in [View(t, date(2026, 11, day), chosen) for day in (19, 20, 21)]:
        whole = CHARTS[name].draw(chart.frame(view), view).to_json()
        assert json.loads(rendered(chart, view)) == json.loads(whole)
    assert len(built) == times, "a mark of the lanes turns on the 21st"


@pytest.mark.parametrize(
    "chart",
    [
        pytest.param(chart, id=name, marks=() if name in KINDS else pytest.mark.slow)
        for name, chart in CHARTS.items()
    ],
)
def test_a_picture_says_what_it_shows(chart: Chart, client: TestClient) -> None:
    """It carries the finding in the reader's language, and the day in the name of its file."""
    view = seen(chart, language="fr")
    asked = {**chart.example, "as_of": "2026-11-29", "lang": "fr"}

    answer = client.get(f"/chart/{chart.name}.svg", params=asked)

    assert answer.status_code == 200
    assert f"<title>{chart.title(chart.frame(view), view)}".partition("'")[0] in answer.text
    assert "2026-11-29.svg" in answer.headers["Content-Disposition"]
    assert len(answer.content) < 2_000_000


@pytest.mark.parametrize("name", ["members", "member-map", "member-lines", "overlap"])
def test_an_address_without_bodies_draws_those_of_the_page(name: str, client: TestClient) -> None:
    """It shows what Members shows at first: not nothing, and not every body at once."""
    chart, settings = CHARTS[name], database.settings()
    at_first = replace(seen(chart), values={"body": settings.first_bodies})

    answer = client.get(f"/embed/{name}", params={"as_of": "2026-11-29"})

    assert html.escape(chart.title(chart.frame(at_first), at_first), quote=False) in answer.text


@EACH
def test_only_the_embedding_may_be_framed(chart: Chart, client: TestClient) -> None:
    """It shows the numbers and the way home, and any site may frame it."""
    asked = {**chart.example, "as_of": "2026-11-29"}

    alone = client.get(f"/embed/{chart.name}", params=asked)
    picture = client.get(f"/chart/{chart.name}.csv", params=asked)

    assert "frame-ancestors *" in alone.headers["Content-Security-Policy"]
    assert f"/{chart.page}?" in alone.text
    assert "frame-ancestors 'none'" in picture.headers["Content-Security-Policy"]


def test_a_picture_and_a_file_follow_the_legend(client: TestClient) -> None:
    """It draws and lists what the address leaves, and knows no entry that there is not."""
    asked = {"as_of": "2026-11-29", "mark": "*/complete"}
    chart = CHARTS["commitments"]
    n = chart.rows(seen(chart), "*/complete").rows().height

    whole = client.get("/chart/commitments.svg", params={"as_of": asked["as_of"]})
    alone = client.get("/chart/commitments.svg", params=asked)
    rows = client.get("/chart/commitments.csv", params=asked)
    framed = client.get("/embed/commitments", params=asked)
    unknown = client.get("/embed/commitments", params={"mark": "*/finished"})

    assert alone.content != whole.content
    assert len(rows.text.splitlines()) == n + 1
    assert "mark=%2A%2Fcomplete" in framed.text
    assert unknown.status_code == 404


def test_letters_of_two_weights_are_told_apart(client: TestClient) -> None:
    """It has each letter of a picture once for each weight, not one for both."""
    picture = client.get("/chart/status.svg", params={"as_of": "2026-11-29"}).text

    assert "SourceSans-400-" in picture
    assert "SourceSans-700-" in picture


def test_a_page_takes_away_a_legend_and_its_room_and_no_names() -> None:
    """It leaves the room above the matrix, where the names of the groups stand."""

    def above(name: str) -> tuple[int, int]:
        chart = CHARTS[name]
        figure = json.loads(rendered(chart, seen(chart)))
        return figure["layout"]["margin"]["t"], legends.without(figure)["layout"]["margin"]["t"]

    before, after = above("gaps")
    assert before == after

    before, after = above("status")
    assert before > after
