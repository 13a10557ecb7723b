"""Show a figure, and say in words what it shows to those who cannot see it."""

import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.state.filters import page_state
from dashboard.words.messages import LOCALES

UNUSED = ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"]


def chart(
    figure: go.Figure, key: str, description: str, *, on_pick: Callable[[Any], None] | None = None
) -> None:
    """Show ``figure``.

    Args:
        figure: What a function of ``dashboard.charts`` returned.
        key: A name of its own on the page; without one a chart is torn down at every change.
        description: The finding in a sentence, for those who cannot see the figure.
        on_pick: What a click on a mark does, as a callback, with the ``customdata`` of the mark;
            with ``None`` for a second click on the same one.
    """
    config = _config(page_state().t.language)
    if on_pick is None:
        st.plotly_chart(figure, key=key, alt=description, config=config)
        return

    def picked() -> None:
        points = st.session_state[key]["selection"]["points"]
        on_pick(points[0].get("customdata") if points else None)

    st.plotly_chart(
        figure, key=key, alt=description, config=config, on_select=picked, selection_mode="points"
    )


@cache
def _config(language: str) -> dict[str, Any]:
    """Local maps, a small tool bar, and the reader's names of months."""
    return {
        "displaylogo": False,
        "modeBarButtonsToRemove": UNUSED,
        "topojsonURL": "app/static/topojson/",
        "locale": language,
        "locales": tomllib.loads((LOCALES / "plotly.toml").read_text("utf-8")),
    }
