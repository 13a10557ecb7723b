"""The marks of a figure, trace by trace."""

from collections import defaultdict
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from dashboard.images.values import (
    DASHES,
    HATCHES,
    PIXEL,
    colour,
    each,
    is_bold,
    marker,
    places,
    plain,
)

Trace = dict[str, Any]
Names = dict[str, int] | None
MILLISECONDS = 86_400_000
"""In a day: Plotly gives lengths of time so."""
TEXT = 12
"""Size of a text where none is named, in pixels."""


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


def scatter(axes: Axes, trace: Trace, x: Names, y: Names, before: Trace | None) -> None:
    """Draw lines, marks and words; ``before`` is the trace down to which an area is filled."""
    mode = trace.get("mode", "lines+markers")
    across, up = places(trace.get("x") or (), x), places(trace.get("y") or (), y)
    opacity = trace.get("opacity", 1)
    if "lines" in mode:
        _line(axes, trace, across, up, opacity)
        if trace.get("fill") == "tonexty" and before is not None:
            axes.fill_between(
                across,
                places(before["y"], y),
                up,
                step="post" if (trace.get("line") or {}).get("shape") == "hv" else None,
                color=colour(trace.get("fillcolor")),
                linewidth=0,
            )
    if "markers" in mode:
        _error_bars(axes, trace, across, up)
        _marks(axes, trace, across, up, opacity)
    if "text" in mode:
        words(axes, trace, across, up)


def _line(axes: Axes, trace: Trace, x: np.ndarray, y: np.ndarray, opacity: float) -> None:
    line = trace.get("line") or {}
    axes.plot(
        x,
        y,
        color=colour(line.get("color")),
        linewidth=(line.get("width") or 2) * PIXEL,
        linestyle=DASHES.get(line.get("dash") or "", "-"),
        alpha=opacity,
        solid_capstyle="butt",
        drawstyle="steps-post" if line.get("shape") == "hv" else "default",
    )


def _marks(axes: Axes, trace: Trace, x: np.ndarray, y: np.ndarray, opacity: float) -> None:
    look = trace.get("marker") or {}
    n = len(x)
    line = look.get("line") or {}
    sizes, fills = each(look.get("size") or 6, n), each(look.get("color"), n)
    symbols, edges = each(look.get("symbol") or "circle", n), each(line.get("color"), n)
    seen = each(look["opacity"] if look.get("opacity") is not None else opacity, n)
    for place in range(n):
        if not seen[place] or np.isnan(x[place]):
            continue
        shape, hollow = marker(symbols[place])
        fill = colour(fills[place])
        axes.plot(
            x[place],
            y[place],
            marker=shape,
            markersize=sizes[place] * PIXEL,
            markerfacecolor="none" if hollow else fill,
            markeredgecolor=fill if hollow or not edges[place] else colour(edges[place]),
            markeredgewidth=(line.get("width") or (1.5 if hollow else 0)) * PIXEL,
            alpha=seen[place],
            linestyle="none",
            clip_on=trace.get("cliponaxis", True),
            zorder=3,
        )


def _error_bars(axes: Axes, trace: Trace, x: np.ndarray, y: np.ndarray) -> None:
    bars = trace.get("error_x")
    if not bars:
        return
    after = np.array(bars["array"], dtype=float) / MILLISECONDS
    before = after if bars.get("arrayminus") is None else bars["arrayminus"]
    reach = [np.array(before, dtype=float) / (MILLISECONDS if before is not after else 1), after]
    axes.errorbar(
        x,
        y,
        xerr=reach,
        fmt="none",
        ecolor=colour(bars.get("color")),
        elinewidth=(bars.get("thickness") or 1) * PIXEL,
    )


def words(axes: Axes, trace: Trace, x: np.ndarray, y: np.ndarray) -> None:
    """Write the texts of marks, each on its side of its place."""
    n = len(x)
    font = trace.get("textfont") or {}
    sides = each(trace.get("textposition") or "middle center", n)
    inks = each(font.get("color") or "#1b1f24", n)
    for place, text in enumerate(each(trace.get("text") or "", n)):
        if not text or np.isnan(x[place]):
            continue
        vertical, horizontal = sides[place].split(" ")
        beside = 0 if "markers" not in (trace.get("mode") or "") else 8
        axes.annotate(
            plain(text),
            (x[place], y[place]),
            xytext=({"right": beside, "left": -beside}.get(horizontal, 0), 0),
            textcoords="offset points",
            ha={"right": "left", "left": "right"}.get(horizontal, "center"),
            va={"top": "bottom", "bottom": "top"}.get(vertical, "center_baseline"),
            fontsize=(font.get("size") or TEXT) * PIXEL,
            fontweight="bold" if is_bold(text) else "normal",
            color=colour(inks[place]),
            annotation_clip=False,
            zorder=5,
        )


def is_dated(values: object) -> bool:
    """Whether an axis with these values counts days."""
    return any(hasattr(value, "year") for value in values or ())  # type: ignore[attr-defined]
