"""Who is in both of two bodies or texts, and who only in one."""

import polars as pl

from dashboard import charts
from dashboard.figures.bodies import is_derived, named
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.filtering.query import Query
from dashboard.words import labels

PARTS = {
    "first": "in_first AND NOT in_second",
    "both": "in_first AND in_second",
    "second": "in_second AND NOT in_first",
}
"""The marks, and who is behind each."""
SQL = (
    "SELECT member_id, COLUMNS('^member_({languages})$'), member_kind,"
    " bool_or(coalesce(organization_id, instrument_id) = $first) AS in_first,"
    " bool_or(coalesce(organization_id, instrument_id) = $second) AS in_second"
    " FROM members_on($day, include_derived := $derived)"
    " WHERE coalesce(organization_id, instrument_id) IN ($first, $second)"
    " GROUP BY ALL ORDER BY member_{language}, member_id"
)


def pair(view: View) -> tuple[str, str]:
    """Return the two bodies that are compared: the first two that the reader chose."""
    first, second, *_ = (*view.values.get("body", ()), "", "")
    return first, second


def query(view: View) -> Query:
    """Return the query for the members of either, saying for each of the two whether it is in."""
    first, second = pair(view)
    values = {"day": view.day, "first": first, "second": second, "derived": is_derived(view)}
    languages = "|".join(labels.languages())
    return Query(SQL.format(languages=languages, language=view.t.language), values)


def members(view: View, mark: str) -> pl.DataFrame:
    """Return who is behind one mark."""
    return answer(_part(view, mark))


def _part(view: View, mark: str) -> Query:
    of = query(view)
    return Query(f"FROM ({of.sql}) WHERE {PARTS[mark]}", of.values)


def names(view: View) -> dict[str, str]:
    """Return what the parts are called."""
    t, (first, second) = view.t, (named(body, view.t) for body in pair(view))
    return {
        "first": t("only {body}", body=first),
        "both": t("in both"),
        "second": t("only {body}", body=second),
    }


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    names_of_bodies = names(view)
    counted = [
        (mark, names_of_bodies[mark], frame.filter(pl.sql_expr(condition)).height)
        for mark, condition in PARTS.items()
    ]
    return pl.DataFrame(counted, schema=["mark", "label", "n"], orient="row").filter(
        pl.col("n") > 0
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    t, n = view.t, dict(marks.select("mark", "n").iter_rows())
    first, second = (named(body, t) for body in pair(view))
    return t.plural(
        "{n} is in both {first} and {second}",
        "{n} are in both {first} and {second}",
        n.get("both", 0),
        first=first,
        second=second,
    )


OVERLAP = Chart(
    name="overlap",
    page="members",
    query=query,
    marks=_marks,
    draw=lambda marks, view: charts.overlap(marks, view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "Who is in each on {day}, certain or possible; each counts once.", day=view.day
    ),
    behind=lambda view, mark: MarkRows(
        _part(view, mark), "members_on", ("member_id", "member_kind")
    ),
    parameters=("body", "derived"),
    example={"body": ("dco", "au")},
)
