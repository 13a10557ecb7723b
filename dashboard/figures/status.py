"""How far commitments are met: all of them, or those that match the filters."""

from collections.abc import Sequence

import polars as pl

from dashboard import charts
from dashboard.charts.status_bar import JUDGED
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.theme import INK, STATUS_COLOURS, STATUS_EDGES, UNKNOWN

RELATION = "commitments_on"
FILTERED = tuple(name for name in FILTERS[RELATION] if name != "standing")
"""The filters of the list of commitments, by their names in addresses."""
COLUMNS = ("summary", "status", "due_on", "instrument_id", "paragraph")
"""What is shown of a commitment behind a mark."""
HATCHED = {"unable_to_assess": "▩", "no_evidence_found": "░", "not_assessed": "▨"}
"""The patterns of statuses that say nothing about delivery, as characters for legends."""
KNOWN = tuple(status for status in STATUS_COLOURS if status not in UNKNOWN)


def found(view: View, **more: Sequence[str]) -> Query:
    """Return the query for the commitments that match the reader's filters."""
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
    if not n.get("complete"):
        return t.plural(
            "The {n} commitment has been judged, and is not complete",
            "Of {n} commitments {judged} have been judged, and none is complete",
            every,
            judged=judged,
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
    if list(filter(view.values.get, view.values)) == ["country"]:
        country = view.value("country")
        sql = "FROM country_statuses_on($country, $day)"
        return Query(sql, {"country": country, "day": view.day})
    of = found(view)
    # Not status_totals_on: it would have to be given the keys of all that is counted.
    sql = (
        f"SELECT status, count(*) AS commitments FROM ({of.unsorted}) GROUP BY status"
        " ORDER BY code_position('assessment_status', status)"
    )
    return Query(sql, of.values)


def _behind(view: View, mark: str) -> MarkRows:
    chosen = [each for each in KNOWN if each in (view.values.get("status") or KNOWN)]
    return listed(found(view, status=chosen if mark == JUDGED else (mark,)))


def listed(query: Query) -> MarkRows:
    """Return commitments as the rows behind a mark."""
    return MarkRows(query, RELATION, COLUMNS, link="id")


def status_looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    """Return how each status looks in a legend."""
    words = view.t.labels["assessment_status"]
    return {
        status: Look(words[status], HATCHED[status], INK)
        if status in HATCHED
        else Look(words[status], "■", colour, STATUS_EDGES[status])
        for status, colour in STATUS_COLOURS.items()
    }


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
    legend=Legend(
        status_looks,
        behind=lambda view, status: listed(found(view, status=(status,))),
        counts=lambda marks: dict(marks.select("mark", "n").iter_rows()),
        alone=lambda marks, status: marks,  # one piece of a bar says nothing without the others
    ),
    parameters=FILTERED,
    filters=RELATION,
)
