"""The bars of a figure, one upon the other where it stacks them."""

from collections import defaultdict

import numpy as np
from matplotlib.axes import Axes

from dashboard.images.traces import MILLISECONDS, TEXT, Names, Trace, is_dated
from dashboard.images.values import HATCHES, PIXEL, colour, each, places, plain


class Stack:
    """Where the next piece of a bar begins."""

    def __init__(self) -> None:
        """Begin with no bar."""
        self.ends: dict[tuple[float, bool], float] = defaultdict(float)

    def starts(self, at: np.ndarray, length: np.ndarray, *, stacked: bool) -> np.ndarray:
        """Return where pieces of these lengths begin, and move the ends of their bars."""
        if not stacked:
            return np.zeros(len(at))
        starts = []
        for place, part in zip(at, length, strict=True):
            key = (float(place), bool(part < 0))
            starts.append(self.ends[key])
            self.ends[key] += part
        return np.array(starts)


def bars(axes: Axes, trace: Trace, layout: Trace, stack: Stack, x: Names, y: Names) -> None:
    """Draw the pieces of bars, one upon the other where the figure stacks them."""
    lying = trace.get("orientation") == "h"
    along, across = ("x", "y") if lying else ("y", "x")
    names = (x, y) if lying else (y, x)
    length, at = places(trace[along], names[0]), places(trace[across], names[1])
    width = trace.get("width") or 1 - layout.get("bargap", 0.2)
    if is_dated(trace[across]):
        width /= MILLISECONDS  # Plotly gives lengths of time so
    stacked = layout.get("barmode", "group") in ("stack", "relative")
    starts = places(each(trace["base"], len(at))) if trace.get("base") is not None else None
    if starts is None:
        starts = stack.starts(at, length, stacked=stacked)
    look = trace.get("marker", {})
    line, pattern = look.get("line", {}), look.get("pattern", {})
    fills = [colour(one) for one in each(look.get("color"), len(at))]
    shapes = each(pattern.get("shape") or "", len(at))
    edges = each(line.get("color"), len(at))
    draw = axes.barh if lying else axes.bar
    for place, part, start, fill, shape, edge in zip(
        at, length, starts, fills, shapes, edges, strict=True
    ):
        draw(
            place,
            part,
            width,
            start,
            color=fill,
            edgecolor=colour(edge) if edge else "white",
            linewidth=(line.get("width") or 0) * PIXEL,
            hatch=HATCHES.get(shape),
            hatchcolor=colour(pattern.get("fgcolor")) if shape else None,
            hatch_linewidth=0.6,
            zorder=2,
        )
    _beside_bars(axes, trace, at, starts + length, lying=lying)


def _beside_bars(
    axes: Axes, trace: Trace, at: np.ndarray, ends: np.ndarray, *, lying: bool
) -> None:
    if trace.get("text") is None:
        return
    inside = trace.get("textposition") == "inside"
    size = (trace.get("textfont") or {}).get("size") or TEXT
    ink = colour((trace.get("textfont") or {}).get("color") or "#1b1f24")
    for place, end, text in zip(at, ends, each(trace["text"], len(at)), strict=True):
        axes.annotate(
            plain(text),
            (end, place) if lying else (place, end),
            xytext=(-4 if inside else 4, 0) if lying else (0, -10 if inside else 4),
            textcoords="offset points",
            ha=("right" if inside else "left") if lying else "center",
            va="center" if lying else "bottom",
            fontsize=size * PIXEL,
            color=ink,
            zorder=5,
        )
