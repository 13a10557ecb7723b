"""How many dated things there are in each quarter; where a time is chosen for the lanes."""

from datetime import date, timedelta

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.figures.declared import AS_OF, Chart, MarkRows, View
from dashboard.figures.timeline import EVENTS, FILTERED, RELATION, filtered
from dashboard.filtering.events import SINCE
from dashboard.filtering.query import Query
from dashboard.shaping.timeline import window

BACK = timedelta(days=round(365.25 * 20))
"""How far back the strip begins, unless everything is shown."""


def _counted(view: View) -> Query:
    """Return the query for the events that are counted, without those first known later."""
    of = filtered(view)
    later = "true" if view.value("later") == "1" else "NOT known_later"
    since = date.min if view.value("span") == "all" else view.day - BACK
    condition = f"WHERE {later} AND happened_on_latest >= $since"
    rows, unsorted = (f"FROM ({sql}) {condition}" for sql in (of.sql, of.unsorted))
    return Query(rows, {**of.values, "since": since}, unsorted)


def _query(view: View) -> Query:
    of = _counted(view)
    # Not timeline_quarters_on: it would have to be given the keys of all that is counted.
    sql = (
        "SELECT date_trunc('quarter', happened_on_latest)::DATE AS quarter, count(*) AS events,"
        f" min({SINCE}) AS happened_on_earliest, max(happened_on_latest) AS happened_on_latest"
        f" FROM ({of.unsorted}) GROUP BY quarter ORDER BY quarter"
    )
    return Query(sql, of.values)


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    words = [
        view.t("quarter {n} of {year}", n=(day.month + 2) // 3, year=str(day.year))
        for day in frame["quarter"]
    ]
    return frame.with_columns(
        mark=pl.col("quarter").cast(pl.String),
        label=pl.Series(words, dtype=pl.String),
        n=pl.col("events").cast(pl.Int64),
    )


def _draw(marks: pl.DataFrame, view: View) -> go.Figure:
    day = AS_OF[0] if view.is_kept else view.day
    return charts.quarters(marks, view.t, day, *_window(marks, view))


def _window(marks: pl.DataFrame, view: View) -> tuple[date, date]:
    return window(marks, view.value("span", "main"), view.day)


def _finding(marks: pl.DataFrame, view: View) -> str:
    most = marks.sort("n", "quarter", descending=[True, True]).row(0, named=True)
    return view.t("The fullest quarter is {name}: {n}", name=most["label"], n=most["n"])


def _behind(view: View, mark: str) -> MarkRows:
    of = _counted(view)
    sql = f"FROM ({of.sql}) WHERE date_trunc('quarter', happened_on_latest) = $quarter::DATE"
    return MarkRows(Query(sql, {**of.values, "quarter": mark}), RELATION, EVENTS)


QUARTERS = Chart(
    name="timeline-quarters",
    page="timeline",
    query=_query,
    marks=_marks,
    draw=_draw,
    alike=lambda marks, view: (_window(marks, view), tuple(marks.hash_rows())),
    title=_finding,
    subtitle=lambda view: view.t(
        "Dated entries by the quarter of their last possible day; the time that the lanes show is"
        " coloured."
    ),
    behind=_behind,
    parameters=(*FILTERED, "later", "span"),
    filters=RELATION,
)
