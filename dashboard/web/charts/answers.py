"""The chart of a saved query, away from the SQL page; a query that a reader wrote runs only there.

``question`` names a saved query, and ``q`` is SQL: that of a saved query is the same question. Any
other SQL is shown and never run: whoever writes an address must not keep the server busy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import polars as pl
from starlette.requests import Request

from dashboard import charts
from dashboard.charts.answer import MARKS, Drawing
from dashboard.components.sql.parameters import parameter
from dashboard.components.sql.saved import defaults_of, name_of, saved_queries
from dashboard.components.sql.state import CHART_PARAMETERS, PREFIX
from dashboard.figures.answers import legend
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.filtering.query import Query
from dashboard.sandbox.placeholders import parameters_of
from dashboard.sandbox.service import LIMITS
from dashboard.shaping.answer import fitting
from dashboard.state.address import MARK
from dashboard.web.http.query import (
    RequestError,
    allow_only,
    did_you_mean,
    query_items,
    shortened,
    translator,
)
from dashboard.web.request.days import read_day
from dashboard.words import labels
from dashboard.words.i18n import Translator

ANSWER = "answer"
"""The name of the chart in addresses."""
QUESTION, SQL = "question", "q"
"""Which saved query, or its SQL."""


@dataclass(frozen=True)
class AnswerRequest:
    """The parameters of an address."""

    t: Translator
    sql: str
    name: str | None
    """The saved query that it is, if it is one."""
    given: Mapping[str, str]
    """The parameters of the address, the first value of each."""

    @property
    def of_page(self) -> dict[str, str]:
        """Parameters with which the SQL page shows the same."""
        return {**{k: v for k, v in self.given.items() if k != QUESTION}, SQL: self.sql}


def answer_request(request: Request) -> AnswerRequest:
    """Return the parameters of an address.

    Raises:
        RequestError: It names no query, or one that there is not.
    """
    t, saved = translator(request), saved_queries()
    given = {key: value for key, value in reversed(query_items(request)) if value}
    question, sql = given.get(QUESTION, ""), given.get(SQL, "").strip()
    if question and question not in saved:
        sentence = t("There is no saved query {value}", value=shortened(question, t))
        raise RequestError(404, did_you_mean(sentence, question, saved, t))
    if not question and not sql:
        raise RequestError(400, t("Say which saved query: {names}.", names=", ".join(saved)))
    name = question or name_of(sql)
    return AnswerRequest(t, saved[name].sql(t.language) if name else sql, name, given)


def answer_of(request: Request) -> tuple[Chart, View]:
    """Return the chart of a saved query, and for whom it is drawn.

    Raises:
        RequestError: There is no such saved query, or a parameter is wrong.
    """
    of = answer_request(request)
    t = of.t
    if of.name is None:
        raise RequestError(
            400, t("A query that a reader wrote runs only on the SQL page, when its reader asks.")
        )
    names = parameters_of(of.sql)
    read = (QUESTION, SQL, *CHART_PARAMETERS, *(PREFIX + name for name in names))
    allow_only(request, "lang", "as_of", MARK, *read)
    day = read_day(of.given, t)
    chosen = {k: (v,) for k, v in of.given.items() if k in (*read, MARK)}
    view = View(labels.translator(t.language), day, chosen)
    query = Query(f"FROM (\n{of.sql}\n) LIMIT {LIMITS.rows}", _values(of, names, view))
    chart = _chart(of, query, _drawing(answer(query), of), read)
    if (mark := view.value(MARK)) and mark not in chart.entries(chart.frame(view), view)["mark"]:
        raise RequestError(404, t("The chart has no mark {value}.", value=shortened(mark, t)))
    return chart, view


def _values(of: AnswerRequest, names: Sequence[str], view: View) -> dict[str, object]:
    defaults = defaults_of(of.sql)
    found: dict[str, object] = {}
    for name in names:
        given = of.given.get(PREFIX + name)
        value = parameter(name, given, defaults.get(name), view.t, view.day)
        is_other = isinstance(value, str | date) and str(value) != given
        if value is None or (given and is_other):
            shown = shortened(given or "", of.t)
            sentence = of.t("{name} cannot be {value}", name=PREFIX + name, value=shown)
            raise RequestError(400, f"{sentence}.")
        found[name] = value
    return found


def _drawing(rows: pl.DataFrame, of: AnswerRequest) -> Drawing:
    """Return the requested drawing, or the best guess for the columns."""
    t, kinds = of.t, fitting(rows)
    if not kinds:
        raise RequestError(404, t("No chart fits the columns of this answer."))
    kind = _one_of("chart", list(kinds), of)
    fits = kinds[kind]
    return Drawing(
        kind, _one_of("x", fits.x, of), _one_of("y", fits.y, of), _one_of("colour", fits.colour, of)
    )


def _one_of(name: str, fitting: Sequence[str], of: AnswerRequest) -> str:
    chosen = of.given.get(name, fitting[0])
    if chosen not in fitting:
        sentence = of.t("{name} cannot be {value}", name=name, value=shortened(chosen, of.t))
        raise RequestError(400, did_you_mean(sentence, chosen, fitting, of.t))
    return chosen


def _chart(of: AnswerRequest, query: Query, drawing: Drawing, read: Sequence[str]) -> Chart:
    """Return the answer as a chart like any other."""
    saved = saved_queries()[of.name or ""]
    return Chart(
        name=ANSWER,
        page="sql",
        query=lambda view: query,
        marks=partial(_marks, drawing),
        draw=lambda marks, view: charts.answer(marks, drawing, view.t),
        title=lambda marks, view: saved.asks(view.t),
        subtitle=lambda view: charts.answer_sentence(drawing.marks(answer(query)), drawing, view.t),
        behind=lambda view, mark: MarkRows(query, "", ()),
        legend=legend(drawing, query),
        file=lambda view: query,
        parameters=read,
    )


def _marks(drawing: Drawing, rows: pl.DataFrame, view: View) -> pl.DataFrame:
    marks = drawing.marks(rows)
    if marks.height > MARKS[drawing.kind]:
        sentence = view.t(
            "This would be {n} marks; a chart of this kind has room for {most}. Group the rows or"
            " ask for fewer.",
            n=marks.height,
            most=MARKS[drawing.kind],
        )
        raise RequestError(400, sentence)
    of = pl.col("colour").fill_null("")
    place = pl.col("x").cast(pl.String).fill_null(view.t("no value"))
    return marks.with_columns(
        pl.col("mark").cast(pl.String),
        n=pl.col("y"),
        label=pl.when(of == "").then(place).otherwise(pl.concat_str(place, of, separator=" · ")),
    )
