"""Who is in one body: how many over time, and where they are."""

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.figures.bodies import ALWAYS, is_derived, named, roster
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.filtering.query import Query
from dashboard.source import database

STATED = "stated"
"""Before the key of a number that a source states, as a mark."""
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


def name_of(view: View) -> str:
    """Return what the body is called."""
    return named(view.value("body"), view.t)


def _query(view: View) -> Query:
    values = {"day": view.day, "body": view.value("body"), "derived": is_derived(view)}
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
    steps = marks.filter(pl.col("certain").is_not_null()).sort("day", nulls_last=False)
    reports = marks.filter(pl.col("reported").is_not_null()).sort("as_of_latest")
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
        body=view.value("body"),
        derived=is_derived(view),
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    t, name = view.t, name_of(view)
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
        columns = ("as_of", "count", "qualifier", "source_id", "locator")
        return MarkRows(Query(sql, {"key": mark.partition(":")[2]}), "reported_counts", columns)
    day = view.day.min if mark == ALWAYS else type(view.day).fromisoformat(mark)
    return roster(view, view.value("body"), day)


MEMBERS = Chart(
    name="members",
    page="members",
    query=_query,
    marks=_marks,
    draw=_draw,
    title=_finding,
    subtitle=lambda view: view.t(
        "In the roster, certain and possible, on each day on which that changes; rings are numbers"
        " that sources state."
    ),
    behind=_behind,
    parameters=("body", "derived"),
    example={"body": ("dco",)},
)


def _placed(view: View) -> Query:
    inside = roster(view, view.value("body"), view.day).query
    return Query(
        "SELECT country_points.*, actors.kind, COLUMNS('^name_[a-z]{2,3}$'), roster.certainty,"
        " roster.joined_on, country_points.country_id IN (SELECT member_id FROM"
        " groupings_on($on_day) WHERE group_id = $area) AS in_area"
        " FROM country_points JOIN actors ON actors.id = country_points.country_id"
        f" LEFT JOIN ({inside.sql}) AS roster ON roster.member_id = country_points.country_id"
        " WHERE actors.kind = 'state' OR roster.certainty IS NOT NULL ORDER BY country_id",
        {**inside.values, "on_day": view.day, "area": view.value("area")},
    )


def _countries(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    inside = pl.col("certainty").is_not_null()
    return frame.with_columns(
        mark=pl.when(inside).then("country_id"),
        label=pl.col(f"name_{view.t.language}"),
        name=pl.col(f"name_{view.t.language}"),
        n=inside.cast(pl.Int64),
    )


def _mapped(marks: pl.DataFrame, view: View) -> str:
    if area := view.value("area"):
        return view.t.plural(
            "{n} member of {body} is in the group “{group}”",
            "{n} members of {body} are in the group “{group}”",
            marks.filter("in_area").drop_nulls("certainty").height,
            body=name_of(view),
            group=named(area, view.t),
        )
    return view.t.plural(
        "{body}: {n} member is a state on this map",
        "{body}: {n} members are states on this map",
        marks.drop_nulls("certainty").height,
        body=name_of(view),
    )


def _member(view: View, mark: str) -> MarkRows:
    of = roster(view, view.value("body"), view.day)
    found = Query(
        f"FROM ({of.query.sql}) WHERE member_id = $member", {**of.query.values, "member": mark}
    )
    return MarkRows(found, of.relation, of.columns)


MAP = Chart(
    name="member-map",
    page="members",
    query=_placed,
    marks=_countries,
    draw=lambda marks, view: charts.member_map(marks, view.t),
    title=_mapped,
    subtitle=lambda view: view.t(
        "Who is in for certain, and who may be, on {day}; small states are also a dot.",
        day=view.day,
    ),
    behind=_member,
    parameters=("body", "derived", "area"),
    example={"body": ("dco",)},
)
