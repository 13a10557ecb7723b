"""How much of a group of countries is in each of several bodies or texts, over time."""

from datetime import date

import polars as pl

from dashboard import charts
from dashboard.figures import bodies
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.filtering.query import Query

SQL = (
    "SELECT coalesce(organization_id, instrument_id) AS body, changed_on AS day, certain, possible,"
    " group_size"
    " FROM group_shares_on($day, of_group := $group, include_derived := $derived)"
    " WHERE body IN (SELECT unnest($bodies))"
    " ORDER BY list_position($bodies, body), day NULLS FIRST"
)


def _query(view: View) -> Query:
    return Query(
        SQL,
        {
            "day": view.day,
            "group": view.value("group"),
            "derived": bodies.is_derived(view),
            "bodies": bodies.chosen(view),
        },
    )


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    share = 100 / pl.col("group_size")
    return bodies.step_marks(frame, view).with_columns(
        at=pl.col("certain") * share, up_to=pl.col("possible") * share
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    t = view.t
    last = marks.group_by("body", maintain_order=True).last()
    first_ones = last.filter(pl.col("certain") == pl.col("certain").max())
    most = first_ones.row(0, named=True)
    if first_ones.height > 1:
        return t(
            "{n} of {all} in the group “{group}” are in each of {bodies}",
            n=most["certain"],
            all=most["group_size"],
            group=bodies.named(view.value("group"), t),
            bodies=t.join(first_ones["short"].to_list()),
        )
    return t(
        "{n} of {all} in the group “{group}” are in {body}",
        n=most["certain"],
        all=most["group_size"],
        group=bodies.named(view.value("group"), t),
        body=most["short"],
    )


def _behind(view: View, mark: str) -> MarkRows:
    return _of_group(view, *bodies.step_of(mark, view))


def _of_group(view: View, body: str, day: date) -> MarkRows:
    of = bodies.roster(view, body, day)
    sql = (
        f"FROM ({of.query.sql}) WHERE member_id IN"
        " (SELECT member_id FROM groupings_on($of_day) WHERE group_id = $of_group)"
    )
    values = {**of.query.values, "of_day": view.day, "of_group": view.value("group")}
    return MarkRows(Query(sql, values), of.relation, of.columns)


SHARES = Chart(
    name="group-shares",
    page="members",
    query=_query,
    marks=_marks,
    draw=lambda marks, view: charts.lines(marks, view.t, view.day, indexed=True),
    title=_finding,
    subtitle=lambda view: view.t(
        "Percentage of those who are in the group on {day}, over time; a pale band is what is only"
        " possible.",
        day=view.day,
    ),
    behind=_behind,
    legend=bodies.line_legend(_of_group),
    parameters=("body", "derived", "group"),
    example={"body": ("dco", "paris-statement"), "group": ("least-developed-countries",)},
)
