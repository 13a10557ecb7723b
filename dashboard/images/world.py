"""Maps: the shapes that the pages serve, in the projection that the pages use."""

import json
from collections.abc import Collection, Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from dashboard.images.legend import WIDTH
from dashboard.images.values import colour

FILE = Path(__file__).parents[1] / "static" / "topojson" / "world_50m.json"
Ring = np.ndarray
HALF = 180.5
"""Degrees to either side that a map shows, and a little more."""

SEEN = 0.1
"""The opacity below which a colour is only there to be clicked."""


def natural_earth(longitude: Any, latitude: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return places in the Natural Earth projection (Patterson 2012), from degrees."""
    along, up = np.radians(longitude), np.radians(latitude)
    two, four = up**2, up**4
    across = along * (
        0.8707 - 0.131979 * two + four * (-0.013791 + up**6 * (0.003971 - 0.001529 * two))
    )
    high = up * (
        1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    )
    return across, high


@cache
def countries(middle: float = 0) -> dict[str, list[Ring]]:
    """Return the outlines of each country by its code, projected around a longitude."""
    topology = json.loads(FILE.read_text("utf-8"))
    scale, move = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    arcs = [
        np.array(list(accumulate(map(np.array, arc)))) * scale + move for arc in topology["arcs"]
    ]
    found: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape.get("arcs", [])]
        rings = [ring for part in parts if part for ring in _rings(part[0], arcs, middle)]
        found.setdefault(shape.get("id", ""), []).extend(rings)
    return found


def choropleth(axes: Axes, trace: dict[str, Any], geo: dict[str, Any]) -> None:
    """Fill the shapes of the places of a trace; what can be seen through is land."""
    shapes, line = countries(middle_of(geo)), trace["marker"]["line"]
    rings = [ring for code in trace["locations"] for ring in shapes.get(code, ())]
    fill, edge = colour(trace["colorscale"][-1][1]), colour(line["color"])
    if fill[-1] < SEEN:
        fill = colour(geo["landcolor"])
    axes.add_collection(
        PolyCollection(in_view(rings, axes), facecolor=fill, edgecolor=edge, linewidth=0.3)
    )


def ground(axes: Axes, geo: dict[str, Any], filled: Collection[str]) -> None:
    """Draw all land but the ``filled`` countries, and show the part that the figure shows."""
    middle = middle_of(geo)
    bottom, top = geo["lataxis"]["range"]
    left, right = geo["lonaxis"]["range"]
    ends, heights = (left - middle, 0, right - middle), (bottom, (bottom + top) / 2, top)
    corners = [natural_earth(x, y) for x in ends for y in heights]
    across, up = np.array(corners).T
    axes.set_xlim(float(across.min()), float(across.max()))
    axes.set_ylim(float(up.min()), float(up.max()))
    axes.set_aspect("equal")
    axes.patch.set_visible(False)
    axes.axis("off")
    others = (rings for code, rings in countries(middle).items() if code not in filled)
    rings = [ring for rings in others for ring in rings]
    land = colour(geo["landcolor"])
    axes.add_collection(PolyCollection(in_view(rings, axes), facecolor=land, linewidth=0))


def in_view(rings: Iterable[Ring], axes: Axes) -> list[Ring]:
    """Return outlines as far as they can be seen: a picture of the world holds 80,000 places.

    Without those beyond the edges, and without places closer than half a pixel to the last.
    """
    limits = np.array([axes.get_xlim(), axes.get_ylim()]).T
    step = (limits[1] - limits[0]).max() / WIDTH / 2
    seen = (r for r in rings if (r.max(0) >= limits[0]).all() and (r.min(0) <= limits[1]).all())
    return [_thinned(ring, step) for ring in seen]


def _thinned(ring: Ring, step: float) -> Ring:
    cells = np.round(ring / step)
    moves = np.any(cells[1:] != cells[:-1], axis=1)
    kept: Ring = ring[np.concatenate(([True], moves))]
    return kept if len(kept) > 2 else ring[:: max(1, len(ring) // 3)]


def middle_of(geo: dict[str, Any]) -> float:
    """Return the longitude in the middle of a map."""
    rotation = (geo.get("projection") or {}).get("rotation") or {}
    return round(float(rotation.get("lon") or 0))


def _rings(indices: list[int], arcs: list[np.ndarray], middle: float) -> list[Ring]:
    """Return an outline; one that crosses the line of change of date is drawn on both sides."""
    parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
    points = np.concatenate(parts)
    along = np.unwrap(points[:, 0], period=360) - middle
    along -= 360 * np.round(along.mean() / 360)
    around = [0] if np.abs(along).max() <= HALF else [0, -360, 360]
    return [np.column_stack(natural_earth(along + turn, points[:, 1])) for turn in around]
