"""When the programmes began, and which of them run on the day."""

import polars as pl

from dashboard import charts
from dashboard.charts.programmes import COLOUR, STATES
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query

COLUMNS = ("name", "lead_id", "started_on", "ended_on", "status", "source_id")
"""What is shown of a programme."""
UNKNOWN = "unknown"
"""The year of those whose beginning is not known, or only as a span of years."""
IN_YEAR = (
    "CASE WHEN year(started_on_earliest) = year(started_on_latest)"
    " THEN year(started_on_latest) END IS NOT DISTINCT FROM $year"
)
STATE = "coalesce(runs, false) = $runs"
RUNNING, OTHER = "running", "other"
"""The states of a programme, as ``STATES`` has them."""


def _query(view: View) -> Query:
    return Query("FROM initiative_starts_on($day)", {"day": view.day})


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each year and state."""
    t = view.t
    words = {state: t(text) for state, text in STATES.items()}
    unknown = t("not known")
    began = pl.col("start_year").cast(pl.String)
    year = began.fill_null(unknown)
    named = frame.with_columns(
        began=began.fill_null(UNKNOWN),
        state=pl.when("runs").then(pl.lit(RUNNING)).otherwise(pl.lit(OTHER)),
    )
    return named.with_columns(
        year=year,
        mark=pl.concat_str("began", "state", separator="/"),
        n=pl.col("initiatives").cast(pl.Int64),
        label=pl.concat_str(
            year,
            pl.col("state").replace_strict(words, return_dtype=pl.String),
            separator=" · ",
        ),
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Return in words how many programmes are known and run, and when most of them began."""
    t = view.t
    running = marks.filter(pl.col("state") == RUNNING)["n"].sum()
    every = int(marks["n"].sum())
    counted = t.plural(
        "{running} of {n} programme is running",
        "{running} of {n} programmes are running",
        every,
        running=running,
    )
    if not running:
        counted = t.plural(
            "{n} programme, which is not running", "{n} programmes, none of them running", every
        )
    dated = marks.filter(pl.col("began") != UNKNOWN).group_by("year").agg(pl.col("n").sum())
    if dated.is_empty():
        return counted
    year, most = dated.sort("n", "year", descending=True).row(0)
    return t("{counted}; the most, {n}, began in {year}", counted=counted, n=most, year=year)


def _behind(view: View, mark: str) -> MarkRows:
    began, _, state = mark.partition("/")
    sql = f"FROM initiatives_on($day) WHERE {IN_YEAR} AND {STATE} ORDER BY id"
    year = None if began == UNKNOWN else int(began)
    query = Query(sql, {"day": view.day, "year": year, "runs": state == RUNNING})
    return MarkRows(query, "initiatives_on", COLUMNS, link="id")


def _looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    signs = {RUNNING: "■", OTHER: "▨"}
    return {state: Look(view.t(text), signs[state], COLOUR) for state, text in STATES.items()}


def _in_state(view: View, state: str) -> MarkRows:
    query = Query(
        f"FROM initiatives_on($day) WHERE {STATE} ORDER BY id",
        {"day": view.day, "runs": state == RUNNING},
    )
    return MarkRows(query, "initiatives_on", COLUMNS, link="id")


PROGRAMMES = Chart(
    name="programmes",
    page="capacity",
    query=_query,
    marks=_marks,
    draw=lambda marks, view: charts.programmes(marks, view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "Programmes known by the day, by the year in which they began and by whether they were"
        " running on the day."
    ),
    behind=_behind,
    legend=Legend.of("state", _looks, _in_state),
)
