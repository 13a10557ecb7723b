"""What each topic holds: needs stated, commitments made, programmes that run."""

import polars as pl

from dashboard import charts
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.source import database

IN_AREA = "SELECT focus_area_id FROM focus_area_ancestors WHERE ancestor_id = $area"


def area_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return the topics once for each kind of thing that is counted in them."""
    t = view.t
    kinds = {name: t(words) for name, words in charts.KINDS.items()}
    return pl.concat(
        frame.with_columns(
            mark=pl.concat_str("id", pl.lit(kind), separator="/"),
            label=pl.concat_str(f"name_{t.language}", pl.lit(words), separator=" · "),
            n=pl.col(kind).cast(pl.Int64),
            kind=pl.lit(kind),
        )
        for kind, words in kinds.items()
    )


def _area_finding(marks: pl.DataFrame, view: View) -> str:
    t = view.t
    topics = marks.filter(pl.col("kind") == "needs", pl.col("needs") > 0)
    without = topics.filter(pl.col("initiatives") == 0)
    if without.is_empty():
        return t("Every topic with a stated need has a programme")
    names = without.sort("needs", "id", descending=[True, False])[f"name_{t.language}"].to_list()
    return t.plural(
        "{n} topic with a stated need has no programme: {names}",
        "{n} topics with a stated need have no programme: {names}",
        without.height,
        names=t.join(names[:4]) + (" …" if len(names) > 4 else ""),
    )


def _area_behind(view: View, mark: str) -> MarkRows:
    area, _, kind = mark.rpartition("/")
    inside = (
        query_for("commitments_on", view.day, {"focus_area": area})
        if kind == "commitments"
        else None
    )
    if inside:
        return MarkRows(
            inside, "commitments_on", ("summary", "status", "due_on", "instrument_id"), "id"
        )
    values = {"day": view.day, "area": area}
    if kind == "needs":
        sql = f"FROM needs WHERE stated_on_latest <= $day AND focus_area_id IN ({IN_AREA})"
        return MarkRows(
            Query(sql, values), "needs", ("statement", "actor_id", "stated_on", "source_id")
        )
    sql = (
        "FROM initiatives_on($day) WHERE runs AND list_has_any(focus_area_ids,"
        f" (SELECT list(focus_area_id) FROM ({IN_AREA})))"
    )
    return MarkRows(
        Query(sql, values), "initiatives_on", ("name", "lead_id", "started_on", "source_id"), "id"
    )


AREAS = Chart(
    name="areas",
    page="capacity",
    # Word for word what pages ask beside it, so that it is asked once.
    query=lambda view: Query(
        "FROM focus_area_totals_on(day := $day)", {"day": database.turn(view.day)}
    ),
    marks=area_marks,
    draw=lambda marks, view: charts.area_bars(marks.filter(pl.col("kind") == "needs"), view.t),
    title=_area_finding,
    subtitle=lambda view: view.t(
        "Needs stated, commitments made and programmes that run, each on a scale of its own; a"
        " broader topic counts what lies in its narrower ones."
    ),
    behind=_area_behind,
)
