"""What the colours and shapes of a figure mean, in lines above it."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dashboard.images.bars import Stack, bars
from dashboard.images.traces import scatter
from dashboard.images.values import PIXEL, colour, marker, plain

WIDTH, MARGIN = 800, 24
"""Of a picture, in pixels."""
SIZE, LINE = 12, 19.2
"""Of the text, and from one line to the next, in pixels."""
INK = "#1b1f24"


def entries(parts: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the traces that have a line in the legend, each name once."""
    shown = (
        trace
        for trace in parts["data"]
        if trace.get("name")
        and trace.get("showlegend", True) is not False
        and trace["type"] != "choropleth"
    )
    return list({trace["name"]: trace for trace in shown}.values())


def rows(entries: list[dict[str, Any]], room: float) -> list[list[tuple[float, Any]]]:
    """Spread the entries over lines as wide as the room; each has its distance from the left."""
    rows: list[list[tuple[float, Any]]] = []
    left = room
    for entry in entries:
        wide = 26 + len(plain(entry["name"])) * SIZE * 0.52 + 14
        if left + wide > room:
            rows.append([])
            left = 0
        rows[-1].append((left, entry))
        left += wide
    return rows


def draw(figure: Figure, rows: list[list[tuple[float, Any]]], top: float, height: float) -> None:
    """Draw the lines of a legend, from ``top`` down, on a picture of some height."""
    for number, row in enumerate(rows):
        y = top + (number + 0.5) * LINE
        for left, entry in row:
            axes = figure.add_axes(
                ((MARGIN + left) / WIDTH, 1 - (y + 6) / height, 20 / WIDTH, 12 / height)
            )
            axes.axis("off")
            axes.set_xlim(0, 1)
            axes.set_ylim(0, 1)
            _sign(axes, entry)
            figure.text(
                (MARGIN + left + 24) / WIDTH, 1 - y / height, plain(entry["name"]),
                fontsize=SIZE * PIXEL, color=INK, va="center_baseline",
            )  # fmt: skip


def _sign(axes: Axes, entry: dict[str, Any]) -> None:
    """Draw the sign of a trace in the legend."""
    look = entry.get("marker") or {}
    if entry["type"] == "bar":
        piece = entry | {
            "x": [1],
            "y": [0.5],
            "orientation": "h",
            "width": 0.9,
            "text": None,
            "base": None,
        }
        piece["marker"] = {**look, "color": _one(look.get("color"))}
        bars(axes, piece, {}, Stack(), None, None)
    elif "markers" in (entry.get("mode") or ""):
        shape, hollow = marker(str(_one(look.get("symbol") or "circle")))
        ink = colour(_one(look.get("color")))
        axes.plot(
            0.5, 0.5, marker=shape, markersize=9 * PIXEL, color=ink,
            markerfacecolor="none" if hollow else ink, clip_on=False,
        )  # fmt: skip
    else:
        scatter(
            axes,
            entry | {"x": [0, 1], "y": [0.5, 0.5], "fill": None, "mode": "lines"},
            None,
            None,
            None,
        )


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list | tuple) and value else value
