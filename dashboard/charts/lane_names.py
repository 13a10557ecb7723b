"""The grounds of the lanes of the timeline, and their names, which fold them."""

from collections.abc import Collection
from itertools import pairwise
from urllib.parse import quote

import polars as pl

from dashboard.charts.lanes import BELOW, DEADLINES, OTHERS
from dashboard.charts.text import wrapped
from dashboard.words.i18n import Translator

Part = dict[str, object]
"""A shape or a note, as Plotly takes it."""

LONG = 84
"""Letters of a lane's name; a phone has a list in place of the lanes."""
BAND = "rgba(124, 136, 148, 0.09)"
"""Ground of every other lane: the colour of lines that explain, thin enough for both grounds."""


def grounds_and_names(
    marks: pl.DataFrame, t: Translator, height: float, folded: Collection[str]
) -> tuple[list[Part], list[Part]]:
    """Return a ground for every other lane, and the name of each above its marks.

    The name folds its lane, or unfolds it (``static/page.js``).
    """
    lanes = marks.group_by("lane", maintain_order=True).agg(
        pl.col("y").min().floor() - 1, pl.first(f"lane_{t.language}").alias("name"), pl.len()
    )
    own = {DEADLINES: t("Deadlines of commitments"), OTHERS: t("Bodies with few entries")}
    tops = [*lanes["y"], height]
    grounds: list[Part] = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": top, "y1": end}
        | {"fillcolor": BAND, "line_width": 0, "layer": "below"}
        for top, end in list(pairwise(tops))[::2]
    ]
    names: list[Part] = [
        {"text": _lane(lane, own.get(lane, name), n, t, is_folded=lane in folded)}
        | {"font": {"size": 12}, "xref": "paper", "x": 0, "xanchor": "left", "y": top + 0.6}
        | {"showarrow": False}
        for lane, top, name, n in lanes.rows()
    ]
    return grounds, names


def _lane(lane: str, name: str | None, n: int, t: Translator, *, is_folded: bool) -> str:
    """Return the name of a lane, and how many marks it has where it does not show them apart."""
    sign, inside = "\u25b8" if is_folded else "\u25be", "\u21b3 " if BELOW in lane else ""
    many = f" · {t.number(n)}" if is_folded else ""
    label = f"{sign} {inside}<b>{wrapped(name or '', LONG, LONG)}</b>{many}"
    # Of a note that is all link Plotly makes two, one of them empty: the keyboard stops at both.
    return f' <a href="#fold={quote(lane)}">{label}</a>'
