"""What happened and what is planned, on a lane for each body."""

import math
from collections.abc import Collection
from datetime import date

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.event_sentence import event_sentence
from dashboard.charts.lane_names import Part, grounds_and_names
from dashboard.charts.lanes import MARK, arranged
from dashboard.charts.text import plain
from dashboard.theme import GROUP_COLOURS, GROUP_OF, GROUP_SYMBOLS, INK, LAYOUT
from dashboard.words.i18n import Translator, message

GROUPS = {
    "texts": message("Texts"),
    "joining": message("Joining"),
    "bodies": message("Bodies, programmes, meetings"),
    "findings": message("Findings"),
    "deadlines": message("Deadlines"),
}
ROW = 15
"""Height of a row of marks, in pixels."""
GAP = "\u2003"
"""Between a mark and its name: half the width of a mark, since the name is set at its middle."""
DOT = 4
"""Width in pixels of the dot inside a mark."""
QUIET: Part = {"hoverinfo": "skip", "showlegend": False}
"""Of what only goes with a mark."""


def timeline(
    events: pl.DataFrame,
    t: Translator,
    day: date,
    first: date,
    last: date,
    folded: Collection[str] = (),
    as_of: tuple[str, str] | None = None,
) -> go.Figure:
    """Draw each event as a mark of its group; hollow if it is planned or after ``day``.

    A dot inside says that it was first known after the day.

    What is known only to a month, a year or a span of days is a bar over the days it can mean.

    Args:
        events: Rows of ``timeline_on(day)`` that are between the two days, with ``lane`` (of
            ``in_lanes``) and ``label``, the name to write beside the mark, or nothing.
        t: The reader's language.
        day: The as-of day.
        first: First day shown.
        last: Last day shown.
        folded: Lanes that are one row high, without words.
        as_of: Where the line of the day is and what the day is called, if that is not yet known.
    """
    at, named = as_of or (day, t.date(day))
    marks = arranged(events, first, last, folded, t.language).with_columns(
        hollow=_hollow(day), group=pl.col("kind").replace_strict(GROUP_OF)
    )
    drawn = [*_bars(marks), *_marks(marks, t, day, named), *_dots(marks), _names(marks)]
    height = float(marks["y"].max()) + 0.8  # type: ignore[arg-type]  # numbers, and not empty
    grounds, names = grounds_and_names(marks, t, height, folded)
    line, caption = _as_of(at, named, height)
    # All at once: Plotly checks all there are with each that is added.
    layout = LAYOUT | {
        "dragmode": "zoom",
        "uirevision": f"{first}{last}",
        "shapes": [*grounds, line],
        "annotations": [*names, caption],
        "height": int((height + 1.2) * ROW) + 120,
        "margin": {"b": 24, "l": 0, "r": 8, "t": 48},
        "xaxis": {
            "type": "date",
            "range": [first, last],
            "minor": {"dtick": "M12", "showgrid": True},
        },
        "yaxis": {"visible": False, "range": [height, -1.2], "fixedrange": True},
    }
    return go.Figure([*drawn, *_legend(marks, t)], layout)


def _hollow(day: date) -> pl.Expr:
    """Not certain to have happened; a deadline that has passed has passed, whatever was done."""
    held = pl.col("status").eq("held") | pl.col("kind").eq("deadline")
    return ~held | pl.col("happened_on_latest").gt(day) | pl.col("known_later")


def _bars(marks: pl.DataFrame) -> list[go.Scatter]:
    """Bars over the days that a date can mean, one trace for each colour."""
    spans = marks.filter(pl.col("since") < pl.col("until"))
    return [
        go.Scatter(
            x=[x for row in rows.select("since", "until").rows() for x in (*row, None)],
            y=[y for y in rows["y"] for y in (y, y, None)],
            mode="lines",
            line={"color": GROUP_COLOURS[group], "width": 4},
            opacity=0.4,
            legendgroup=group,
            **QUIET,
        )
        for (group,), rows in spans.partition_by("group", as_dict=True).items()
    ]


