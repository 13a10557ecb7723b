"""Where the members of one body are."""

import polars as pl

from dashboard import charts
from dashboard.figures.bodies import named, roster, shown
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.theme import CERTAINTY_COLOURS


def _placed(view: View) -> Query:
    inside = roster(view, shown(view), view.day).query
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
        n = marks.filter("in_area").drop_nulls("certainty").height
        body, group = named(shown(view), view.t), named(area, view.t)
        if not n:
            return view.t("No member of {body} is in the group “{group}”", body=body, group=group)
        return view.t.plural(
            "{n} member of {body} is in the group “{group}”",
            "{n} members of {body} are in the group “{group}”",
            n,
            body=body,
            group=group,
        )
    return view.t.plural(
        "{body}: {n} member is a state on this map",
        "{body}: {n} members are states on this map",
        marks.drop_nulls("certainty").height,
        body=named(shown(view), view.t),
    )


def _member(view: View, mark: str) -> MarkRows:
    of = roster(view, shown(view), view.day)
    found = Query(
        f"FROM ({of.query.sql}) WHERE member_id = $member", {**of.query.values, "member": mark}
    )
    return MarkRows(found, of.relation, of.columns)


def _certainties(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    return {
        code: Look(view.t.label("certainty", code), "■", colour)
        for code, colour in CERTAINTY_COLOURS.items()
    }


def _on_map(view: View, certainty: str) -> MarkRows:
    of = roster(view, shown(view), view.day)
    sql = (
        f"FROM ({of.query.sql}) WHERE certainty = $certainty"
        " AND member_id IN (SELECT country_id FROM country_points)"
    )
    return MarkRows(
        Query(sql, {**of.query.values, "certainty": certainty}), of.relation, of.columns
    )


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
    legend=Legend(
        _certainties,
        _on_map,
        counts=lambda marks: dict(
            marks.drop_nulls("certainty").group_by("certainty").len().iter_rows()
        ),
        alone=lambda marks, certainty: marks.filter(
            pl.col("certainty").is_null() | (pl.col("certainty") == certainty)
        ),
    ),
    parameters=("body", "derived", "area"),
    example={"body": ("dco",)},
)
