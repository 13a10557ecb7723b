"""What each lane of the timeline has in each quarter, where it has too many things to draw each."""

import math
from datetime import date, timedelta

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.lanes import DEADLINES, OTHERS
from dashboard.charts.text import beside, plain, short
from dashboard.charts.timeline import GROUPS
from dashboard.theme import GROUP_COLOURS, GROUP_SYMBOLS, INK, LAYOUT, MILESTONE_GROUPS
from dashboard.words.i18n import Translator

ROW = 14
"""Height of a row of marks, in pixels; a lane has one for each group that it has."""
LEAST, MOST = 4, 13
"""Pixels of the smallest mark and of the largest."""
LONGEST = 34
"""Letters of the name of a lane."""
MIDDLE = timedelta(days=45)
"""Of a quarter, from its first day on."""


def lane_quarters(
    marks: pl.DataFrame, t: Translator, day: date, first: date, last: date
) -> go.Figure:
    """Draw a mark for each lane, quarter and group, as large as there is much; hollow if all ahead.

    Args:
        marks: ``lane``, its name in each language, ``quarter`` (its first day), ``group``,
            ``events`` (how many), ``done`` (of them before ``day``), ``mark`` and ``label``.
        t: The reader's language.
        day: The as-of day.
        first: First day shown.
        last: Last day shown.
    """
    rows, names, height = _placed(marks, t)
    most = max(float(rows["events"].max() or 1), 1.0)  # type: ignore[arg-type]  # a number
    line = {"type": "line", "x0": day, "x1": day, "y0": -1, "y1": height, "layer": "below"}
    layout = LAYOUT | {
        "dragmode": "zoom",
        "uirevision": f"{first}{last}",
        "shapes": [{**line, "line": {"color": INK, "width": 1.5, "dash": "dot"}}],
        "height": height * ROW + 130,
        "margin": {"b": 24, "l": 0, "r": 8, "t": 48},
        "xaxis": {"type": "date", "range": [first, last], "side": "bottom"},
        "yaxis": {
            "range": [height, -1],
            "fixedrange": True,
            "automargin": True,
            "tickvals": list(names),
            "ticktext": beside(short(name, LONGEST) for name in names.values()),
        },
    }
    return go.Figure([_trace(rows, group, t, most) for group in _groups(rows)], layout)


def _placed(marks: pl.DataFrame, t: Translator) -> tuple[pl.DataFrame, dict[int, str], int]:
    """Return the marks with their rows, the names of the lanes by row, and the height in rows."""
    order = list(MILESTONE_GROUPS)
    lanes = (
        marks.group_by("lane", f"lane_{t.language}", "group")
        .agg(pl.col("events").sum())
        .with_columns(all=pl.col("events").sum().over("lane"))
        .sort(
            pl.col("lane") != DEADLINES,
            pl.col("lane") == OTHERS,
            -pl.col("all"),
            "lane",
            pl.col("group").replace_strict({name: place for place, name in enumerate(order)}),
        )
        .with_row_index("row")
        .with_columns(place=pl.col("lane").rle_id())
    )
    y = (pl.col("row") + pl.col("place")).cast(pl.Int64).alias("y")
    placed = lanes.select("lane", "group", f"lane_{t.language}", y)
    firsts = placed.group_by("lane", maintain_order=True).first()
    names = dict(firsts.select("y", f"lane_{t.language}").iter_rows())
    return (
        marks.join(placed.select("lane", "group", "y"), on=["lane", "group"], how="left"),
        names,
        int(placed["y"].max()) + 1,  # type: ignore[arg-type]  # numbers, and not empty
    )


def _groups(rows: pl.DataFrame) -> list[str]:
    found = set(rows["group"])
    return [group for group in MILESTONE_GROUPS if group in found]


def _trace(rows: pl.DataFrame, group: str, t: Translator, most: float) -> go.Scatter:
    own = rows.filter(pl.col("group") == group)
    colour, symbol = GROUP_COLOURS[group], GROUP_SYMBOLS[group]
    return go.Scatter(
        x=[quarter + MIDDLE for quarter in own["quarter"]],
        y=own["y"].to_list(),
        mode="markers",
        name=plain(t(GROUPS[group])),
        customdata=own["mark"].to_list(),
        marker={
            "symbol": [symbol if done else f"{symbol}-open" for done in own["done"]],
            "color": colour,
            "size": [LEAST + (MOST - LEAST) * math.sqrt(n / most) for n in own["events"]],
            "line": {"width": 1.5, "color": colour},
            "opacity": 1,
        },
        hovertext=[
            plain(t("{name}: {what}", name=label, what=t.number(n)))
            for label, n in own.select("label", "events").iter_rows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
