"""The plot or map within a picture: traces on their axes, in the space left for them."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from dashboard.images import axes as sides
from dashboard.images import world
from dashboard.images.bars import Stack, bars
from dashboard.images.legend import WIDTH
from dashboard.images.traces import is_dated, scatter
from dashboard.words.i18n import Translator

Box = tuple[float, float, float, float]
"""Left, top, width and height, in pixels from the upper left corner of the picture."""


def plot(canvas: Figure, parts: dict[str, Any], box: Box, height: float, t: Translator) -> None:
    """Draw the traces on their axes, and make room for what is written beside them."""
    layout, data = parts["layout"], parts["data"]
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for trace in data:
        key = (trace.get("xaxis", "x"), trace.get("yaxis", "y"))
        groups.setdefault(key, []).append(trace)
    for (x, y), own in groups.items():
        names = (x.replace("x", "xaxis"), y.replace("y", "yaxis"))
        axes = _axes(canvas, layout.get(names[0], {}), box, height)
        across = sides.categories(own, layout.get(names[0], {}), "x")
        up = sides.categories(own, layout.get(names[1], {}), "y")
        _traces(axes, own, layout, across, up)
        dated = layout.get(names[0], {})
        if any(is_dated(trace.get("x")) for trace in own):
            dated = {**dated, "type": "date"}
        own_layout = {
            **layout,
            names[0]: _named(dated, across),
            names[1]: _named(layout.get(names[1], {}), up),
        }
        sides.set_up(axes, own_layout, names, t)
        if (x, y) == ("x", "y"):
            sides.shapes(axes, layout)
            sides.annotations(axes, layout, across, up)
        _fit(canvas, axes, box)


def _named(axis: dict[str, Any], names: dict[str, int] | None) -> dict[str, Any]:
    """Return an axis of names with a place for each, and room around the first and the last."""
    if names is None:
        return axis
    texts = dict(zip(axis.get("tickvals") or (), axis.get("ticktext") or (), strict=False))
    ends = axis.get("range") or (-0.6, len(names) - 0.4)
    return axis | {
        "tickvals": list(names.values()),
        "ticktext": [texts.get(name, name) for name in names],
        "range": ends,
        "showgrid": False,
    }


def _axes(canvas: Figure, x: dict[str, Any], box: Box, height: float) -> Axes:
    left, top, wide, high = box
    first, last = x.get("domain") or (0, 1)
    place = ((left + first * wide) / WIDTH, 1 - (top + high) / height)
    return canvas.add_axes((*place, (last - first) * wide / WIDTH, high / height))


def _traces(axes: Axes, own: list[dict[str, Any]], layout: dict[str, Any], x: Any, y: Any) -> None:
    stack, before = Stack(), None
    for trace in own:
        if trace["type"] == "bar":
            bars(axes, trace, layout, stack, x, y)
        elif trace.get("x"):
            scatter(axes, trace, x, y, before)
            before = trace


def _fit(canvas: Figure, axes: Axes, box: Box) -> None:
    """Move the left side of a plot to where the longest name beside it has room."""
    needed = axes.yaxis.get_tightbbox(FigureCanvasAgg(canvas).get_renderer())
    if needed is None:
        return
    place = axes.get_position()
    over = (box[0] - needed.x0) / WIDTH if needed.x0 < box[0] else 0
    if over > 0:
        axes.set_position((place.x0 + over, place.y0, place.width - over, place.height))


def draw_map(canvas: Figure, parts: dict[str, Any], box: Box, height: float) -> None:
    """Draw the shapes and marks of a map."""
    axes = _axes(canvas, {}, box, height)
    shapes = [trace for trace in parts["data"] if trace["type"] == "choropleth"]
    filled = {code for trace in shapes for code in trace["locations"]}
    world.ground(axes, parts["layout"]["geo"], filled)
    for trace in parts["data"]:
        if trace["type"] == "choropleth":
            world.choropleth(axes, trace, parts["layout"]["geo"])
        elif trace.get("lon") and trace["lon"][0] is not None:
            middle = world.middle_of(parts["layout"]["geo"])
            along = (np.array(trace["lon"], dtype=float) - middle + 180) % 360 - 180
            x, y = world.natural_earth(along, trace["lat"])
            scatter(axes, trace | {"x": list(x), "y": list(y), "mode": "markers"}, None, None, None)
