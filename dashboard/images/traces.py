"""Lines, marks and words of a figure, trace by trace; bars are in ``bars``."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from dashboard.images.values import DASHES, PIXEL, colour, each, is_bold, marker, places, plain

Trace = dict[str, Any]
Names = dict[str, int] | None
MILLISECONDS = 86_400_000
"""In a day: Plotly gives lengths of time so."""
SPACE = 4
"""Width of a space before or after a text, in points."""
TEXT = 12
"""Size of a text where none is named, in pixels."""


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
        linewidth=(2 if line.get("width") is None else line["width"]) * PIXEL,
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
        shown = plain(text)
        beside += SPACE * (len(shown) - len(shown.strip()))  # Matplotlib passes over them
        axes.annotate(
            shown.strip(),
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
