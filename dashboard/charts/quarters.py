"""How many dated things there are in each quarter: a calm strip in which a time is chosen."""

from datetime import date, timedelta

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import INK, LAYOUT
from dashboard.words.i18n import Translator

HEIGHT = 96
CHOSEN = "rgba(34, 110, 198, 0.16)"
"""Ground of the time that is shown above."""


def quarters(
    marks: pl.DataFrame, t: Translator, day: date | str, first: date, last: date
) -> go.Figure:
    """Draw a bar for each quarter, over the ground of the time that is shown.

    The marks have ``quarter`` (its first day), ``n``, ``mark`` and ``label``; the lanes show the
    days from ``first`` to ``last``; ``day`` is where the line of the day is.
    """
    middle = [quarter + timedelta(days=45) for quarter in marks["quarter"]]
    bars = go.Bar(
        x=middle,
        y=marks["n"].to_list(),
        width=76 * 86_400_000,
        marker={"color": INK, "line": {"width": 0}},
        customdata=marks["mark"].to_list(),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=[
            plain(t("{name}: {what}", name=label, what=t.number(n)))
            for label, n in marks.select("label", "n").iter_rows()
        ],
        hoverinfo="text",
    )
    ends = [marks["quarter"].min(), middle[-1] + timedelta(days=60)]
    left, right = max(first, ends[0]), min(last, ends[1])
    ground = {"type": "rect", "x0": left, "x1": right, "y0": 0, "y1": 1, "yref": "paper"}
    line = {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper"}
    layout = LAYOUT | {
        "height": HEIGHT,
        "showlegend": False,
        "bargap": 0,
        "dragmode": "select",
        "hovermode": "x",  # most bars are too low to be hit: all above a bar is the bar
        "selectdirection": "h",
        "margin": {"b": 22, "l": 0, "r": 8, "t": 4},
        "shapes": [
            ground | {"fillcolor": CHOSEN, "line": {"width": 0}, "layer": "below"},
            line | {"line": {"color": INK, "width": 1.5, "dash": "dot"}},
        ],
        "xaxis": {"type": "date", "range": ends, "fixedrange": True, "showgrid": False},
        "yaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
    }
    return go.Figure([bars], layout)