def _marks(marks: pl.DataFrame, t: Translator, day: date, named: str) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=rows["middle"].to_list(),
            y=rows["y"].to_list(),
            name=plain(t(GROUPS[group])),
            legendgroup=group,
            showlegend=False,
            mode="markers",
            marker=_marker(group, rows),
            customdata=rows["id"].to_list(),
            hovertext=[event_sentence(row, t, day, named) for row in rows.iter_rows(named=True)],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        for (group,), rows in marks.partition_by("group", as_dict=True).items()
    ]


def _dots(marks: pl.DataFrame) -> list[go.Scatter]:
    """A dot inside each mark that was first known later; not all shapes have one of their own."""
    later, look = marks.filter("known_later"), {"symbol": "circle", "color": INK, "size": DOT}
    dots = go.Scatter(
        x=later["middle"].to_list(), y=later["y"].to_list(), mode="markers", marker=look,
        **QUIET,
    )  # fmt: skip
    return [dots] if later.height else []


def _names(marks: pl.DataFrame) -> go.Scatter:
    """The names beside some marks, where their lane was kept free for them."""
    named = marks.drop_nulls("label")
    side = pl.when("left")
    return go.Scatter(
        x=named.select(side.then("since").otherwise("until")).to_series().to_list(),
        y=named["y"].to_list(),
        mode="text",
        text=[f"{GAP}{plain(label)}{GAP}" for label in named["label"]],
        textposition=["middle left" if left else "middle right" for left in named["left"]],
        textfont={"size": 11},
        **QUIET,
    )


def _legend(marks: pl.DataFrame, t: Translator) -> list[go.Scatter]:
    """What the shapes mean, apart from the marks, whose first one may be hollow."""
    shown = set(marks["group"])
    entries = [
        _entry(plain(t(words)), group, GROUP_SYMBOLS[group], GROUP_COLOURS[group])
        for group, words in GROUPS.items()
        if group in shown
    ]
    if marks["hollow"].any():
        entries.append(_entry(t("planned, or not past"), "", "circle-open", INK))
    if marks["known_later"].any():
        entries.append(_entry(t("first known later"), "", "circle-open-dot", INK))
    if marks.filter(pl.col("since") < pl.col("until")).height:
        bar = _entry(t("day not known"), "", "circle", INK)
        entries.append(bar.update(mode="lines", line={"color": INK, "width": 4}, opacity=0.5))
    return entries


def _entry(name: str, group: str, symbol: str, colour: str) -> go.Scatter:
    marker = {"symbol": symbol, "color": colour, "size": 9}
    return go.Scatter(
        x=[None], y=[None], mode="markers", name=name, legendgroup=group, marker=marker
    )


def _as_of(day: date | str, named: str, height: float) -> tuple[Part, Part]:
    """Return the line of the day, and what stands above it."""
    line = {"color": INK, "width": 1.5, "dash": "dot"}
    shape = {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": height, "line": line}
    name = {"text": named, "x": day, "y": -0.6, "showarrow": False, "xanchor": "auto"}
    return {**shape, "layer": "below"}, {**name, "font": {"size": 12}}


def _marker(group: str, rows: pl.DataFrame) -> dict[str, object]:
    symbol, colour = GROUP_SYMBOLS[group], GROUP_COLOURS[group]
    return {
        "symbol": [symbol + "-open" if hollow else symbol for hollow in rows["hollow"]],
        "color": colour,
        "size": [_size(n) for n in rows["n"]],
        "line": {"width": 1.5, "color": colour},
        "opacity": 1,  # marks of several sizes would be see-through, and their colours too weak
    }


def _size(n: int) -> float:
    """Of a mark that stands for ``n`` things, in pixels; never wider than a row is high."""
    return min(MARK - 3 + math.sqrt(n), ROW - 2)
