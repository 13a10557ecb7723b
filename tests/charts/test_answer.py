"""The chart of an answer: what fits, what is drawn where, and that data is never markup."""

import tomllib
from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.charts.answer import Drawing, answer
from dashboard.shaping.answer import COUNT, NONE, fitting
from dashboard.theme import CATEGORICAL_COLOURS
from dashboard.words.i18n import Translator
from transforms import paths

T = Translator()


def drawn(rows: pl.DataFrame, kind: str, x: str, y: str, colour: str = NONE) -> Any:
    """Return the figure of a choice."""
    drawing = Drawing(kind, x, y, colour)
    return answer(drawing.marks(rows), drawing, T)


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ({"area": ["a", "b"], "n": [1, 2]}, {"bars", "points"}),
        ({"area": ["a"], "n": [1]}, {"bars"}),
        ({"area": ["a", "b"]}, {"bars"}),
        ({"day": [date(2026, 1, 1), date(2026, 1, 2)]}, {"bars", "lines"}),
        ({"day": [date(2026, 1, 1)] * 2, "n": [1, 2]}, {"bars", "lines", "points"}),
        ({"a": [1.5, 2.5], "b": [2, 3]}, {"bars", "lines", "scatter"}),
        ({"year": [2024, 2025]}, {"bars", "lines"}),
        ({"n": [7, 5]}, {"bars"}),
        ({"ids": [["a"]], "raw": [b"a"]}, set()),
        ({"n": []}, set()),
    ],
)
def test_only_what_fits_the_columns_is_offered(rows: pl.DataFrame, kinds: set[str]) -> None:
    """It goes by the types of the columns."""
    assert set(fitting(pl.DataFrame(rows))) == kinds


def test_the_likeliest_columns_come_first() -> None:
    """It compares what repeats rather than what names each row, and counts numbers."""
    rows = pl.DataFrame({"id": ["a", "b", "c"], "kind": ["x", "x", "y"], "n": [1, 2, 3]})
    bars = fitting(rows)["bars"]

    assert (bars.x[0], bars.y[0]) == ("kind", "n")


def test_a_count_over_years_is_drawn_without_a_choice() -> None:
    """It puts years along, what is counted up, and colours what stands at the same year."""
    rows = pl.DataFrame({"year": [2024, 2024, 2025], "body": ["a", "b", "a"], "n": [5, 6, 7]})

    lines = fitting(rows)["lines"]
    assert (lines.x[0], lines.y[0], lines.colour[0]) == ("year", "n", "body")


def test_a_color_that_few_readers_could_tell_apart_is_not_offered() -> None:
    """It takes columns of up to six values."""
    rows = pl.DataFrame({"many": list("abcdefg"), "few": list("aabbccc"), "n": range(7)})

    assert fitting(rows)["bars"].colour == (NONE, "few")


def test_bars_of_names_lie_in_the_order_of_the_rows() -> None:
    """It can be read beside the table."""
    figure = drawn(pl.DataFrame({"area": ["b", "a"], "n": [2, 1]}), "bars", "area", "n")

    assert list(figure.layout.yaxis.ticktext) == ["b", "a"]
    assert figure.layout.yaxis.autorange == "reversed"
    assert list(figure.data[0].x) == [2, 1]


def test_what_is_added_up_is_said_to_be() -> None:
    """It does not pass a sum for a value."""
    rows = pl.DataFrame({"area": ["a", "a"], "n": [2, 1]})

    assert drawn(rows, "bars", "area", "n").layout.xaxis.title.text == "n, added up"
    assert drawn(rows[:1], "bars", "area", "n").layout.xaxis.title.text == "n"
    assert drawn(rows, "bars", "area", COUNT).layout.xaxis.title.text == "Number of rows"


def test_a_name_that_looks_like_a_year_stays_a_name() -> None:
    """It is not spaced as a number would be."""
    figure = drawn(pl.DataFrame({"since": ["2025", "1999"], "n": [2, 1]}), "points", "since", "n")

    assert list(figure.data[0].x) == [0, 1]
    assert list(figure.layout.xaxis.ticktext) == ["2025", "1999"]


