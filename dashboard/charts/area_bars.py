"""Needs, commitments and initiatives of each focus area, as three bars side by side."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts import named_rows
from dashboard.charts.text import plain, plain_all
from dashboard.theme import KIND_COLOURS, LAYOUT
from dashboard.words.i18n import Translator, message

HEAD = 28
KINDS = {
    "needs": message("Needs stated"),
    "commitments": message("Commitments"),
    "initiatives": message("Programmes"),
}
GAP = 0.04
"""Room between two kinds, as a part of the width."""
INDENT = "\u2003"


def area_bars(areas: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw three bars for each row of ``focus_area_totals_on``, each kind on a scale of its own."""
    names = [
        INDENT * depth + plain(name)
        for depth, name in areas.select("depth", f"name_{t.language}").iter_rows()
    ]
    bars = [
        _bar(areas, kind, t(words), place, t) for place, (kind, words) in enumerate(KINDS.items())
    ]
    figure = go.Figure([*bars, named_rows.names(names)])
    height = HEAD + named_rows.ROW * areas.height
    figure.update_layout(LAYOUT, height=height, showlegend=False, dragmode=False)
    figure.update_layout(margin={"t": HEAD, "b": 0, "l": 0, "r": 0}, barmode="overlay")
    for place, (kind, words) in enumerate(KINDS.items()):
        _axis(figure, place, t(words), most=max(areas[kind].to_list(), default=0))
    figure.update_yaxes(named_rows.axis(areas.height))
    return figure


def _bar(areas: pl.DataFrame, kind: str, words: str, place: int, t: Translator) -> go.Bar:
    hover_text = t("{name}: {what}", name=words, what="%{x}")
    return go.Bar(
        x=areas[kind].to_list(),
        y=named_rows.places(areas.height),
        xaxis=f"x{place + 1}" if place else "x",
        orientation="h",
        name=words,
        width=named_rows.WIDTH,
        marker={"color": KIND_COLOURS[kind]},
        text=[t.number(n) for n in areas[kind]],
        textposition="outside",
        constraintext="none",
        textfont={"size": 12},
        cliponaxis=False,
        customdata=[f"{key}/{kind}" for key in areas["id"]],
        hovertext=plain_all(areas[f"name_{t.language}"]),
        hovertemplate=f"%{{hovertext}}<br>{hover_text}<extra></extra>",
    )


def _axis(figure: go.Figure, place: int, words: str, most: int) -> None:
    """Give one kind its part of the width, with room for the number behind its longest bar."""
    width = (1 - 2 * GAP) / 3
    left = place * (width + GAP)
    figure.update_layout(
        {
            f"xaxis{place + 1}" if place else "xaxis": {
                "domain": [left, left + width],
                "range": [0, max(most, 1) * 1.35],
                "side": "top",
                "tickvals": [0],
                "ticktext": [f"<b>{words}</b>"],
                "ticklabelposition": "outside right",
                "tickangle": 0,
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
            }
        }
    )
