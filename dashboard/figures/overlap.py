"""Who is in which of two or more bodies or texts: in all, in some, only in one."""

import polars as pl

from dashboard import charts
from dashboard.figures import bodies
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.theme import INK, SERIES_COLOURS
from dashboard.words import labels

MOST = 5
"""So many bodies are compared; more have too many combinations to be seen."""
AND = "+"
"""Between the keys of the bodies of a combination, as a mark."""
SQL = (
    "SELECT member_id, COLUMNS('^member_({languages})$'), member_kind,"
    " string_agg(body, '{AND}' ORDER BY list_position($bodies, body)) AS bodies"
    " FROM (SELECT *, coalesce(organization_id, instrument_id) AS body"
    " FROM members_on($day, include_derived := $derived))"
    " WHERE body IN (SELECT unnest($bodies))"
    " GROUP BY ALL ORDER BY member_{language}, member_id"
)


def compared(view: View) -> list[str]:
    """Return the bodies that are compared: the first ones that the reader chose."""
    return bodies.chosen(view)[:MOST]


def query(view: View) -> Query:
    """Return the query for the members of any of them, with all that each is in."""
    values = {"day": view.day, "bodies": compared(view), "derived": bodies.is_derived(view)}
    languages = "|".join(labels.languages())
    return Query(SQL.format(languages=languages, language=view.t.language, AND=AND), values)


def members(view: View, mark: str) -> pl.DataFrame:
    """Return who is in exactly the bodies of one mark."""
    return answer(_part(view, mark))


def _part(view: View, mark: str) -> Query:
    of = query(view)
    return Query(f"FROM ({of.sql}) WHERE bodies = $mark", {**of.values, "mark": mark})


def _name(mark: str, view: View) -> str:
    """Return what a combination of bodies is called."""
    t, keys = view.t, mark.split(AND)
    names = [bodies.named(key, t, bodies.SHORT) for key in keys]
    if len(keys) == 1:
        return t("only {body}", body=names[0])
    if len(keys) == len(compared(view)):
        return t("in both") if len(keys) == 2 else t("in all {n}", n=len(keys))
    return t("only {bodies}", bodies=t.join(names))


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each combination that anybody is in; of two, both stand in the middle."""
    keys = compared(view)
    order = [keys[0], AND.join(keys), keys[-1]] if len(keys) == 2 else [AND.join(keys)]
    counted = frame.group_by(mark="bodies").agg(n=pl.len().cast(pl.Int64))
    place = pl.col("mark").replace_strict(
        {mark: n for n, mark in enumerate(order)}, default=len(order), return_dtype=pl.Int64
    )
    return counted.sort(place, -pl.col("n"), "mark").with_columns(
        label=pl.col("mark").map_elements(lambda mark: _name(mark, view), return_dtype=pl.String),
        is_all=pl.col("mark") == AND.join(keys),
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    t, keys = view.t, compared(view)
    n = int(marks.filter("is_all")["n"].sum())
    return t.plural(
        "{n} is in {bodies}",
        "{n} are in {bodies}",
        n,
        bodies=t.join([bodies.named(key, t) for key in keys]),
    )


def _looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    """Return how the pieces of the bar of two bodies look; rows of more are named beside them."""
    keys = compared(view)
    if len(keys) != 2:
        return {}
    colours = dict(zip(keys, SERIES_COLOURS, strict=False))
    return {
        mark: Look(label, "■", colours.get(mark, INK))
        for mark, label in marks.select("mark", "label").iter_rows()
    }


def _behind(view: View, mark: str) -> MarkRows:
    return MarkRows(_part(view, mark), "members_on", ("member_id", "member_kind"))


OVERLAP = Chart(
    name="overlap",
    page="members",
    query=query,
    marks=_marks,
    draw=lambda marks, view: charts.overlap(marks, compared(view), view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "Who is in each on {day}, certain or possible; each counts once.", day=view.day
    ),
    behind=_behind,
    legend=Legend(
        _looks,
        _behind,
        counts=lambda marks: dict(marks.select("mark", "n").iter_rows()),
        alone=lambda marks, mark: marks,  # one piece of a bar says nothing without the others
    ),
    file=query,
    parameters=("body", "derived"),
    example={"body": ("dco", "au", "paris-statement")},
)