def test_lines_go_from_left_to_right() -> None:
    """It joins days in their order, whatever that of the rows."""
    days = [date(2026, 3, 1), date(2026, 1, 1)]
    figure = drawn(pl.DataFrame({"day": days, "n": [3, 1]}), "lines", "day", "n")

    assert list(figure.data[0].y) == [1, 3]


def test_groups_have_the_colors_of_the_theme() -> None:
    """It draws with those that are measured on both grounds."""
    config = tomllib.loads((paths.DASHBOARD / ".streamlit" / "config.toml").read_text("utf-8"))

    assert list(CATEGORICAL_COLOURS) == config["theme"]["light"]["chartCategoricalColors"]
    assert list(CATEGORICAL_COLOURS) == config["theme"]["dark"]["chartCategoricalColors"]


def test_groups_differ_by_more_than_color() -> None:
    """It gives each group its own shape and dash."""
    rows = pl.DataFrame({"x": [1, 2], "y": [1, 2], "of": ["a", "b"]})

    points = drawn(rows, "scatter", "x", "y", "of")
    lines = drawn(rows, "lines", "x", "y", "of")

    assert len({trace.marker.symbol for trace in points.data}) == 2
    assert len({trace.line.dash for trace in lines.data}) == 2
    assert points.layout.showlegend


@pytest.mark.parametrize("kind", ["bars", "points"])
def test_names_from_the_data_are_never_markup(kind: str) -> None:
    """It shows every sign of a name, of a column and of a group."""
    rows = pl.DataFrame({"<i>name": ["<b>R&D</b>"], "<s>n": [1], "of": ["<a href='x'>y</a>"]})
    drawn_as = str(drawn(rows, kind, "<i>name", "<s>n", "of").to_dict())

    assert "&lt;b>R&amp;D&lt;/b>" in drawn_as
    assert not [mark for mark in ("<b>", "<i>", "<s>", "<a ") if mark in drawn_as]


def test_what_cannot_be_drawn_is_left_out() -> None:
    """It skips rows without a number, and keeps those without a name."""
    rows = pl.DataFrame({"area": ["a", None, "c"], "n": [1.0, 2.0, float("nan")]})
    figure = drawn(rows, "bars", "area", "n")

    assert list(figure.data[0].x) == [1, 2]
    assert list(figure.layout.yaxis.ticktext) == ["a", "no value"]


def test_a_long_name_is_cut_beside_the_axis_only() -> None:
    """It says all of it in the hover."""
    figure = drawn(pl.DataFrame({"a": ["x" * 60], "n": [1]}), "bars", "a", "n")

    assert len(figure.layout.yaxis.ticktext[0]) == 48
    assert "x" * 60 in figure.data[0].hovertext[0]


@pytest.mark.parametrize(
    ("kind", "x", "y", "colour"),
    [("bars", "area", "n", "kind"), ("bars", "area", COUNT, NONE), ("points", "area", "n", NONE)],
)
def test_a_mark_stands_for_its_rows(kind: str, x: str, y: str, colour: str) -> None:
    """It finds the rows behind each mark, and draws each mark with its number."""
    rows = pl.DataFrame(
        {"area": ["a", "a", "b", None], "kind": ["p", "q", "p", None], "n": [1, 1, 2, 3]}
    )
    drawing = Drawing(kind, x, y, colour)
    marks = drawing.marks(rows)
    figure = answer(marks, drawing, T)

    alike = [drawing.behind(rows, mark).height for mark in marks.iter_rows(named=True)]
    assert all(found >= of for found, of in zip(alike, marks["of"], strict=True))
    if drawing.adds_up:
        assert alike == marks["of"].to_list()
    assert sorted(n for trace in figure.data for n in trace.customdata) == [*range(marks.height)]
