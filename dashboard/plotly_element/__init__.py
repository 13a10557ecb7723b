"""The element that draws a chart: Plotly, in a place of the page that stays.

Streamlit's own element makes a chart anew with each change of its figure, from a bundle three times
as large.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import bundles

NAME = "chart"
FOLDER = Path(__file__).parent

_COMPONENT = st.components.v2.component(
    NAME, js=(FOLDER / "loader.js").read_text("utf-8"), isolate_styles=False
)


def draw(
    figure: str,
    height: int,
    *,
    key: str,
    description: str,
    words: Mapping[str, Any],
    chosen: str | None = None,
    picked_at: int | None = None,
    on_pick: Callable[[], None] | None = None,
    on_range: Callable[[], None] | None = None,
) -> None:
    """Draw a figure, or change the one that is drawn under this key.

    Args:
        figure: ``data`` and ``layout``, in Plotly's JSON.
        height: In pixels, kept free until the figure is drawn.
        key: A name of its own on the page.
        description: What the figure shows, for those who cannot see it.
        words: ``language``, ``dictionary`` and ``format`` (as Plotly's locales have them),
            ``enlarge``, and ``maps``, the address below which borders are.
        chosen: The mark whose rows are shown; marks look chosen only as long as one is.
        picked_at: When the mark was chosen that the page knows of, as the browser counts.
        on_pick: Called when a mark was clicked: in ``st.session_state[key].pick``, ``mark`` is its
            ``customdata`` as text, and ``None`` for a second click on it; ``at`` is when.
        on_range: Called when the reader has dragged: ``st.session_state[key].range`` has both ends.
    """
    _COMPONENT(
        key=key,
        data={
            "figure": figure,
            "height": height,
            "description": description,
            "words": dict(words),
            "chosen": chosen,
            "pickedAt": picked_at,
            "picks": on_pick is not None,
            "ranges": on_range is not None,
            "bundle": bundles.address(bundles.CHARTS),
        },
        on_pick_change=on_pick,
        on_range_change=on_range,
    )
