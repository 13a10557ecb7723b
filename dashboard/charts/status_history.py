"""How one commitment was judged over time."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import beside, plain
from dashboard.theme import DUE_COLOURS, INK, LAYOUT, STATUS_COLOURS, STATUS_EDGES
from dashboard.words.i18n import Translator

STEPS = {"supports": 0.2, "neither": 0.0, "context": 0.0, "contradicts": -0.2}
"""How far above its rung a mark stands, so that two of one day are both seen."""
SYMBOLS = {
    "supports": "triangle-up",
    "contradicts": "triangle-down",
    "neither": "diamond",
    "context": "circle-open",
}
"""Which way the evidence points."""
ROW = 34
AROUND = 116
"""Heights in pixels: of one status, and of legend and axis."""
MARGIN = timedelta(days=60)
"""Room on either side of what is drawn."""


def status_history(
    history: pl.DataFrame, t: Translator, day: date, due: date | None = None
) -> go.Figure:
    """Draw every assessment at the day of its evidence, on the rung of its status.

    A date known to the month or year gets a bar that spans all days that it can mean.

    Args:
        history: ``as_of`` with ``_earliest`` and ``_latest``, ``status``, ``polarity``,
            ``confidence`` and the rationale in the reader's language.
        t: The reader's language.
        day: The as-of day, drawn as a line.
        due: Last day of the deadline, if there is one; drawn if it lies within the picture.
    """
    rungs = [status for status in reversed(STATUS_COLOURS) if status in set(history["status"])]
    figure = go.Figure(
        [
            _marks(rows, polarity, rungs, t)
            for polarity in SYMBOLS
            if not (rows := history.filter(pl.col("polarity") == polarity)).is_empty()
        ]
    )
    figure.update_layout(LAYOUT, height=AROUND + ROW * len(rungs), showlegend=True)
    first = min(history["as_of_earliest"].drop_nulls().to_list() or [day])
    figure.update_xaxes(range=[first - MARGIN, day + MARGIN], type="date")
    figure.update_yaxes(
        tickvals=list(range(len(rungs))),
        ticktext=beside(plain(t.label("assessment_status", status)) for status in rungs),
        zeroline=False,
        range=[-0.6, len(rungs) - 0.4],
        automargin=True,
        fixedrange=True,
    )
    _line(figure, day, t("as-of day"), INK, "dot")
    if due and first - MARGIN < due < day + MARGIN and due != day:
        _line(figure, due, t("deadline"), DUE_COLOURS["overdue"], "solid")
    return figure


def _marks(rows: pl.DataFrame, polarity: str, rungs: list[str], t: Translator) -> go.Scatter:
    colours = [STATUS_COLOURS[status] for status in rows["status"]]
    spans = [_span(row) for row in rows.iter_rows(named=True)]
    return go.Scatter(
        x=[middle for middle, _ in spans],
        y=[rungs.index(status) + STEPS[polarity] for status in rows["status"]],
        mode="markers",
        name=plain(t.label("polarity", polarity)),
        marker={
            "symbol": SYMBOLS[polarity],
            "size": 12,
            "color": colours,
            "line": {"width": 2, "color": [STATUS_EDGES[status] for status in rows["status"]]},
        },
        error_x={
            "array": [half / timedelta(milliseconds=1) for _, half in spans],
            "color": INK,
            "thickness": 1.5,
        },
        customdata=rows["assessment_id"].to_list(),
        hovertext=[plain(_sentence(row, t)) for row in rows.iter_rows(named=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _span(row: Mapping[str, Any]) -> tuple[date, timedelta]:
    """Return the middle of all days that a date can mean, and how far it is to either end."""
    last: date = row["as_of_latest"]
    half = (last - (row["as_of_earliest"] or last)) / 2
    return last - half, half


def _sentence(row: Mapping[str, Any], t: Translator) -> str:
    return t(
        "{when}: {status} ({polarity}, confidence {confidence}).",
        when=t.partial_date(row["as_of"]),
        status=t.label("assessment_status", row["status"]),
        polarity=t.label("polarity", row["polarity"]),
        confidence=t.label("confidence", row["confidence"]),
    )


def _line(figure: go.Figure, on: date, label: str, colour: str, dash: str) -> None:
    figure.add_shape(
        type="line",
        x0=on,
        x1=on,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": colour, "dash": dash, "width": 1.5},
        label={
            "text": label,
            "textposition": "end",
            "textangle": 0,
            "xanchor": "right",  # a phone has no room on the right
            "font": {"color": colour},
        },
    )
