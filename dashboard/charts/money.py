"""What is on record as target, pledge, budget and payment: a line of dots for each programme."""

from collections.abc import Iterator
from math import ceil
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.money_places import Steps, ends, placed, powers
from dashboard.charts.sums import number, sentence, span
from dashboard.charts.text import plain
from dashboard.theme import GAP_COLOURS, LAYOUT
from dashboard.words.i18n import Translator

ROW = 21
AROUND = 34
"""Heights in pixels: of one line of text or dots, and of the axis."""
LEFT = 76
"""Room for the names of the steps, in pixels."""
DECADES = 3
"""From one number on the axis to the next: a thousand times as much."""
WIDE = 1.8
"""Decades that a sum takes in words: further to the right they stand on the left of their dot."""
ABOVE = 0.8
"""How far above the line of several sums its words stand, in rows."""
GAP = "\u2002\u2002"
"""Between a dot and its words."""
COLOUR = GAP_COLOURS["need_and_offer"]
HOLLOW = "circle-open"
"""A target is no money yet."""


def money(rows: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw the sums of each programme or body on one scale, where each number is ten times another.

    Args:
        rows: ``chain`` (whose money it is), ``subject`` (its name), ``step``, ``amount``,
            ``amount_to`` (upper end of a range), ``currency``, ``qualifier``, ``words`` and
            ``mark``, in the order to draw; without an amount, the step is not on record.
        t: The reader's language.
    """
    first, last = ends(rows)
    rows = rows.with_columns(x=powers(rows["amount"], first), x_to=powers(rows["amount_to"], first))
    names, steps, silent, height = placed(rows, t)
    middle = last - WIDE
    figure = go.Figure(
        [
            *_spans(steps),
            _dots(steps, t),
            _sums(steps, middle, t),
            *_words(names, silent, first),
        ]
    )
    ticks = [n for n in range(first, ceil(last) + 1) if n % DECADES == 0]
    figure.update_layout(LAYOUT, height=AROUND + ROW * height, showlegend=False, dragmode=False)
    figure.update_layout(margin={"t": 8, "b": AROUND, "l": LEFT, "r": 0}, hovermode="closest")
    figure.update_xaxes(
        range=[first, last],
        tickvals=ticks,
        ticktext=[number(10**n, t) for n in ticks],
        zeroline=False,
        fixedrange=True,
        automargin=False,
    )
    figure.update_yaxes(
        range=[height - 0.5, -0.5],
        tickvals=[place for place, _ in steps] + [place for place, _ in silent],
        ticktext=[plain(t.label("figure_nature", group[0]["step"])) for _, group in steps]
        + ["" for _ in silent],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=False,
    )
    return figure


def _spans(steps: Steps) -> Iterator[go.Scatter]:
    """Yield a thin line from the least sum of a step to the most, and a thick one for a range."""
    x: list[float | None] = []
    y: list[int | None] = []
    for place, group in steps:
        for row in group:
            if row["x_to"] is not None:
                x += [row["x"], row["x_to"], None]
                y += [place, place, None]
    yield _line(x, y, 8)
    spread = [(place, [row["x"] for row in group]) for place, group in steps]
    wide = [(place, ends) for place, ends in spread if min(ends) < max(ends)]
    yield _line(
        [x for _, ends in wide for x in (min(ends), max(ends), None)],
        [y for place, _ in wide for y in (place, place, None)],
        1.5,
    )


def _line(x: list[Any], y: list[Any], width: float) -> go.Scatter:
    return go.Scatter(
        x=x, y=y, mode="lines", name="", hoverinfo="skip", opacity=0.5,
        line={"color": COLOUR, "width": width},
    )  # fmt: skip


def _dots(steps: Steps, t: Translator) -> go.Scatter:
    each = [(place, row) for place, group in steps for row in group]
    return go.Scatter(
        x=[row["x"] for _, row in each],
        y=[place for place, _ in each],
        mode="markers",
        name="",
        marker={
            "size": 11,
            "color": COLOUR,
            "symbol": [HOLLOW if row["step"] == "target" else "circle" for _, row in each],
            "line": {"width": 2, "color": COLOUR},
        },
        customdata=[row["mark"] for _, row in each],
        hovertext=[plain(sentence(row, t)) for _, row in each],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _sums(steps: Steps, middle: float, t: Translator) -> go.Scatter:
    """Write beside the dots of a step which sums they are."""
    texts: list[tuple[float, float, str, str]] = []
    for place, group in steps:
        ends = [end for row in group for end in (row["x"], row["x_to"]) if end is not None]
        least, most, words = min(ends), max(ends), plain(span(group, t))
        if len({row["x"] for row in group}) > 1:
            texts.append(((least + most) / 2, place - ABOVE, words, "middle center"))
        elif most <= middle:
            texts.append((most, place, f"{GAP}{words}", "middle right"))
        else:
            texts.append((least, place, f"{words}{GAP}", "middle left"))
    return go.Scatter(
        x=[x for x, *_ in texts],
        y=[y for _, y, *_ in texts],
        mode="text",
        name="",
        text=[text for *_, text, _ in texts],
        textposition=[position for *_, position in texts],
        textfont={"size": 12},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _words(
    names: list[tuple[int, str]], silent: list[tuple[int, str]], first: float
) -> Iterator[go.Scatter]:
    """Yield the names of programmes and bodies, and below each what is not on record of it."""
    for texts, tag in ((names, "b"), (silent, "i")):
        yield go.Scatter(
            x=[first] * len(texts),
            y=[place for place, _ in texts],
            mode="text",
            name="",
            text=[f"<{tag}>{text}</{tag}>" for _, text in texts],
            textposition="middle right",
            textfont={"size": 12},
            cliponaxis=False,
            hoverinfo="skip",
        )
