"""Convert what a Plotly figure holds for Matplotlib: colours, texts, symbols, days."""

import html
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import numpy as np
from matplotlib import colors, dates

PIXEL = 0.72
"""Points in a pixel: sizes of text and lines are in points."""
SYMBOLS = {
    "circle": "o",
    "square": "s",
    "diamond": "D",
    "diamond-tall": "d",
    "diamond-wide": "D",
    "triangle-up": "^",
    "triangle-down": "v",
    "triangle-left": "<",
    "triangle-right": ">",
    "cross": "P",
    "x": "X",
    "star": "*",
    "star-square": (4, 1, 45),
    "hexagon": "h",
    "hexagon2": "H",
    "pentagon": "p",
    "octagon": "8",
    "hourglass": (3, 1, 0),
    "line-ew": "_",
}
DASHES = {"dot": ":", "dash": "--", "dashdot": "-.", "longdash": (0, (8, 3))}
HATCHES = {"/": "////", "\\": "\\\\\\\\", "x": "xxxx", ".": "....", "-": "----", "|": "||||"}
TAG = re.compile(r"<[^>]*>")
RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")


def colour(text: str | None) -> Any:
    """Return a colour as red, green, blue and opacity.

    >>> [round(part, 2) for part in colour("rgba(255, 0, 0, 0.5)")]
    [1.0, 0.0, 0.0, 0.5]
    """
    found = RGBA.fullmatch(text or "")
    if found:
        red, green, blue, opacity = map(float, found.groups())
        return (red / 255, green / 255, blue / 255, opacity)
    return colors.to_rgba(text or "none")


def plain(text: object) -> str:
    r"""Return the words of a text that Plotly shows: its markup is no part of them.

    >>> plain("<b>R&amp;D</b><br>1 &lt; 2")
    'R&D\n1 < 2'
    """
    return html.unescape(TAG.sub("", str(text).replace("<br>", "\n")))


def is_bold(text: object) -> bool:
    """Whether all of a text is bold."""
    return str(text).startswith("<b>")


def marker(symbol: str) -> tuple[Any, bool]:
    """Return a marker, and whether it is hollow.

    >>> marker("circle-open")
    ('o', True)
    """
    bare = symbol.removesuffix("-dot").removesuffix("-open")
    return SYMBOLS.get(bare, "o"), "-open" in symbol


def places(values: Iterable[Any], categories: dict[str, int] | None = None) -> np.ndarray:
    """Return where values stand on an axis: days as their numbers, names by their places."""
    return np.array([_place(value, categories) for value in values], dtype=float)


def each(value: Any, n: int) -> list[Any]:
    """Return a setting for each of ``n`` marks, whether it is one for all or one for each."""
    return list(value) if isinstance(value, list | tuple) else [value] * n


def _place(value: Any, categories: dict[str, int] | None) -> float:
    if value is None:
        return float("nan")
    if categories is not None and isinstance(value, str):
        return categories[value]
    if isinstance(value, date):
        return float(dates.date2num(value))
    if isinstance(value, str):
        return float(dates.date2num(datetime.fromisoformat(value)))
    return float(value)
