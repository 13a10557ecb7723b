"""The legend of a chart on a page: buttons, each of which leaves only what it stands for."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common.words import escape
from dashboard.figures.legend import Look
from dashboard.state.address import MARK, open_mark, query_values
from dashboard.theme import on_ground
from dashboard.words.i18n import Translator

ABOVE = 16
"""Room above a figure whose legend stands on the page, in pixels."""


def show(
    entries: pl.DataFrame, looks: Mapping[str, Look], t: Translator, key: str, named: str = ""
) -> None:
    """Show what the looks of a chart mean, with how many rows each stands for.

    ``key`` is what the chart is called on the page; ``named`` what addresses call it, if that
    differs.
    """
    if entries.is_empty():
        return
    named, place = named or key, f"legend-{key}-{t.language}"
    words = {
        mark: t("{name}: {what}", name=escape(label), what=t.number(n))
        for mark, label, n in entries.select("mark", "label", "n").iter_rows()
    }
    chosen = next(iter(query_values(MARK)), "")
    st.session_state[place] = next((m for m in words if chosen == f"{named}:{m}"), None)
    with st.container(key=f"legend-{key}"):
        st.html(_signs([looks[code] for code in entries["code"]], key))
        st.pills(
            t("Show only"),
            list(words),
            format_func=words.__getitem__,
            key=place,
            label_visibility="collapsed",
            on_change=lambda: open_mark(named, st.session_state[place]),
        )


def without(figure: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a figure without its own legend and the room for it, if it has one."""
    layout = figure["layout"]
    if layout.get("showlegend") is False:  # what stands above it is something else
        return figure
    margin = layout["margin"]
    freed = max(margin["t"] - ABOVE, 0)
    small = {"height": layout["height"] - freed, "margin": {**margin, "t": margin["t"] - freed}}
    return {**figure, "layout": {**layout, **small, "showlegend": False}}


def _signs(looks: list[Look], key: str) -> str:
    """Return the style that puts before each button what its marks look like."""
    rules = (
        f".st-key-legend-{key} button:nth-of-type({place})::before {{"
        f' content: "{look.sign}"; color: {on_ground(look.colour)};'
        f" -webkit-text-stroke: {'1px ' + on_ground(look.edge) if look.edge else '0'}; }}"
        for place, look in enumerate(looks, start=1)
    )
    return f"<style>{''.join(rules)}</style>"
