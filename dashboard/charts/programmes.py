"""When the programmes began: a bar for each year, in two parts, those that run and the others."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import KIND_COLOURS, LAYOUT
from dashboard.words.i18n import Translator, message

HEIGHT = 300
"""Of legend, bars and axis, in pixels."""
FEW = 6
"""Below so many, the axis would have fractions unless told."""


STATES = {
    "running": message("running on the day"),
    "other": message("only announced or proposed, over, or not known"),
}
COLOUR = KIND_COLOURS["initiatives"]
LOOKS = {
    "running": {"color": COLOUR},
    "other": {
        "color": "#ffffff",
        "line": {"width": 1, "color": COLOUR},
        "pattern": {
            "shape": "/", "size": 6, "solidity": 0.2, "fillmode": "replace",
            "bgcolor": "#ffffff", "fgcolor": COLOUR,
        },
    },
}  # fmt: skip


def programmes(marks: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw how many programmes began in each year.

    The marks have ``year`` (as readers see it), ``state`` (one of ``STATES``), ``n``, ``label`` and
    ``mark``, in the order of the years.
    """
    years = marks["year"].unique(maintain_order=True).to_list()
    figure = go.Figure(
        [
            _bars(rows, state, t)
            for state in STATES
            if not (rows := marks.filter(pl.col("state") == state)).is_empty()
        ]
    )
    figure.update_layout(LAYOUT, barmode="stack", bargap=0.25, height=HEIGHT, dragmode=False)
    figure.update_layout(margin={"b": 24, "r": 24})  # on a phone the last name leans out
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=years, fixedrange=True
    )
    figure.update_yaxes(rangemode="tozero", fixedrange=True)
    if marks.group_by("year").agg(pl.col("n").sum())["n"].max() < FEW:  # type: ignore[operator]
        figure.update_yaxes(dtick=1)  # half a programme is none
    return figure


def _bars(rows: pl.DataFrame, state: str, t: Translator) -> go.Bar:
    return go.Bar(
        x=rows["year"].to_list(),
        y=rows["n"].to_list(),
        name=plain(t(STATES[state])),
        marker=LOOKS[state],
        customdata=rows["mark"].to_list(),
        hovertext=[
            plain(t("{name}: {what}", name=label, what=t.number(n)))
            for label, n in rows.select("label", "n").iter_rows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
