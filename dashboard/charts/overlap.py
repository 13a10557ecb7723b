"""Who is in one body, in another, and in both."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import CERTAINTY_COLOURS, INK, KIND_COLOURS, LAYOUT
from dashboard.words.i18n import Translator

HEIGHT = 112
COLOURS = {"first": CERTAINTY_COLOURS["certain"], "both": INK, "second": KIND_COLOURS["needs"]}
"""Each body has its own colour; what they share has none of them."""
WIDE = 0.03
"""Part of the bar that is wide enough for a number."""


def overlap(marks: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one bar of all members of two bodies, those that are in both in the middle.

    Args:
        marks: ``mark`` (``first``, ``both``, ``second``), ``label`` and ``n``.
        t: The reader's language.
    """
    total = max(int(marks["n"].sum()), 1)
    figure = go.Figure(
        [
            go.Bar(
                x=[n],
                y=[0],
                orientation="h",
                name=plain(t("{name}: {what}", name=label, what=t.number(n))),
                marker={"color": COLOURS[mark], "line": {"width": 1, "color": "#ffffff"}},
                text=[t.number(n) if n / total >= WIDE else ""],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"size": 13, "color": "#fefefe"},  # on the dark ground too
                customdata=[mark],
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
                hovertext=plain(t("{name}: {what}", name=label, what=t.number(n))),
                hovertemplate="%{hovertext}<extra></extra>",
            )
            for mark, label, n in marks.select("mark", "label", "n").iter_rows()
        ]
    )
    axis = {"visible": False, "fixedrange": True}
    figure.update_layout(LAYOUT, barmode="stack", bargap=0.1, height=HEIGHT, dragmode=False)
    figure.update_layout(
        legend={"traceorder": "normal"},
        xaxis=axis | {"range": [0, total]},
        yaxis=axis | {"range": [-0.5, 0.5]},
        margin={"b": 0, "l": 0, "r": 0, "t": 60},
    )
    return figure
