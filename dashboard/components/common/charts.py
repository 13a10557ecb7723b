"""Show a figure, and say in words what it shows to those who cannot see it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from babel.numbers import get_decimal_symbol, get_group_symbol
from plotly.basedatatypes import BaseFigure

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
UNUSED = ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"]
AS_DRAWN = {"datarevision": 1}
"""That rows are the same as long as this is: Streamlit hands each figure to Plotly twice, and the
second time all rows in new arrays, which Plotly would take for new rows and draw again."""


class Finished(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A figure that nobody changes any more: Streamlit takes it without a copy and a check."""

    def __init__(self, parts: dict[str, Any]) -> None:
        """Take ``data`` and ``layout`` as Plotly's JSON has them."""
        self._parts = parts

    def to_dict(self) -> dict[str, Any]:
        """Return the parts themselves."""
        return self._parts


def chart(
    figure: go.Figure | dict[str, Any],
    key: str,
    description: str,
    *,
    on_pick: Callable[[Any], None] | None = None,
    on_range: Callable[[Sequence[str]], None] | None = None,
) -> None:
    """Show a figure, of ``dashboard.charts`` or as Plotly's JSON has it.

    Each chart has a key of its own on the page: without one it is torn down at every change. The
    ``description`` states the finding for those who cannot see it. ``on_pick`` is called with the
    ``customdata`` of a mark that is clicked, and with ``None`` for a second click on the same one;
    ``on_range`` with the two ends between which the reader drags.
    """
    config = _config(page_state().t)
    parts = figure if isinstance(figure, dict) else figure.to_dict()
    is_dark = st.context.theme.type == "dark"
    parts = themed(
        drawn_once(parts, opens_marks=on_pick is not None), "dark" if is_dark else "light"
    )
    finished = Finished(_darkened(parts) if is_dark else parts)
    if on_pick is None:
        st.plotly_chart(finished, key=key, alt=description, config=config, theme=None)
        return

    def picked() -> None:
        selection = st.session_state[key]["selection"]
        points, boxes = selection["points"], selection["box"]
        if boxes and on_range:
            on_range([str(end) for end in boxes[0]["x"]])
            return
        on_pick(points[0].get("customdata") if points else None)

    st.plotly_chart(
        finished,
        key=key,
        alt=description,
        config=config,
        theme=None,
        on_select=picked,
        selection_mode=("points", "box") if on_range else "points",
    )


def drawn_once(figure: dict[str, Any], *, opens_marks: bool) -> dict[str, Any]:
    """Return the parts of a figure with what Streamlit would set after it was drawn.

    Each difference between the two times that Streamlit hands a figure to Plotly would have
    Plotly draw all of it again.

    Args:
        figure: ``data`` and ``layout``, as Plotly's JSON has them.
        opens_marks: Whether a click on a mark does something.
    """
    layout = figure["layout"] | AS_DRAWN
    if opens_marks:
        drag = layout.get("dragmode") or "pan"
        click = "event" if drag in ("select", "lasso") else "event+select"
        layout |= {"dragmode": drag, "clickmode": layout.get("clickmode") or click}
        layout["hovermode"] = layout.get("hovermode") or "closest"
    return {**figure, "layout": layout}


def _darkened(part: Any) -> Any:
    """Return a part of a figure with its colours as they are on the dark ground."""
    if isinstance(part, dict):
        return {name: _darkened(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_darkened(value) for value in part]
    return DARK.get(part, part) if isinstance(part, str) else part


def _config(t: Translator) -> dict[str, Any]:
    """Local maps, a small tool bar, and the reader's words and names of months."""
    return {
        "displaylogo": False,
        "modeBarButtonsToRemove": UNUSED,
        "topojsonURL": "app/static/topojson/",
        "locale": t.language,
        "locales": {
            t.language: {"dictionary": _dictionary(t), "format": _formats(t.language_info)}
        },
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
