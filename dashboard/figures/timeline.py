"""What happened and what is planned, body by body."""

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.charts import lanes
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.shaping.timeline import labelled, past, window, within
from dashboard.source import queries

RELATION = "timeline_on"
FILTERED = ("q", "body", "kind", "when", "from", "to")
PARTICIPATION = (
    "participations",
    "row_id",
    ("member_id", "role", "joined_on", "left_on", "source_id"),
)
MADE_OF = {
    "milestone": ("milestones", "id", ("title", "happened_on", "kind", "status", "source_id")),
    "commitment_deadline": (
        "commitment_register",
        "id",
        ("summary", "due_on", "instrument_id", "paragraph", "source_id"),
    ),
    "membership": PARTICIPATION,
    "adherence": PARTICIPATION,
    "instrument": ("instruments", "id", ("title", "symbol", "status", "adopted_on", "source_id")),
}
"""By the origin of an event: the relation of the rows that it is made of, its key, its columns."""


def filtered(view: View) -> Query:
    """Return the query for the events that the reader's filters leave."""
    values = {name: view.values.get(name, ()) for name in FILTERED}
    return query_for(RELATION, view.day, values)


def marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return the events that are drawn, each on its lane."""
    bodies = queries.timeline_bodies(view.day)
    known = lanes.in_lanes(
        frame,
        tuple(view.values.get("body", ())),
        few=1 if view.value("every") == "1" else lanes.FEW,
        sizes=dict(bodies.select("lane_id", "events").iter_rows()),
    )
    if view.value("later") != "1":
        known = known.filter(~pl.col("known_later"))
    if known.is_empty():
        return known.with_columns(mark="id", label=pl.lit(""), n=pl.lit(0))
    shown = lanes.split(within(known, *window(known, view.value("span", "main"), view.day)))
    return shown.with_columns(
        mark=pl.col("id"),
        label=pl.concat_str("happened_on", f"title_{view.t.language}", separator=" · "),
    )


def _draw(shown: pl.DataFrame, view: View) -> go.Figure:
    first, last = window(shown, view.value("span", "main"), view.day)
    named = labelled(shown, queries.texts_of_commitments(view.day), view.t)
    folded = view.values.get("fold", ())
    return charts.timeline(named, view.t, view.day, first, last, folded)


def _finding(shown: pl.DataFrame, view: View) -> str:
    t = view.t
    counted = shown.filter(~pl.col("known_later"))
    done = counted.filter(past(view.day)).height
    ahead = counted.filter(pl.col("happened_on_latest") > view.day)
    happened = t.plural(
        "{n} dated entry: {done} up to {day}, {ahead} ahead or not yet certain",
        "{n} dated entries: {done} up to {day}, {ahead} ahead or not yet certain",
        counted.height,
        done=done,
        day=view.day,
        ahead=counted.height - done,
    )
    due = ahead.filter(pl.col("kind") == "deadline")
    if due.is_empty():
        return happened
    years = due.group_by(year=pl.col("happened_on_latest").dt.year()).agg(pl.col("n").sum())
    year, most = years.sort("n", "year", descending=[True, False]).row(0)
    more = t.plural(
        "{n} deadline falls in {year}", "{n} deadlines fall in {year}", most, year=str(year)
    )
    return t("{first}; {then}", first=happened, then=more)


def _behind(view: View, mark: str) -> MarkRows:
    event = answer(filtered(view)).filter(pl.col("id") == mark).row(0, named=True)
    relation, key, columns = MADE_OF[event["origin"]]
    sql = f'FROM "{relation}" WHERE {key} IN (SELECT unnest($keys))'
    if relation == "participations":
        sql += " AND row_table = $row_table"
    table = {"membership": "memberships", "adherence": "adherences"}.get(event["origin"])
    values = {"keys": list(event["row_ids"])} | ({"row_table": table} if table else {})
    return MarkRows(Query(sql, values), relation, columns, link="" if table else "id")


TIMELINE = Chart(
    name="timeline",
    page="timeline",
    query=filtered,
    marks=marks,
    draw=_draw,
    title=_finding,
    subtitle=lambda view: view.t(
        "Milestones, deadlines, accessions and acts by body; hollow is planned or not yet certain,"
        " a bar spans the days that a date can mean."
    ),
    behind=_behind,
    parameters=(*FILTERED, "every", "later", "span", "fold"),
    filters=RELATION,
)
