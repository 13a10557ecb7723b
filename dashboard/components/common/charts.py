"""Show a figure, and say in words what it shows to those who cannot see it."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from babel.numbers import get_decimal_symbol, get_group_symbol

from dashboard import plotly_element
from dashboard.components.common.chart_theme import themed
from dashboard.state.filters import page_state
from dashboard.theme import DARK
from dashboard.words.i18n import Translator
from transforms.languages import Language

DATES = {
    "date": "%d/%m/%Y",
    "year": "%Y",
    "month": "%b %Y",
    "dayMonth": "%-d %b",
    "dayMonthYear": "%-d %b %Y",
}
"""How a chart writes dates, in the notation of d3."""
HEIGHT = 450
"""In pixels, of a figure that has none of its own."""
PICKED_AT = "picked_at"
"""When the newest choice of a mark was made, as the browser counts."""
MAPS = "app/static/topojson/"
"""Below which address there are borders of countries."""


def chart(
    figure: go.Figure | dict[str, Any],
    key: str,
    description: str,
    *,
    chosen: str | None = None,
    on_pick: Callable[[str | None], None] | None = None,
    on_range: Callable[[Sequence[str]], None] | None = None,
) -> None:
    """Show a figure; or its ``data`` and ``layout``, as Plotly's JSON has them.

    Each chart has a key of its own on the page, under which it is changed and not drawn anew. The
    ``description`` states the finding for those who cannot see it. ``on_pick`` is called with the
    ``customdata`` of a mark that is clicked, and with ``None`` for a second click on the one that
    is ``chosen``; ``on_range`` with the two ends between which the reader drags.
    """
    is_dark = st.context.theme.type == "dark"
    parts = figure if isinstance(figure, dict) else json.loads(figure.to_json())
    parts = themed(for_clicks(parts) if on_pick else parts, "dark" if is_dark else "light")
    plotly_element.draw(
        json.dumps(_darkened(parts) if is_dark else parts, separators=(",", ":")),
        parts["layout"].get("height", HEIGHT),
        key=key,
        description=description,
        words=_words(page_state().t),
        chosen=chosen,
        picked_at=st.session_state.get(PICKED_AT),
        on_pick=on_pick and (lambda: _pick(on_pick, **st.session_state[key].pick)),
        on_range=on_range and (lambda: on_range(st.session_state[key].range)),
    )


def _pick(on_pick: Callable[[str | None], None], mark: str | None, at: int) -> None:
    """Choose a mark, unless another one was chosen later: clicks may come in any order."""
    if at >= st.session_state.get(PICKED_AT, 0):
        st.session_state[PICKED_AT] = at
        on_pick(mark)


def for_clicks(figure: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a figure whose marks can be clicked, where it says nothing of it."""
    layout = figure["layout"]
    drag = layout.get("dragmode") or "pan"
    return {**figure, "layout": {"hovermode": "closest"} | layout | {"dragmode": drag}}


def _darkened(part: Any) -> Any:
    """Return a part of a figure with its colours as they are on the dark ground."""
    if isinstance(part, dict):
        return {name: _darkened(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_darkened(value) for value in part]
    return DARK.get(part, part) if isinstance(part, str) else part


def _words(t: Translator) -> dict[str, Any]:
    """Return what a chart says in the reader's words, and how it writes dates and numbers."""
    return {
        "language": t.language,
        "dictionary": _dictionary(t),
        "format": _formats(t.language_info),
        "enlarge": t("Fullscreen"),
        "maps": MAPS,
    }


def _dictionary(t: Translator) -> dict[str, str]:
    """Return the translated texts of the tool bar, by the English ones."""
    return {
        "Autoscale": t("Autoscale"),
        "Double-click on legend to isolate one trace": t(
            "Double-click on legend to isolate one trace"
        ),
        "Double-click to zoom back out": t("Double-click to zoom back out"),
        "Download plot": t("Download plot"),
        "Download plot as a PNG": t("Download plot as a PNG"),
        "Pan": t("Pan"),
        "Reset": t("Reset"),
        "Reset axes": t("Reset axes"),
        "Reset view": t("Reset view"),
        "Reset views": t("Reset views"),
        "Zoom": t("Zoom"),
        "Zoom in": t("Zoom in"),
        "Zoom out": t("Zoom out"),
    }


@cache
def _formats(language: Language) -> dict[str, Any]:
    """Return how a chart writes dates and numbers: names and signs are those of CLDR."""
    locale = language.locale
    days, months = locale.days["format"], locale.months["format"]
    sunday_first = [6, 0, 1, 2, 3, 4, 5]
    return DATES | {
        "days": [days["wide"][day] for day in sunday_first],
        "shortDays": [days["abbreviated"][day] for day in sunday_first],
        "months": [months["wide"][month] for month in range(1, 13)],
        "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        "decimal": get_decimal_symbol(locale),
        "thousands": get_group_symbol(locale),
    }
