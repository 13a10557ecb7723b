"""How far commitments are met, group by group: by text, part, topic, actor, year or wording."""

from collections.abc import Mapping

import polars as pl

from dashboard import charts
from dashboard.figures import filtered_groups
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend
from dashboard.figures.status import FILTERED, KNOWN, RELATION, found, listed, status_looks
from dashboard.filtering.query import Query
from dashboard.words.i18n import Translator, message

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


OTHERS = "_others"
"""The group of what is in none of the largest, as ``commitment_group_totals_on`` has it."""


def _is_filtered(view: View) -> bool:
    return any(values for name, values in view.values.items() if name != "by")


def sizes(view: View, most: int) -> Query:
    """Return the query for the largest groups of each kind, and how much the filters leave in them.

    Args:
        view: The view.
        most: So many of each kind; of those with an order of their own, all. ``groups`` is of how
            many.
    """
    values: Mapping[str, object] = {"day": view.day}
    all_groups = "FROM unsorted.commitment_group_sizes_on($day)"
    if _is_filtered(view):
        of = found(view)
        all_groups, values = filtered_groups.SIZES.format(found=of.unsorted), of.values
    ordered = ", ".join(f"'{each}'" for each in ORDERED)
    sql = (
        f"SELECT *, max(rank) OVER (PARTITION BY grouping) AS groups FROM ({all_groups})"
        f" QUALIFY rank <= {most:d} OR grouping IN ({ordered}) ORDER BY grouping, rank"
    )
    return Query(sql, values)


def _grouped(view: View) -> Query:
    order = "place" if grouping(view) in ORDERED else "rank"
    values: Mapping[str, object] = {"day": view.day}
    totals = f"FROM commitment_group_totals_on($day, grouped_by := $grouping, largest := {SHOWN})"
    if _is_filtered(view):
        of = found(view)
        totals = filtered_groups.TOTALS.format(found=of.unsorted, shown=SHOWN, others=OTHERS)
        totals, values = f"FROM ({totals})", of.values
    sql = (
        f"{totals} ORDER BY {order} NULLS LAST, group_id,"
        " code_position('assessment_status', status)"
    )
    return Query(sql, {**values, "grouping": grouping(view)})


def grouping(view: View) -> str:
    """Return what the bars stand for."""
    return view.value("by") if view.value("by") in BY else "text"


def _grouped_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    t = view.t
    status = pl.col("status").replace_strict(t.labels["assessment_status"], return_dtype=pl.String)
    others = frame.filter(pl.col("group_id") == OTHERS)["groups"]
    rest = _rest(grouping(view), int(others[0]), t) if others.len() else None
    return frame.with_columns(
        mark=pl.concat_str("group_id", "status", separator="/"),
        group=pl.when(pl.col("group_id") == OTHERS)
        .then(pl.lit(rest, pl.String))
        .otherwise(pl.coalesce(f"group_{t.language}", "group_id")),
        n=pl.col("commitments").cast(pl.Int64),
    ).with_columns(label=pl.concat_str("group", status, separator=" · "))


def _rest(by: str, n: int, t: Translator) -> str:
    """Return the name of the groups without a bar of their own, taken together."""
    words = {
        "text": t.plural("{n} other text", "{n} other texts", n),
        "part": t.plural("{n} other part", "{n} other parts", n),
        "topic": t.plural("{n} other topic", "{n} other topics", n),
        "actor": t.plural("{n} other addressee", "{n} other addressees", n),
        "year": t.plural("{n} other year", "{n} other years", n),
        "verb": t.plural("{n} other verb", "{n} other verbs", n),
    }
    return words[by]


def _grouped_finding(marks: pl.DataFrame, view: View) -> str:
    """Return in words which group has the most commitments, and how many of them were judged."""
    t, first = view.t, marks.filter(pl.col("rank") == 1)
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
    if group_id == OTHERS:
        of = _grouped(view)
        inside = f"group_id NOT IN (SELECT group_id FROM ({of.sql}))"
        return _inside(view, status, inside, **of.values)
    return _inside(view, status, "group_id = $group_id", group_id=group_id)


def _with_status(view: View, status: str) -> MarkRows:
    """Return all in any group that have one status: one in several groups is one row."""
    return _inside(view, status, "true")


def _inside(view: View, status: str, which: str, **values: object) -> MarkRows:
    """Return the commitments of a status in any of some groups, each once."""
    of = found(view)
    inside = f"SELECT commitment_id FROM commitment_groups WHERE grouping = $grouping AND {which}"
    sql = f"FROM ({of.sql}) WHERE status = $with_status AND id IN ({inside})"
    more = {"grouping": grouping(view), "with_status": status}
    return listed(Query(sql, {**of.values, **values, **more}))


GROUPED = Chart(
    name="commitments",
    page="commitments",
    query=_grouped,
    marks=_grouped_marks,
    draw=lambda marks, view: charts.status_by_text(marks, view.t),
    title=_grouped_finding,
    subtitle=lambda view: view.t(
        "Commitments by the newest evidence on each, in the {n} largest groups and all others; one"
        " in several parts, topics or actors counts for each of them.",
        n=SHOWN,
    ),
    behind=_grouped_behind,
    legend=Legend.of("status", status_looks, _with_status, n=pl.col("with_status").first()),
    parameters=("by", *FILTERED),
    filters=RELATION,
)
