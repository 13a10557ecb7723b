"""Who is in which of two or more bodies or texts: in all, in some, only in one."""

import polars as pl

from dashboard import charts
from dashboard.figures import bodies
from dashboard.figures.declared import Chart, MarkRows, View, answer
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.theme import INK, SERIES_COLOURS

MOST = 5
"""Bodies that are compared; more have too many combinations to be drawn."""
AND = "+"
"""Between the keys of a combination, as ``overlaps_on`` has them: also its mark."""


def compared(view: View) -> list[str]:
    """Return the bodies that are compared: the first ones that the reader chose."""
    return bodies.chosen(view)[:MOST]


def _query(view: View) -> Query:
    """Return the query for how many are in each combination of them."""
    sql = "FROM overlaps_on($day, $bodies, include_derived := $derived)"
    return Query(sql, _values(view))


def _members(view: View) -> Query:
    """Return the query for the members of any of them, with all that each is in."""
    sql = "FROM shared_members_on($day, $bodies, include_derived := $derived)"
    return Query(sql, _values(view))


def _values(view: View) -> dict[str, object]:
    keys, derived = " ".join(compared(view)), bodies.is_derived(view)
    return {"day": view.day, "bodies": keys, "derived": derived}


def members(view: View, mark: str) -> pl.DataFrame:
    """Return who is in exactly the bodies of one mark."""
    return answer(_part(view, mark))


def _part(view: View, mark: str) -> Query:
    of = _members(view)
    sql = f"FROM ({of.sql}) WHERE in_bodies = $mark ORDER BY member_{view.t.language}, member_id"
    return Query(sql, {**of.values, "mark": mark})


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
    counted = frame.select(mark="in_bodies", n=pl.col("members").cast(pl.Int64))
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
    query=_query,
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
    file=_members,
    parameters=("body", "derived"),
    example={"body": ("dco", "au", "paris-statement")},
)
