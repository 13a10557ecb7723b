"""The number of members of one body over time, and the numbers that sources state."""

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.figures.bodies import ALWAYS, is_derived, named, roster, shown
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.source import database
from dashboard.theme import CERTAINTY_COLOURS, INK, REPORTED

STATED = "stated"
"""Prefix of the mark of a number that a source states."""
STEPS = (
    "SELECT day, certain, possible FROM roster_steps(include_derived := $derived)"
    " WHERE coalesce(organization_id, instrument_id) = $body AND (day IS NULL OR day <= $day)"
)
REPORTS = (
    "SELECT counts.reported, counts.reported_qualifier, counts.agrees, counts.reported_count_id,"
    " COLUMNS('^reported_scope_[a-z]{2,3}$'), reported_counts.as_of,"
    " reported_counts.as_of_earliest, reported_counts.as_of_latest,"
    " sources.title AS source_title, sources.language AS source_language"
    " FROM roster_counts_on($day) AS counts"
    " JOIN reported_counts ON reported_counts.id = counts.reported_count_id"
    " JOIN sources ON sources.id = reported_counts.source_id"
    " WHERE coalesce(counts.organization_id, counts.instrument_id) = $body"
    " AND NOT counts.known_later"
)


REPORTED_COUNT = ("as_of", "count", "qualifier", "source_id", "locator")
"""What is shown of a number that a source states."""


def _query(view: View) -> Query:
    values = {"day": view.day, "body": shown(view), "derived": is_derived(view)}
    return Query(f"FROM ({STEPS}) UNION ALL BY NAME FROM ({REPORTS})", values)


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each step, which stands for all who are in then, and each number stated."""
    t, is_step = view.t, pl.col("certain").is_not_null()
    step = pl.col("day").cast(pl.String).fill_null(ALWAYS)
    words = [
        t.date(row["day"]) if row["day"] else t.partial_date(row["as_of"]) or t("always")
        for row in frame.iter_rows(named=True)
    ]
    return frame.with_columns(
        mark=pl.when(is_step)
        .then(step)
        .otherwise(pl.lit(f"{STATED}:") + pl.col("reported_count_id")),
        n=pl.when(is_step).then("possible").otherwise(pl.lit(1)).cast(pl.Int64),
        label=pl.Series(words, dtype=pl.String)
        + pl.when(is_step).then(pl.lit("")).otherwise(pl.lit(f" · {t('stated')}")),
    )


def _draw(marks: pl.DataFrame, view: View) -> go.Figure:
    steps, reports = _parted(marks)
    names = _arrivals(view)
    return charts.member_counts(
        steps.join(names, on="day", how="left", maintain_order="left"), reports, view.t, view.day
    )


def _arrivals(view: View) -> pl.DataFrame:
    """Return the names of who came in for certain on each day."""
    name = f"member_{view.t.language}"
    return database.run(
        f"SELECT changed_on AS day, list({name} ORDER BY strip_accents({name})) AS names"
        " FROM roster_turns(include_derived := $derived)"
        " WHERE coalesce(organization_id, instrument_id) = $body AND certain_change > 0"
        " GROUP BY ALL",
        body=shown(view),
        derived=is_derived(view),
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    t, name = view.t, named(shown(view), view.t)
    steps = marks.filter(pl.col("certain").is_not_null()).sort("day", nulls_last=False)
    if steps.is_empty():
        return t("{body}: how many sources say that there are", body=name)
    certain, possible = steps.select("certain", "possible").row(-1)
    if certain == possible:
        return t("{body}: {n} in the roster on {day}", body=name, n=certain, day=view.day)
    return t(
        "{body}: {n} in the roster on {day}, and perhaps {more} more",
        body=name,
        n=certain,
        day=view.day,
        more=possible - certain,
    )


def _behind(view: View, mark: str) -> MarkRows:
    if mark.startswith(f"{STATED}:"):
        sql = "FROM reported_counts WHERE id = $key"
        key = {"key": mark.partition(":")[2]}
        return MarkRows(Query(sql, key), "reported_counts", REPORTED_COUNT)
    day = view.day.min if mark == ALWAYS else type(view.day).fromisoformat(mark)
    return roster(view, shown(view), day)


DIFFERS = "differs"
"""The code of numbers that the roster does not give."""
AGREES = pl.col("agrees").fill_null(True)


def _kinds(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    """Return how the line, its band and the stated numbers look."""
    t = view.t
    return {
        "certain": Look(t("certain"), "━", CERTAINTY_COLOURS["certain"]),
        "possible": Look(t("possible"), "▒", CERTAINTY_COLOURS["possible"]),
        STATED: Look(t("stated"), "○", INK),
        DIFFERS: Look(t("stated, differs"), "◇", REPORTED),
    }


def _of_kind(view: View, kind: str) -> MarkRows:
    body = shown(view)
    if kind in CERTAINTY_COLOURS:
        of = roster(view, body, view.day)
        sql = f"FROM ({of.query.sql}) WHERE certainty = $certainty"
        return MarkRows(Query(sql, {**of.query.values, "certainty": kind}), of.relation, of.columns)
    agrees = "NOT agrees" if kind == DIFFERS else "coalesce(agrees, true)"
    sql = (
        "FROM reported_counts WHERE id IN"
        f" (SELECT reported_count_id FROM ({REPORTS}) WHERE {agrees})"
    )
    return MarkRows(Query(sql, {"day": view.day, "body": body}), "reported_counts", REPORTED_COUNT)


def _counts(marks: pl.DataFrame) -> dict[str, int]:
    steps, reports = _parted(marks)
    certain, possible = steps.select("certain", "possible").row(-1) if steps.height else (0, 0)
    return {
        "certain": certain,
        "possible": possible - certain,
        STATED: reports.filter(AGREES).height,
        DIFFERS: reports.filter(~AGREES).height,
    }


def _alone(marks: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Return the line by itself, the band above it, or the numbers of one kind."""
    steps, reports = _parted(marks)
    if kind == "certain":
        return steps.with_columns(possible="certain")
    if kind == "possible":
        return steps
    return reports.filter(AGREES if kind == STATED else ~AGREES)


def _parted(marks: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the steps of the roster, in order, and the numbers that sources state."""
    steps = marks.filter(pl.col("certain").is_not_null()).sort("day", nulls_last=False)
    return steps, marks.filter(pl.col("reported").is_not_null()).sort("as_of_latest")


MEMBERS = Chart(
    name="members",
    page="members",
    query=_query,
    marks=_marks,
    draw=_draw,
    title=_finding,
    legend=Legend(_kinds, _of_kind, _counts, _alone),
    subtitle=lambda view: view.t(
        "In the roster, certain and possible, on each day on which that changes; rings are numbers"
        " that sources state."
    ),
    behind=_behind,
    parameters=("body", "derived"),
    example={"body": ("dco",)},
)
