"""Who is in which of several bodies: in all, in some, only in one."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import beside, plain, wrapped
from dashboard.theme import INK, LAYOUT, SERIES_COLOURS
from dashboard.words.i18n import Translator

HEIGHT, ROW = 112, 38
"""Of one bar of two bodies, and of each row of more, in pixels."""
WIDE = 0.03
"""Part of the bar that is wide enough for a number."""
NAME, LONGEST = 26, 44
"""Letters of a line of a name beside a bar, and of both its lines."""


def overlap(marks: pl.DataFrame, bodies: Sequence[str], t: Translator) -> go.Figure:
    """Draw one bar of the members of two bodies, or a bar for each combination of more.

    ``bodies`` are the keys of all of them, in the order of their colours; the marks have ``mark``
    (keys of bodies), ``label``, ``n`` and ``is_all``.
    """
    return _stacked(marks, bodies, t) if len(bodies) == 2 else _rows(marks, bodies, t)


def _bar(row: dict[str, Any], bodies: Sequence[str], t: Translator) -> dict[str, Any]:
    """Return what bars have in common: a body has its colour, what several share has none."""
    colours = dict(zip(bodies, SERIES_COLOURS, strict=False))
    label = plain(t("{name}: {what}", name=row["label"], what=t.number(row["n"])))
    return {
        "x": [row["n"]],
        "orientation": "h",
        "name": label,
        "marker": {
            "color": colours.get(row["mark"], INK),
            "line": {"width": 1, "color": "#ffffff"},
        },
        "customdata": [row["mark"]],
        "hovertext": [label],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _stacked(marks: pl.DataFrame, bodies: Sequence[str], t: Translator) -> go.Figure:
    total = max(int(marks["n"].sum()), 1)
    inside = {
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 13, "color": "#fefefe"},  # on the dark ground too
    }
    figure = go.Figure(
        [
            go.Bar(
                _bar(row, bodies, t)
                | {"y": [0], "text": [t.number(row["n"]) if row["n"] / total >= WIDE else ""]}
                | inside
            )
            for row in marks.iter_rows(named=True)
        ]
    )
    axis = {"visible": False, "fixedrange": True}
    figure.update_layout(LAYOUT, barmode="stack", bargap=0.1, height=HEIGHT, dragmode=False)
    figure.update_layout(
        xaxis=axis | {"range": [0, total]},
        yaxis=axis | {"range": [-0.5, 0.5]},
        margin={"b": 0, "l": 0, "r": 0, "t": 60},
    )
    return figure


def _rows(marks: pl.DataFrame, bodies: Sequence[str], t: Translator) -> go.Figure:
    rows = list(marks.iter_rows(named=True))
    most = max((row["n"] for row in rows), default=1)
    figure = go.Figure(
        [
            go.Bar(
                _bar(row, bodies, t)
                | {"y": [place], "text": [t.number(row["n"])], "textposition": "outside"}
            )
            for place, row in enumerate(rows)
        ]
    )
    figure.update_layout(LAYOUT, height=ROW * len(rows) + 24, dragmode=False, showlegend=False)
    figure.update_layout(
        bargap=0.25,
        margin={"b": 8, "l": 0, "r": 0, "t": 8},
        xaxis={"visible": False, "fixedrange": True, "range": [0, most * 1.12]},
        yaxis={
            "fixedrange": True,
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": beside(wrapped(row["label"], NAME, LONGEST) for row in rows),
            "tickfont": {"size": 11},
            "automargin": True,
            "showgrid": False,
        },
    )
    return figure
