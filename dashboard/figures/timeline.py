"""What happened and what is planned, body by body."""

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.charts import lanes
from dashboard.charts.timeline import GROUPS
from dashboard.figures import lane_quarters
from dashboard.figures.declared import AS_OF, Chart, MarkRows, View, answer
from dashboard.figures.legend import Legend, Look
from dashboard.filtering import events
from dashboard.filtering.events import RELATION, Events
from dashboard.filtering.query import Query
from dashboard.filtering.rows import counted, query_for
from dashboard.shaping.timeline import labelled, looks, window
from dashboard.source import queries
from dashboard.theme import GROUP_COLOURS, GROUP_OF, MILESTONE_GROUPS
from transforms.languages import typeset

MOST = 1_500
"""Events up to which each has a mark; of more, those of a lane, quarter and group share one."""
NAMED = 12
"""How many texts are named in the chart: those with the most commitments."""
EVENTS = ("title", "happened_on", "kind", "lane", "source_id")
"""What is shown of an event among others."""
SIGNS = {"texts": "■", "joining": "●", "bodies": "▲", "findings": "◆", "deadlines": "▼"}
"""The shapes of the groups as characters, for legends."""
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
    "actor": ("actors", "id", ("name", "kind", "founded_on", "dissolved_on", "source_id")),
}
"""By the origin of an event: the relation of the rows that it is made of, its key, its columns."""


def filtered(view: View) -> Query:
    """Return the query for the events that match the reader's filters."""
    values = {name: view.values.get(name, ()) for name in FILTERED}
    return query_for(RELATION, view.day, values)


def _found(view: View) -> Events:
    """Return counts of the events that match the reader's filters."""
    values = {name: view.values.get(name, ()) for name in FILTERED}
    return events.found(view.day, values, later=view.value("later") == "1")


def _drawn(view: View) -> Query:
    """Return the query for the events that are drawn: those in the time shown."""
    found = _found(view)
    if not found.n:
        return found.query
    return events.within(found.query, *window(found.shown, view.value("span", "main"), view.day))


def _shares_marks(view: View) -> bool:
    """Whether there are too many events to draw each."""
    return _found(view).n > MOST and counted(_drawn(view))["n"] > MOST


def _query(view: View) -> Query:
    drawn = _drawn(view)
    return lane_quarters.grouped(drawn, view) if _shares_marks(view) else drawn


def marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return the marks that are drawn, each on its lane."""
    if "quarter" in frame.columns:
        return lane_quarters.marks(frame, view)
    bodies = queries.timeline_bodies(view.day, frame["lane_id"].drop_nulls().unique().to_list())
    known = lanes.in_lanes(
        frame,
        tuple(view.values.get("body", ())),
        few=1 if view.value("every") == "1" else lanes.FEW,
        sizes=dict(bodies.select("lane_id", "events").iter_rows()),
    )
    if known.is_empty():
        return known.with_columns(mark="id", label=pl.lit(""), n=pl.lit(0))
    known_then, past = ~pl.col("known_later"), pl.col("happened_on_latest").le(view.day)
    due = known_then & ~past & pl.col("kind").eq("deadline")
    return lanes.split(known).with_columns(
        mark=pl.col("id"),
        group=pl.col("kind").replace_strict(GROUP_OF, return_dtype=pl.String),
        label=pl.concat_str("happened_on", f"title_{view.t.language}", separator=" · "),
        events=pl.lit(1),
        known=known_then.cast(pl.Int64),
        done=(known_then & past).cast(pl.Int64),
        due=due.cast(pl.Int64),
    )


def _draw(shown: pl.DataFrame, view: View) -> go.Figure:
    first, last = window(shown, view.value("span", "main"), view.day)
    if "quarter" in shown.columns:
        return charts.lane_quarters(shown, view.t, view.day, first, last)
    folded, as_of = view.values.get("fold", ()), AS_OF if view.is_kept else None
    return charts.timeline(_named(shown, view), view.t, view.day, first, last, folded, as_of)


def _named(shown: pl.DataFrame, view: View) -> pl.DataFrame:
    titles = queries.fullest_texts(view.day, view.t.language, NAMED)
    return labelled(shown, {key: typeset(text, view.t.language) for key, text in titles.items()})


def _alike(shown: pl.DataFrame, view: View) -> tuple[object, ...]:
    first, last = window(shown, view.value("span", "main"), view.day)
    drawn_apart = "quarter" not in shown.columns
    return first, last, looks(_named(shown, view), view.day, first) if drawn_apart else view.day


def _finding(shown: pl.DataFrame, view: View) -> str:
    t = view.t
    known, done = int(shown["known"].sum()), int(shown["done"].sum())
    every = int(_found(view).known["n"].sum())
    happened = t.plural(
        "{n} of {every} dated entries lies in the time shown: {done} up to {day}, {ahead} ahead or"
        " not yet certain",
        "{n} of {every} dated entries lie in the time shown: {done} up to {day}, {ahead} ahead or"
        " not yet certain",
        known,
        every=every,
        done=done,
        day=view.day,
        ahead=known - done,
    )
    due = shown.filter(pl.col("due") > 0)
    if due.is_empty():
        return happened
    years = due.group_by(year=pl.col("happened_on_latest").dt.year()).agg(pl.col("due").sum())
    year, most = years.sort("due", "year", descending=[True, False]).row(0)
    more = t.plural(
        "{n} deadline falls in {year}", "{n} deadlines fall in {year}", most, year=str(year)
    )
    return t("{first}; {then}", first=happened, then=more)


def _subtitle(view: View) -> str:
    if _shares_marks(view):
        return view.t(
            "Milestones, deadlines, accessions and acts by body, quarter and group: the larger the"
            " mark, the more there are; hollow is all planned or not yet certain."
        )
    return view.t(
        "Milestones, deadlines, accessions and acts by body; hollow is planned or not yet certain,"
        " a bar spans the days that a date can mean."
    )


def _behind(view: View, mark: str) -> MarkRows:
    if _shares_marks(view):
        return MarkRows(lane_quarters.behind(_drawn(view), mark, view), RELATION, EVENTS)
    of = filtered(view)
    one = Query(f"FROM ({of.sql}) WHERE id = $id", {**of.values, "id": mark})
    event = answer(one).row(0, named=True)
    relation, key, columns = MADE_OF[event["origin"]]
    table = {"membership": "memberships", "adherence": "adherences"}.get(event["origin"])
    of_table = " AND row_table = $row_table" if table else ""
    sql = f'FROM "{relation}" WHERE {key} IN (SELECT unnest($keys)){of_table}'
    values = {"keys": list(event["row_ids"])} | ({"row_table": table} if table else {})
    return MarkRows(Query(sql, values), relation, columns, link="" if table else "id")


def _looks(shown: pl.DataFrame, view: View) -> dict[str, Look]:
    return {
        group: Look(view.t(words), SIGNS[group], GROUP_COLOURS[group])
        for group, words in GROUPS.items()
    }


def _in_group(view: View, group: str) -> MarkRows:
    """Return the events of a group that are drawn, one row each."""
    of = _drawn(view)
    sql = f"FROM ({of.sql}) WHERE kind IN (SELECT unnest($kinds))"
    values = {**of.values, "kinds": list(MILESTONE_GROUPS[group])}
    return MarkRows(Query(sql, values), RELATION, EVENTS)


TIMELINE = Chart(
    name="timeline",
    page="timeline",
    query=_query,
    marks=marks,
    draw=_draw,
    alike=_alike,
    title=_finding,
    subtitle=_subtitle,
    behind=_behind,
    legend=Legend.of("group", _looks, _in_group, n=pl.col("events").sum()),
    parameters=(*FILTERED, "every", "later", "span", "fold"),
    filters=RELATION,
)
