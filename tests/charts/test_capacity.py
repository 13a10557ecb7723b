"""The charts of capacity building: what is drawn where, read off the figure."""

from typing import Any

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.gap_matrix import look
from dashboard.shaping import capacity
from dashboard.theme import GAP_COLOURS
from dashboard.words.i18n import Translator

LABELS = {
    "gap_state": {state: state.replace("_", " ") for state in GAP_COLOURS},
    "gap_answer": {"initiative": "an initiative", "commitment_only": "a commitment only"},
}
T = Translator(labels=LABELS)


def gaps(*rows: tuple[Any, ...]) -> pl.DataFrame:
    """Return cells: area, broader area, group, needs, commitments, met, assessed, initiatives."""
    names = ["focus_area_id", "broader_id", "group_id", "needs", "commitments"]
    names += ["commitments_met", "commitments_assessed", "initiatives"]
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    need, offer = pl.col("needs") > 0, (pl.col("commitments") + pl.col("initiatives")) > 0
    return frame.with_columns(
        pl.when(need & offer)
        .then(pl.lit("need_and_offer"))
        .when(need)
        .then(pl.lit("need_without_offer"))
        .when(offer)
        .then(pl.lit("offer_without_need"))
        .otherwise(pl.lit("not_looked_at"))
        .alias("state"),
        pl.when(pl.col("initiatives") > 0)
        .then(pl.lit("initiative"))
        .when(pl.col("commitments") > 0)
        .then(pl.lit("commitment_only"))
        .alias("answer"),
        initiatives_aimed=pl.col("initiatives"),
        commitment_ids=pl.int_ranges("commitments").cast(pl.List(pl.String)),
        **{
            f"{name}_{language}": pl.col(f"{name}_id")
            for name in ("focus_area", "group")
            for language in ("en", "fr")
        },
    )


FOUR = gaps(
    ("skills", None, "poor", 2, 4, 1, 2, 1),
    ("skills", None, "all", 0, 4, 1, 2, 1),
    ("school", "skills", "poor", 1, 0, 0, 0, 0),
    ("school", "skills", "all", 0, 0, 0, 0, 0),
    ("data", None, "poor", 0, 0, 0, 0, 0),
    ("data", None, "all", 1, 2, 0, 0, 0),
)
PARENTS = {"poor": "all", "all": None}


def drawn(frame: pl.DataFrame = FOUR) -> go.Figure:
    """Return the matrix of these cells."""
    cells = capacity.cells(frame, PARENTS).with_columns(
        mark=pl.concat_str("focus_area_id", "group_id", separator="/")
    )
    return charts.gap_matrix(cells, T)


def marks(figure: go.Figure) -> dict[tuple[str, str], tuple[str, str]]:
    """Return symbol and colour of the mark of each cell, by area and group."""
    return {
        cell: (trace.marker.symbol, trace.marker.color)
        for trace in figure.data
        if trace.customdata is not None
        for cell in _cells(trace)
    }


def _cells(trace: Any) -> list[tuple[str, str]]:
    return [(area, group) for area, _, group in (mark.partition("/") for mark in trace.customdata)]


def test_every_cell_has_one_mark() -> None:
    """It draws each pair of an area and a group once."""
    assert len(marks(drawn())) == FOUR.height


def test_states_differ_in_shape_and_in_colour() -> None:
    """It never says with colour alone, or with one grey, what a cell is."""
    looks = marks(drawn())
    states = [looks["skills", "poor"], looks["school", "poor"], looks["skills", "all"]]
    states.append(looks["data", "poor"])

    assert len({symbol for symbol, _ in states}) == len({colour for _, colour in states}) == 4


def test_a_need_that_only_words_answer_is_hollow() -> None:
    """It tells a programme from a promise."""
    assert marks(drawn())["skills", "poor"][0] == "circle"
    assert marks(drawn())["data", "all"][0] == "circle-open"


def test_narrower_areas_stand_under_broader_ones() -> None:
    """It goes down the hierarchy, with the most needs first, and indents."""
    names = next(trace for trace in drawn().data if trace.mode == "text")

    assert list(names.text) == ["skills", "\u2003school", "data"]


def test_smaller_groups_stand_behind_the_larger() -> None:
    """It names the groups across the top, from the widest inwards."""
    assert list(drawn().layout.xaxis.ticktext) == ["all", "poor"]


def test_needs_are_counted_where_there_is_more_than_one() -> None:
    """It writes the number beside the mark."""
    texts = {
        cell: text
        for trace in drawn().data
        if trace.customdata is not None
        for cell, text in zip(_cells(trace), trace.text, strict=True)
    }

    assert (texts["skills", "poor"], texts["data", "all"], texts["data", "poor"]) == ("2", "", "")


