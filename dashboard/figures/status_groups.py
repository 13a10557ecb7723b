"""How far commitments are met, group by group: by text, part, topic, actor, year or wording."""

import polars as pl

from dashboard import charts
from dashboard.figures.declared import Chart, MarkRows, View, keys
from dashboard.figures.legend import Legend
from dashboard.figures.status import FILTERED, KNOWN, RELATION, found, listed, status_looks
from dashboard.filtering.query import Query
from dashboard.words.i18n import message

SHOWN = 18
"""Groups that get a bar: those with the most commitments."""
BY = {
    "text": message("By text"),
    "part": message("By part of a text"),
    "topic": message("By topic"),
    "actor": message("By who is addressed"),
    "year": message("By year due"),
    "verb": message("By strength of wording"),
}
"""What commitments can be grouped by, as ``commitment_groups`` has it."""
ORDERED = ("year", "verb")
"""Groups with an order of their own; the others stand by how many commitments they have."""


def _grouped(view: View) -> Query:
    # Of all commitments the keys are not gathered: there may be a million.
    narrowed = any(values for name, values in view.values.items() if name != "by")
    of = found(view) if narrowed else Query("", {})
    among = keys(of) if narrowed else "NULL"
    order = "place" if grouping(view) in ORDERED else "rank"
    sql = (
        "FROM commitment_group_totals_on($day, grouped_by := $grouping,"
        f" among := {among}) WHERE rank <= {SHOWN}"
        f" ORDER BY {order}, group_id, code_position('assessment_status', status)"
    )
    return Query(sql, {**of.values, "day": view.day, "grouping": grouping(view)})


def grouping(view: View) -> str:
    """Return what the bars stand for."""
    return view.value("by") if view.value("by") in BY else "text"


def _grouped_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    t = view.t
    status = pl.col("status").replace_strict(t.labels["assessment_status"], return_dtype=pl.String)
    return frame.with_columns(
        mark=pl.concat_str("group_id", "status", separator="/"),
        group=pl.coalesce(f"group_{t.language}", "group_id"),
        n=pl.col("commitments").cast(pl.Int64),
    ).with_columns(label=pl.concat_str("group", status, separator=" · "))


def _grouped_finding(marks: pl.DataFrame, view: View) -> str:
    """Say which group has the most commitments, and how many of them were judged."""
    t, first = view.t, marks.filter(pl.col("size") == pl.col("size").max())
    first = first.filter(pl.col("group_id") == first["group_id"][0])
    known = first.filter(pl.col("status").is_in(KNOWN))["n"].sum()
    return t.plural(
        "{name} holds the most: {n} commitment, of which {judged} is judged",
        "{name} holds the most: {n} commitments, of which {judged} are judged",
        int(first["n"].sum()),
        name=first["group"][0],
        judged=known,
    )


def _grouped_behind(view: View, mark: str) -> MarkRows:
    group_id, _, status = mark.rpartition("/")
    group = {"group_id": group_id, "grouping": grouping(view)}
    of = found(view, status=(status,))
    inside = "SELECT commitment_id FROM commitment_groups WHERE grouping = $grouping"
    where = f"id IN ({inside} AND group_id = $group_id)"
    return listed(Query(f"FROM ({of.sql}) WHERE {where}", {**of.values, **group}))


def _with_status(view: View, status: str) -> MarkRows:
    """Return all in any group that have one status: one in several groups is one row."""
    of = found(view, status=(status,))
    where = "id IN (SELECT commitment_id FROM commitment_groups WHERE grouping = $grouping)"
    values = {**of.values, "grouping": grouping(view)}
    return listed(Query(f"FROM ({of.sql}) WHERE {where}", values))


GROUPED = Chart(
    name="commitments",
    page="commitments",
    query=_grouped,
    marks=_grouped_marks,
    draw=lambda marks, view: charts.status_by_text(marks, view.t),
    title=_grouped_finding,
    subtitle=lambda view: view.t(
        "Commitments by the newest evidence on each, in the {n} largest groups at most; one in"
        " several parts, topics or actors counts for each of them.",
        n=SHOWN,
    ),
    behind=_grouped_behind,
    legend=Legend.of("status", status_looks, _with_status, n=pl.col("with_status").first()),
    parameters=("by", *FILTERED),
    filters=RELATION,
)
