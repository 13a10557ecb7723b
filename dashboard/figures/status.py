"""How far commitments are met: all of them or those that filters leave, and group by group."""

from collections.abc import Sequence

import polars as pl

from dashboard import charts
from dashboard.charts.status_bar import JUDGED
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.theme import STATUS_COLOURS, UNKNOWN
from dashboard.words import labels
from dashboard.words.i18n import message

RELATION = "commitments_on"
FILTERED = tuple(name for name in FILTERS[RELATION] if name != "standing")
"""The filters of the list of commitments, by their names in addresses."""
COLUMNS = ("summary", "status", "due_on", "instrument_id", "paragraph")
"""What is shown of a commitment behind a mark."""
KNOWN = tuple(status for status in STATUS_COLOURS if status not in UNKNOWN)
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


def found(view: View, **more: Sequence[str]) -> Query:
    """Return the query for the commitments that the reader's filters leave."""
    return query_for(RELATION, view.day, {**view.values, **more})


def by_status(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each status, and one for all that say something about delivery."""
    t = view.t
    counted = frame.select(mark="status", n=pl.col("commitments").cast(pl.Int64)).with_columns(
        label=pl.col("mark").replace_strict(t.labels["assessment_status"], return_dtype=pl.String)
    )
    judged = counted.filter(pl.col("mark").is_in(KNOWN))["n"].sum()
    whole = pl.DataFrame({"mark": [JUDGED], "n": [judged], "label": [t("judged")]})
    return pl.concat([counted, whole.filter(pl.col("n") > 0)])


def finding(marks: pl.DataFrame, view: View) -> str:
    """Say how many of those that were judged are complete, and how many were not judged."""
    return _finding(
        dict(marks.filter(pl.col("mark") != JUDGED).select("mark", "n").iter_rows()), view
    )


def _finding(n: dict[str, int], view: View) -> str:
    t, every = view.t, sum(n.values())
    judged = sum(n.get(status, 0) for status in KNOWN)
    if not judged:
        return t.plural(
            "Delivery of the {n} commitment has not been judged",
            "Delivery of none of the {n} commitments has been judged",
            every,
        )
    return t.plural(
        "Of {n} commitment {judged} has been judged, and {complete} is complete",
        "Of {n} commitments {judged} have been judged, and {complete} are complete",
        every,
        judged=judged,
        complete=n.get("complete", 0),
    )


def _query(view: View) -> Query:
    if not any(view.values.values()):
        return Query("FROM status_totals_on($day)", {"day": view.day})
    of = found(view)
    counted = f"SELECT status, count(*) AS commitments FROM ({of.sql}) GROUP BY status"
    order = "ORDER BY code_position('assessment_status', status)"
    return Query(f"{counted} {order}", of.values)


def _behind(view: View, mark: str) -> MarkRows:
    chosen = [each for each in KNOWN if each in (view.values.get("status") or KNOWN)]
    return _listed(found(view, status=chosen if mark == JUDGED else (mark,)))


def _listed(query: Query) -> MarkRows:
    return MarkRows(query, RELATION, COLUMNS, link="id")


STATUS = Chart(
    name="status",
    page="overview",
    query=_query,
    marks=by_status,
    draw=lambda marks, view: charts.status_bar(marks, view.t),
    title=finding,
    subtitle=lambda view: view.t(
        "Commitments by the newest evidence on each; what nobody has judged says nothing about"
        " delivery and stands apart."
    ),
    behind=_behind,
    parameters=FILTERED,
    filters=RELATION,
)


def _grouped(view: View) -> Query:
    by, of = grouping(view), found(view)
    order = "place" if by in ORDERED else "size DESC"
    names = "|".join(labels.languages())
    return Query(
        f"WITH found AS ({of.sql}),"
        f" grouped AS (SELECT group_id, COLUMNS('^group_({names})$'), place, status FROM found"
        " JOIN commitment_groups ON commitment_id = id AND grouping = $grouping),"
        " largest AS (SELECT group_id, count(*) AS size FROM grouped GROUP BY ALL"
        f" ORDER BY size DESC, group_id LIMIT {SHOWN}),"
        " counted AS (SELECT grouped.*, size, count(*) AS commitments FROM grouped"
        " JOIN largest USING (group_id) GROUP BY ALL)"
        f" FROM counted ORDER BY {order}, group_id,"
        " code_position('assessment_status', status)",
        {**of.values, "grouping": by},
    )


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
    return _listed(Query(f"FROM ({of.sql}) WHERE {where}", {**of.values, **group}))


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
    parameters=("by", *FILTERED),
    filters=RELATION,
)
