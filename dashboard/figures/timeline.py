"""What happened and what is planned, body by body."""

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.charts import lanes
from dashboard.charts.timeline import GROUPS
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.shaping.timeline import labelled, past, window, within
from dashboard.source import queries
from dashboard.theme import GROUP_COLOURS, GROUP_OF, MILESTONE_GROUPS

RELATION = "timeline_on"
EVENTS = ("title", "happened_on", "kind", "lane", "source_id")
"""What is shown of an event among others."""
SIGNS = {"texts": "■", "joining": "●", "bodies": "▲", "findings": "◆", "deadlines": "▼"}
"""How words write the shapes of the groups."""
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
    known = _known(known, view)
    if known.is_empty():
        return known.with_columns(mark="id", label=pl.lit(""), n=pl.lit(0))
    shown = lanes.split(within(known, *window(known, view.value("span", "main"), view.day)))
    return shown.with_columns(
        mark=pl.col("id"),
        group=pl.col("kind").replace_strict(GROUP_OF, return_dtype=pl.String),
        label=pl.concat_str("happened_on", f"title_{view.t.language}", separator=" · "),
    )


def _with_later(view: View) -> bool:
    return view.value("later") == "1"


def _known(events: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return what was known on the day, or all where the reader wants what came later."""
    return events if _with_later(view) else events.filter(~pl.col("known_later"))


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


def _looks(shown: pl.DataFrame, view: View) -> dict[str, Look]:
    return {
        group: Look(view.t(words), SIGNS[group], GROUP_COLOURS[group])
        for group, words in GROUPS.items()
    }


def _in_group(view: View, group: str) -> MarkRows:
    """Return the events of a group that are drawn, one row each."""
    of = filtered(view)
    first, last = window(_known(answer(of), view), view.value("span", "main"), view.day)
    later = "" if _with_later(view) else " AND NOT known_later"
    sql = (
        f"FROM ({of.sql}) WHERE kind IN (SELECT unnest($kinds)){later}"
        " AND happened_on_latest >= $first"
        " AND coalesce(happened_on_earliest, happened_on_latest) <= $last"
    )
    values = {"kinds": list(MILESTONE_GROUPS[group]), "first": first, "last": last}
    return MarkRows(Query(sql, {**of.values, **values}), RELATION, EVENTS)


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
    legend=Legend.of("group", _looks, _in_group, n=pl.len()),
    parameters=(*FILTERED, "every", "later", "span", "fold"),
    filters=RELATION,
)
