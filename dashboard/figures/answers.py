"""The legend of a chart of an answer: the values of the column that colours its marks."""

import polars as pl

from dashboard.charts.answer import NO_VALUE, Drawing, value_text
from dashboard.figures.declared import MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.conditions import quoted
from dashboard.filtering.query import Query
from dashboard.shaping.answer import COUNT, NONE
from dashboard.theme import CATEGORICAL_COLOURS

SIGNS = ("●", "■", "◆", "▲", "✖", "★")
"""How words write the shapes of groups, in the order of ``dashboard.charts.answer.SYMBOLS``."""


def legend(drawing: Drawing, query: Query) -> Legend | None:
    """Return the legend of a drawing; nothing where no column colours the marks."""
    if drawing.colour == NONE:
        return None

    def looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
        return {
            code: _look(None if code == NO_VALUE else code, turn, drawing.kind, view)
            for code, turn in marks.select("code", "turn").unique(maintain_order=True).rows()
        }

    return Legend.of("code", looks, lambda view, code: _rows(query, drawing, code), n=_OF)


_OF = pl.col("of").sum()


def _look(value: str | None, turn: int, kind: str, view: View) -> Look:
    turn = turn % len(CATEGORICAL_COLOURS)
    sign = "■" if kind == "bars" else SIGNS[turn]
    return Look(value_text(value, view.t), sign, CATEGORICAL_COLOURS[turn])


def _rows(query: Query, drawing: Drawing, code: str) -> MarkRows:
    """Return the rows of one group, as far as they are drawn."""
    drawn = "true" if drawing.y == COUNT else f"isfinite({quoted(drawing.y)}::DOUBLE)"
    group = f"coalesce(nullif({quoted(drawing.colour)}::VARCHAR, ''), $no_value) = $code"
    sql = f"FROM ({query.sql}) WHERE {drawn} AND {group}"
    return MarkRows(Query(sql, {**query.values, "no_value": NO_VALUE, "code": code}), "", ())