def test_bars_say_how_far_the_commitments_of_a_need_are_met() -> None:
    """It draws all, the assessed and the met as parts of one length, only where there is a need."""
    lines = {trace.name: trace for trace in drawn().data if trace.mode == "lines"}
    widths = {name: line.x[1] - line.x[0] for name, line in lines.items()}
    whole = widths["Matching commitments"]

    assert len([x for x in lines["Matching commitments"].x if x is None]) == 2
    assert widths["assessed"] / whole == pytest.approx(2 / 4)
    assert widths["met for the most part"] / whole == pytest.approx(1 / 4)


def test_hover_texts_say_what_the_cell_holds() -> None:
    """It puts the numbers into words."""
    told = next(
        text
        for trace in drawn().data
        if trace.customdata is not None
        for cell, text in zip(_cells(trace), trace.hovertext, strict=True)
        if tuple(cell) == ("skills", "poor")
    )

    assert "2 needs stated" in told
    assert "4 commitments reach it: 2 assessed, 1 met" in told


@pytest.mark.parametrize("state", GAP_COLOURS)
def test_every_state_has_a_mark(state: str) -> None:
    """It knows how to draw each code of the list."""
    assert look(state, None)


def areas() -> pl.DataFrame:
    """Return two areas, one inside the other, with how much lies in them."""
    return pl.DataFrame(
        {
            "id": ["skills", "school"],
            "name_en": ["Skills", "School"],
            "depth": [0, 1],
            "needs": [2, 2],
            "commitments": [1, 1],
            "initiatives": [0, 0],
        }
    )


def test_kinds_are_bars_side_by_side_on_scales_of_their_own() -> None:
    """It draws three aligned bars per area, each named above."""
    figure = charts.area_bars(areas(), T)
    bars = [trace for trace in figure.data if trace.type == "bar"]

    assert [list(bar.x) for bar in bars] == [[2, 2], [1, 1], [0, 0]]
    assert [bar.xaxis or "x" for bar in bars] == ["x", "x2", "x3"]
    assert bars[0].y == bars[1].y == bars[2].y
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]


def test_shares_read_add_up_to_the_whole() -> None:
    """It draws what was read in full, and the rest, and leaves out what has no rows."""
    coverage = pl.DataFrame(
        {"relation": ["a", "b"], "table": ["A", "B"], "rows": [4, 0], "read_share": [0.25, None]}
    )
    read, rest = charts.read_share(coverage, T).data

    assert (list(read.x), list(rest.x), list(read.y)) == ([0.25], [0.75], ["a"])


def sums(*rows: tuple[Any, ...]) -> pl.DataFrame:
    """Return sums of one fund: step, lower and upper end; none where nothing is on record."""
    frame = pl.DataFrame(rows, schema=["step", "amount", "amount_to"], orient="row")
    return frame.with_columns(
        pl.lit("USD").alias("currency"),
        pl.lit("exactly").alias("qualifier"),
        pl.col("step").alias("amount_text"),
        pl.col("step").alias("mark"),
        chain=pl.lit("fund"),
        subject=pl.lit("Fund"),
    )


MONEY = Translator(labels={"figure_nature": {step: step for step in ("target", "pledged", "paid")}})


def words(figure: go.Figure) -> list[str]:
    """Return all that a figure says in words."""
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def test_a_step_without_a_sum_is_said_in_words() -> None:
    """It has no dot for what is not on record, and says so."""
    figure = charts.money(sums(("pledged", 1e6, None), ("paid", None, None)), MONEY)
    dots = next(trace for trace in figure.data if trace.mode == "markers")

    assert list(dots.customdata) == ["pledged"]
    assert "<i>paid: none on record</i>" in words(figure)


def test_a_range_is_a_bar_from_end_to_end() -> None:
    """It draws from the lower to the upper end, and names both."""
    figure = charts.money(sums(("pledged", 1e6, 1e8)), MONEY)

    assert any(trace.mode == "lines" and trace.x[:2] == (6, 8) for trace in figure.data)
    assert any(
        "1M to" in text.replace("\xa0", "").upper().replace("TO", "to") for text in words(figure)
    )


def test_what_is_only_aimed_at_is_hollow() -> None:
    """It tells a target, which is no money yet, from a pledge."""
    figure = charts.money(sums(("target", 1e6, None), ("pledged", 1e6, None)), MONEY)
    dots = next(trace for trace in figure.data if trace.mode == "markers")

    assert list(dots.marker.symbol) == ["circle-open", "circle"]


def test_nothing_paid_has_a_dot() -> None:
    """It draws a sum of zero, which no logarithm has, where the scale begins."""
    figure = charts.money(sums(("pledged", 1e6, None), ("paid", 0.0, None)), MONEY)
    dots = next(trace for trace in figure.data if trace.mode == "markers")

    assert list(dots.x) == [6, 5]
    assert figure.layout.xaxis.range[0] == 5
