"""A chart of a result, as its reader chooses it."""

import polars as pl
import streamlit as st

from dashboard import charts
from dashboard.charts.answer import MARKS, Drawing, amount
from dashboard.components.common.charts import chart as show
from dashboard.shaping.answer import COUNT, NONE, Fitting, fitting
from dashboard.state import filters
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator, message

NO_CHART = "none"
LABELS = {
    NO_CHART: message("No chart"),
    "bars": message("Bars"),
    "lines": message("Lines"),
    "points": message("Points"),
    "scatter": message("Scatter"),
}


def chart(rows: pl.DataFrame) -> None:
    """Let the reader choose a chart that fits the rows, and draw it."""
    t = page_state().t
    kinds = fitting(rows)
    if not kinds:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = filters.choice(
            "chart",
            t("Chart"),
            [NO_CHART, *kinds],
            lambda kind: t(LABELS[kind]),
            default=NO_CHART,
        )
        if kind == NO_CHART:
            return
        drawing = _drawing(kind, kinds[kind], t)
    _draw(rows, drawing, t)


def _drawing(kind: str, fits: Fitting, t: Translator) -> Drawing:
    def words(name: str) -> str:
        return {COUNT: t("Number of rows"), NONE: t("None")}.get(name) or name

    # One color for all is the only choice where no column has few values.
    several = len(fits.colour) > 1
    across, up = (t("Of what"), t("How much")) if kind == "bars" else (t("Across"), t("Up"))
    return Drawing(
        kind,
        filters.choice("x", across, fits.x, words, default=fits.x[0]),
        filters.choice("y", up, fits.y, words, default=fits.y[0]),
        filters.choice("colour", t("Colour"), fits.colour, words, default=fits.colour[0])
        if several
        else NONE,
    )


def _draw(rows: pl.DataFrame, drawing: Drawing, t: Translator) -> None:
    marks = drawing.marks(rows)
    if marks.is_empty():
        st.info(t("No row has a value for both."))
        return
    if marks.height > MARKS[drawing.kind]:
        st.info(
            t(
                "This would be {n} marks; a chart of this kind has room for {most}. Group the rows"
                " or ask for fewer.",
                n=marks.height,
                most=MARKS[drawing.kind],
            )
        )
        return
    numbers = marks["y"].to_list()
    alt = t.plural(
        "{y} by {x}: {n} mark, from {low} to {high}.",
        "{y} by {x}: {n} marks, from {low} to {high}.",
        marks.height,
        x=drawing.x,
        y=amount(marks, drawing, t),
        low=t.number(min(numbers), 2),
        high=t.number(max(numbers), 2),
    )
    show(charts.answer(marks, drawing, t), "answer-chart", alt)
