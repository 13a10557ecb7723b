"""Rows of bars with their names above them, so that a name of any length fits on a phone."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

ROW = 38
"""Height of a row in pixels: its name, and under it its bars."""
BAR, NAME = 0.14, -0.26
"""Where in its row a bar and its name stand; down is more."""
WIDTH = 0.34
"""Of a bar, as a part of its row."""


def places(rows: int) -> list[float]:
    """Return where the bars of so many rows stand."""
    return [row + BAR for row in range(rows)]


def names(texts: Sequence[str]) -> go.Scatter:
    """Return the names of the rows, as Plotly shows them, above their bars."""
    return go.Scatter(
        x=[0] * len(texts),
        y=[row + NAME for row in range(len(texts))],
        mode="text",
        name="",
        text=list(texts),
        textposition="middle right",
        textfont={"size": 12},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def axis(rows: int) -> dict[str, Any]:
    """Return the axis down which so many rows stand: a line between them, and nothing else."""
    return {
        "range": [rows - 0.5, -0.5],
        "tickvals": [row - 0.5 for row in range(rows + 1)],
        "showticklabels": False,
        "zeroline": False,
        "fixedrange": True,
    }
