"""Draw a figure as a file that stands alone: with its title, day, sources and edition."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

import matplotlib as mpl
import plotly.graph_objects as go
from markupsafe import escape
from matplotlib.figure import Figure

from dashboard.images import legend
from dashboard.images.fonts import families
from dashboard.images.legend import MARGIN, WIDTH
from dashboard.images.plot import draw_map, plot
from dashboard.images.values import PIXEL
from dashboard.words.i18n import Translator

KINDS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
"""Kinds of file, with their media types."""
DOTS, SHARP = 100, 200
"""Dots in an inch: of a pixel as we count them, and of a PNG, for screens with fine dots."""
TITLE, SUBTITLE, FOOT = 20, 14, 11.5
"""Sizes of text, in pixels."""
HEIGHT = 1.3
"""Of a line of text, as a multiple of its size."""
LETTER = 0.47
"""Width of a letter, as a part of its size; where lines are wrapped."""
INK, QUIET = "#1b1f24", "#57606a"
_drawing = Lock()
"""Matplotlib draws one picture at a time: its fonts and settings are shared."""


@dataclass(frozen=True)
class Frame:
    """The texts around a figure, in the reader's language."""

    title: str
    subtitle: str
    foot: Sequence[str]


def picture(figure: go.Figure, frame: Frame, kind: str, t: Translator) -> bytes:
    """Return a figure in its frame as a file of one of the ``KINDS``."""
    settings: Any = {
        "font.family": families(),
        "svg.hashsalt": "chart",  # the same figure gives the same file
        "svg.fonttype": "path",  # looks the same where the typeface is not installed
        "text.parse_math": False,  # a dollar is money
    }
    with _drawing, mpl.rc_context(settings):
        canvas = _rendered(figure.to_dict(), frame, t)
        out = BytesIO()
        canvas.savefig(
            out, format=kind, dpi=SHARP if kind == "png" else DOTS, metadata=_about(frame, kind)
        )
    return _described(out.getvalue(), frame) if kind == "svg" else out.getvalue()


def _about(frame: Frame, kind: str) -> dict[str, Any]:
    metadata = {"Title": frame.title, "Description": " ".join((frame.subtitle, *frame.foot))}
    if kind == "pdf":
        return {"Title": frame.title, "Subject": frame.subtitle, "CreationDate": None}
    return metadata | ({"Date": None} if kind == "svg" else {})


def _described(svg: bytes, frame: Frame) -> bytes:
    """Say in words what a picture shows, for those who cannot see it."""
    elements = f"<title>{escape(frame.title)}</title><desc>{escape(frame.subtitle)}</desc>"
    start = svg.index(b">", svg.index(b"<svg")) + 1
    return b"".join([svg[: start - 1], b' role="img">', elements.encode(), svg[start:]])


def _rendered(parts: dict[str, Any], frame: Frame, t: Translator) -> Figure:
    layout, data = parts["layout"], parts["data"]
    room = WIDTH - 2 * MARGIN
    texts = [
        (_lines(frame.title, TITLE, room), TITLE, "bold", INK),
        (_lines(frame.subtitle, SUBTITLE, room), SUBTITLE, "normal", QUIET),
    ]
    foot = [line for text in frame.foot for line in _lines(text, FOOT, room)]
    entries = legend.entries(parts) if layout.get("showlegend", True) else []
    margin = layout.get("margin") or {}
    titled = bool(layout.get("showlegend", True) and entries)
    body = max(layout["height"] - (margin.get("t") or 0) - (margin.get("b") or 0), 20)
    top = MARGIN + sum(len(lines) * size * HEIGHT for lines, size, *_ in texts) + 10
    legend_rows = legend.rows(entries, room)
    top += len(legend_rows) * legend.LINE + 6 if titled else 0
    above = _above(layout)
    below = _below(layout)
    height = top + above + body + below + 14 + len(foot) * FOOT * HEIGHT + MARGIN
    canvas = Figure(figsize=(WIDTH / DOTS, height / DOTS), dpi=DOTS, facecolor="white")
    _write(canvas, texts, height)
    legend.draw(canvas, legend_rows, top - len(legend_rows) * legend.LINE, height)
    beside = max((margin.get("r") or 0) - MARGIN, 0)  # names at the ends of lines
    box = (MARGIN, top + above, room - beside, body)
    if any(trace["type"] in ("choropleth", "scattergeo") for trace in data):
        draw_map(canvas, parts, box, height)
    else:
        plot(canvas, parts, box, height, t)
    for number, line in enumerate(foot):
        y = height - MARGIN - (len(foot) - 1 - number) * FOOT * HEIGHT
        canvas.text(
            MARGIN / WIDTH, 1 - y / height, line, fontsize=FOOT * PIXEL, color=QUIET, va="baseline"
        )
    return canvas


def _above(layout: dict[str, Any]) -> float:
    """Return the space that titles above a plot need; upright names need the most."""
    tops = [
        axis
        for name, axis in layout.items()
        if name.startswith("xaxis") and axis.get("side") == "top"
    ]
    if not tops:
        return 12 if layout.get("annotations") else 0
    return max((layout.get("margin") or {}).get("t") or 0, 20)


def _below(layout: dict[str, Any]) -> float:
    axes = [axis for name, axis in layout.items() if name.startswith("xaxis")]
    shown = [axis for axis in axes if axis.get("visible", True) and axis.get("side") != "top"]
    if not shown and axes:
        return 0
    return 24 + (20 if any((axis.get("title") or {}).get("text") for axis in shown) else 0)


def _lines(text: str, size: float, room: float) -> list[str]:
    return textwrap.wrap(text, max(int(room / (size * LETTER)), 20))


def _write(canvas: Figure, texts: list[Any], height: float) -> None:
    y = float(MARGIN)
    for lines, size, weight, ink in texts:
        for line in lines:
            canvas.text(
                MARGIN / WIDTH, 1 - y / height, line,
                fontsize=size * PIXEL, fontweight=weight, color=ink, va="top",
            )  # fmt: skip
            y += size * HEIGHT
