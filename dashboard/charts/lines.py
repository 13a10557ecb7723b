"""Step lines of several bodies in one frame, each with its name and number at its end."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain, wrapped
from dashboard.theme import INK, LAYOUT, SERIES_COLOURS, SERIES_DASHES
from dashboard.words.i18n import Translator

HEIGHT = 360
BESIDE, LETTER = 132, 6.4
"""Room for the names at the ends of the lines, and for a letter of them, in pixels."""
LINE = 16
"""From one line of a name to the next, in pixels."""
LEADER, GAP = 24, 5
"""From the end of a line to its name, in pixels, and to where a thin grey line begins to lead
there: joined to the end, it would look like a rise of the number."""
NAME = 20
"""Letters of a line of a name."""
PLOT = HEIGHT - 60
"""Height of the frame, in pixels."""


def lines(marks: pl.DataFrame, t: Translator, day: date, *, indexed: bool = False) -> go.Figure:
    """Draw the number of members of each body as a step line up to the day.

    Args:
        marks: One row per body and step, in order: ``body``, ``short`` (its name), ``day`` (nothing
            for always), ``certain`` and ``possible`` (numbers), ``at`` and ``up_to`` (where they
            stand), ``place`` (which of all bodies it is, for its colour), ``mark`` and ``label``.
        t: The reader's language.
        day: The as-of day, at which the lines end.
        indexed: Whether what is drawn are percentages.
    """
    parts = list(marks.partition_by("body", maintain_order=True))
    start = _start(parts, day)
    figure = go.Figure(
        [trace for rows in parts for trace in _body(rows, rows["place"][0], t, start, day)]
    )
    top = max(float(marks["up_to"].max() or 0), 1.0)  # type: ignore[arg-type]  # numbers
    top *= 1.08
    notes, beside = _ends(parts, t, day, top, indexed=indexed)
    figure.update_layout(LAYOUT, height=HEIGHT, dragmode=False, showlegend=False)
    figure.update_layout(
        annotations=notes,
        margin={"b": 28, "l": 0, "r": beside, "t": 12},
        xaxis={"type": "date", "range": [start, day], "fixedrange": True, "nticks": 6},
        yaxis={
            "range": [0, top],
            "fixedrange": True,
            "nticks": 6,
            "tickformat": ",d",
            "ticksuffix": "\u202f%" if indexed else "",
        },
    )
    return figure


def _start(parts: list[pl.DataFrame], day: date) -> date:
    """Return where the frame begins: when half of the bodies had begun, so that none is a dot."""
    begun: list[date] = [next(iter(rows["day"].drop_nulls()), day) for rows in parts]
    first = sorted(begun)[(len(begun) - 1) // 2]
    return first - max((day - first) / 24, timedelta(days=20))


def _body(rows: pl.DataFrame, n: int, t: Translator, start: date, day: date) -> list[go.Scatter]:
    """Return the band, the line and the marks of one body; only the marks can be clicked."""
    colour = SERIES_COLOURS[n % len(SERIES_COLOURS)]
    dash = SERIES_DASHES[n // len(SERIES_COLOURS) % len(SERIES_DASHES)]
    days = [*rows["day"].fill_null(start), day]
    at, up_to = ([*rows[name], rows[name][-1]] for name in ("at", "up_to"))
    quiet = {"mode": "lines", "hoverinfo": "skip", "showlegend": False}
    look = {"shape": "hv", "color": colour}
    traces = [go.Scatter(x=days, y=at, line={**look, "width": 2.5, "dash": dash}, **quiet)]
    if rows["certain"].to_list() != rows["possible"].to_list():
        traces.append(
            go.Scatter(
                x=days,
                y=up_to,
                line={**look, "width": 0},
                fill="tonexty",
                fillcolor=_pale(colour),
                **quiet,
            )
        )
    marks = go.Scatter(
        x=days[:-1],
        y=at[:-1],
        mode="markers",
        name=plain(rows["short"][0]),
        meta=rows["body"][0],
        showlegend=False,
        marker={"size": 14, "opacity": 0, "color": colour},
        customdata=rows["mark"].to_list(),
        hovertext=[_sentence(row, t) for row in rows.iter_rows(named=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return [*traces, marks]


def _ends(
    parts: list[pl.DataFrame], t: Translator, day: date, top: float, *, indexed: bool
) -> tuple[list[dict[str, Any]], int]:
    """Return the names at the ends, pushed apart where lines end close, and the room they take."""
    ends = []
    for rows in parts:
        last = rows.row(-1, named=True)
        number = f"{t.number(round(last['at']))}\u202f%" if indexed else _number(last, t)
        label = f"{wrapped(last['short'], NAME, 3 * NAME)} {number}"
        ends.append((float(last["at"]), label))
    low = -1.0
    places: list[float] = []
    for at, label in sorted(ends):
        high = (label.count("<br>") + 1) * LINE * top / PLOT
        places.append(max(at, low + high / 2))
        low = places[-1] + high / 2
    over = max(low - top, 0)  # what would stand above the frame goes down together
    notes = [
        {"text": f"<b>{label}</b>", "x": day, "y": at, "xanchor": "left", "align": "left"}
        | {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": GAP, "ax": LEADER}
        | {"ay": round((at - place + over) * PLOT / top), "font": {"size": 12}}
        | {"arrowcolor": INK}
        for (at, label), place in zip(sorted(ends), places, strict=True)
    ]
    longest = max((len(line) for _, label in ends for line in label.split("<br>")), default=0)
    return notes, min(int(longest * LETTER) + LEADER + 8, BESIDE + 46)


def _number(row: Mapping[str, Any], t: Translator) -> str:
    certain, possible = row["certain"], row["possible"]
    return (
        t.number(certain)
        if certain == possible
        else f"{t.number(certain)}\u2013{t.number(possible)}"
    )


def _sentence(row: Mapping[str, Any], t: Translator) -> str:
    return plain(t("{name}: {what}", name=row["label"], what=_number(row, t)))


def _pale(colour: str) -> str:
    """Return a colour as a thin ground.

    >>> _pale("#2f7fb8")
    'rgba(47, 127, 184, 0.22)'
    """
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return f"rgba({parts[0]}, {parts[1]}, {parts[2]}, 0.22)"
