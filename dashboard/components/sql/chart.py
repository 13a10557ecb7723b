"""A chart of a result, as its reader chooses it."""

import json
from functools import partial
from urllib.parse import urljoin

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard import charts
from dashboard.charts.answer import MARKS, Drawing
from dashboard.components.common import legends
from dashboard.components.common.charts import chart as show
from dashboard.components.common.ways_out import frame
from dashboard.components.common.words import escape
from dashboard.components.sql import state as sql_state
from dashboard.components.sql.saved import name_of
from dashboard.figures import View, answers
from dashboard.figures.frame import foot
from dashboard.figures.legend import ENTRY, EVERY, code_of
from dashboard.filtering.query import Query
from dashboard.images import KINDS, Frame, picture
from dashboard.shaping.answer import COUNT, NONE, Fitting, fitting
from dashboard.state import address, filters
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator, message

NO_CHART = "none"
ANSWER = "answer"
"""How the name of the chart begins where the address names one of its marks."""
LABELS = {
    NO_CHART: message("No chart"),
    "bars": message("Bars"),
    "lines": message("Lines"),
    "points": message("Points"),
    "scatter": message("Scatter"),
}


def chart(rows: pl.DataFrame) -> pl.DataFrame:
    """Let the reader choose a chart that fits the rows, and draw it.

    Returns:
        The rows behind the mark that the reader chose; all of them without one.
    """
    t = page_state().t
    kinds = fitting(rows)
    if not kinds:
        return rows
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = filters.choice(
            "chart",
            t("Chart"),
            [NO_CHART, *kinds],
            lambda kind: t(LABELS[kind]),
            default=NO_CHART,
        )
        if kind == NO_CHART:
            return rows
        drawing = _drawing(kind, kinds[kind], t)
    return _draw(rows, drawing, t)


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


def _draw(rows: pl.DataFrame, drawing: Drawing, t: Translator) -> pl.DataFrame:
    marks = drawing.marks(rows)
    if marks.is_empty():
        st.info(t("No row has a value for both."))
        return rows
    if marks.height > MARKS[drawing.kind]:
        st.info(
            t(
                "This would be {n} marks; a chart of this kind has room for {most}. Group the rows"
                " or ask for fewer.",
                n=marks.height,
                most=MARKS[drawing.kind],
            )
        )
        return rows
    title = charts.answer_sentence(marks, drawing, t)
    name, view = _name(rows, drawing), View(t, page_state().day)
    legend = answers.legend(drawing, Query("", {}))
    entries = pl.DataFrame(schema=ENTRY)
    if legend:
        entries = legend.entries(marks, view)
        legends.show(entries, legend.looks(marks, view), t, ANSWER, name)
    mark = _mark(name, entries)
    code = code_of(mark)
    shown = marks.filter(pl.col("code") == code) if code else marks
    figure = charts.answer(shown, drawing, t)
    parts = json.loads(figure.to_json())
    parts = legends.without(parts) if entries.height else parts
    show(
        parts,
        "answer-chart",
        title,
        chosen=mark or None,
        on_pick=lambda mark: _pick(name, mark),
    )
    _around(figure, title, drawing, code, t)
    if code:
        label = entries.filter(pl.col("mark") == mark)["label"][0]
        return _with_chip(drawing.rows_of(rows, code), label, t)
    if mark not in map(str, range(marks.height)):
        return rows
    chosen = marks.row(int(mark), named=True)
    return _with_chip(drawing.behind(rows, chosen), str(chosen["x"]), t)


def _around(figure: go.Figure, title: str, drawing: Drawing, code: str, t: Translator) -> None:
    """Show the day and the edition of the chart, and offer it as an image with both."""
    below = foot(View(t, page_state().day))
    around = Frame(title, t("The answer to a query that a reader wrote."), [below])
    st.caption(escape(below))
    with st.container(horizontal=True, key="answer-images"):
        for kind in ("svg", "png"):
            st.download_button(
                t("Image ({kind})", kind=kind.upper()),
                partial(picture, figure, around, kind, t),
                file_name=f"{drawing.x}-{drawing.kind}-{page_state().day}.{kind}",
                mime=KINDS[kind],
                key=f"answer-{kind}",
                type="tertiary",
                on_click="ignore",
            )
    _embedded(title, drawing, code, t)


def _embedded(title: str, drawing: Drawing, code: str, t: Translator) -> None:
    """Show how another site frames the chart; a query of a reader's own does not run there."""
    sql = sql_state.query()
    name = name_of(sql)
    parameters: dict[str, address.QueryValue] = {"question": name} if name else {"q": sql}
    parameters |= {"chart": drawing.kind, "x": drawing.x, "y": drawing.y, "colour": drawing.colour}
    parameters |= {
        each: address.query_values(each)
        for each in st.query_params
        if each.startswith(sql_state.PREFIX)
    }
    if name and code:
        parameters[address.MARK] = EVERY + code
    day, language = page_state().day, t.language
    target = address.address("embed/answer", **parameters, as_of=day, lang=language)
    st.html(f'<div class="ways-out">{frame(urljoin(st.context.url or "", target), title, t)}</div>')
    if not name:
        st.caption(t("In a frame, this query is shown and waits until its reader asks for it."))


def _name(rows: pl.DataFrame, drawing: Drawing) -> str:
    """Return what the chart is called in addresses: its marks are those of no other drawing."""
    parts = (drawing.kind, drawing.x, drawing.y, drawing.colour, rows.height)
    return "-".join([ANSWER, *map(str, parts)])


def _mark(name: str, entries: pl.DataFrame) -> str:
    """Return the mark that the address names: the number of one, or an entry of the legend."""
    value = next(iter(address.query_values(address.MARK)), "")
    mark = value.removeprefix(f"{name}:") if value.startswith(f"{name}:") else ""
    return mark if mark in entries["mark"] or not code_of(mark) else ""


def _pick(name: str, mark: str | None) -> None:
    """Choose the mark that was clicked; a second click on it puts the choice away."""
    address.open_record(address.MARK, None if mark is None else f"{name}:{mark}")


def _with_chip(found: pl.DataFrame, label: str, t: Translator) -> pl.DataFrame:
    """Return the rows that were chosen, and show that they were."""
    what = t.plural("{n} row", "{n} rows", found.height)
    st.button(
        escape(t("{name}: {what}", name=label, what=what)),
        icon=":material/close:",
        key="clear-answer",
        help=t("Show all rows (Escape)"),
        on_click=lambda: address.open_record(address.MARK, None),
    )
    return found
