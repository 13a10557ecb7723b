"""How far the commitments are met."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import LAYOUT, STATUS_COLOURS
from dashboard.words.i18n import Translator

HEIGHT = 44
"""Of the bar, in pixels; its legend is the list of links beneath it."""


def status_bar(counts: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one bar of all commitments, a part for each status, in the order of the rows.

    Args:
        counts: ``status`` and ``n``, how many commitments have it.
        t: The reader's language.
    """
    total = counts["n"].sum()
    figure = go.Figure(
        [
            go.Bar(
                x=[n],
                y=[""],
                orientation="h",
                name=plain(t.label("assessment_status", status)),
                marker={"color": STATUS_COLOURS[status]},
                hovertext=plain(
                    t(
                        "{name}: {what}",
                        name=t.label("assessment_status", status),
                        what=f"{t.number(n)} ({t.percent(n / total)})",
                    )
                ),
                hovertemplate="%{hovertext}<extra></extra>",
            )
            for status, n in counts.select("status", "n").iter_rows()
        ]
    )
    axis = {"visible": False, "fixedrange": True}
    figure.update_layout(LAYOUT, barmode="stack", bargap=0, showlegend=False, height=HEIGHT)
    figure.update_layout(
        xaxis=axis | {"range": [0, total]}, yaxis=axis, margin={"b": 0, "l": 0, "r": 0, "t": 0}
    )
    return figure
