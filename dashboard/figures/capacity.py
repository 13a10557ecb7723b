"""Capacity building: which needs are answered for whom, and what each topic holds."""

import polars as pl

from dashboard import charts
from dashboard.figures.declared import Chart, Further, MarkRows, View, answer
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.shaping.capacity import cells
from dashboard.source import queries

NEEDS = ("statement", "group_id", "stated_on", "answer", "source_id", "locator")
OFFERS = ("id", "origin", "aimed", "status")
COMMITMENTS = ("summary", "aimed", "status", "due_on", "instrument_id", "paragraph")
PROGRAMMES = ("name", "aimed", "lead_id", "started_on", "source_id")
NARROWING = ("focus_area", "group")
"""Filters of the matrix."""
IN_AREA = "SELECT focus_area_id FROM focus_area_ancestors WHERE ancestor_id = $area"


def developing(view: View) -> str | None:
    """Return the group that stands for the developing countries; nothing for the tracker's own."""
    return view.value("developing") or None


def only_stated(view: View) -> bool:
    """Whether only groups and topics with a stated need are drawn."""
    return view.value("stated", "1") != "0"


def _query(view: View) -> Query:
    chosen = {name: view.values.get(name, ()) for name in NARROWING}
    filters = chosen | ({"stated": [True]} if only_stated(view) else {})
    return query_for("capacity_gaps", view.day, filters, developing_as=developing(view))


def _cells(gaps: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each cell: with a need, or else with an offer where those are shown."""
    shown = gaps if not only_stated(view) else gaps.filter(pl.col("needs") > 0)
    parents = dict(queries.table("actors").select("id", "parent_id").iter_rows())
    offers = pl.col("commitments") + pl.col("initiatives")
    language = view.t.language
    return cells(shown, parents).with_columns(
        mark=pl.concat_str("focus_area_id", "group_id", separator="/"),
        n=pl.when(pl.col("needs") > 0).then("needs").otherwise(offers).cast(pl.Int64),
        label=pl.concat_str(f"focus_area_{language}", f"group_{language}", separator=" · "),
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Say of how many cells with a stated need nothing, or only a promise, reaches the group."""
    t, stated = view.t, marks.filter(pl.col("needs") > 0)
    nothing = stated.filter(pl.col("state") == "need_without_offer").height
    words = stated.filter(pl.col("answer") == "commitment_only").height
    return t.plural(
        "{n} topic in which a group of countries has a need: nothing on record for {nothing},"
        " commitments only for {words}",
        "{n} times a group of countries has a need in a topic: nothing on record for {nothing},"
        " commitments only for {words}",
        stated.height,
        nothing=nothing,
        words=words,
    )


def _behind(view: View, mark: str) -> MarkRows:
    cell, group_as = _cell(mark), developing(view)
    stated = query_for("needs_on", view.day, cell, developing_as=group_as)
    gap = query_for("capacity_gaps", view.day, cell, developing_as=group_as)
    if answer(Query(f"SELECT needs FROM ({gap.sql})", gap.values))["needs"].sum():
        return MarkRows(stated, "needs_on", NEEDS)
    return MarkRows(
        query_for("offers_on", view.day, cell, developing_as=group_as), "offers_on", OFFERS
    )


def _cell(mark: str) -> dict[str, str]:
    area, _, group = mark.partition("/")
    return {"focus_area_id": area, "group_id": group}


def _reaching(view: View, mark: str) -> list[Further]:
    """Return the commitments and the programmes that reach the group of a cell."""
    offers = query_for("offers_on", view.day, _cell(mark), developing_as=developing(view))

    def these(origin: str, relation: str, order: str) -> Query:
        sql = (
            f"SELECT found.*, offers.aimed FROM {relation}($day) AS found JOIN ({offers.sql})"
            f" AS offers ON offers.id = found.id AND offers.origin = '{origin}'"
            f" ORDER BY NOT offers.aimed, {order}found.id"
        )
        return Query(sql, {**offers.values, "day": view.day})

    status = "code_position('assessment_status', found.status), "
    return [
        Further(
            lambda t, n: t.plural(
                "{n} commitment reaches the group", "{n} commitments reach the group", n
            ),
            MarkRows(
                these("commitment", "commitments_on", status), "commitments_on", COMMITMENTS, "id"
            ),
        ),
        Further(
            lambda t, n: t.plural(
                "{n} initiative reaches the group", "{n} initiatives reach the group", n
            ),
            MarkRows(these("initiative", "initiatives_on", ""), "initiatives_on", PROGRAMMES, "id"),
        ),
    ]


GAPS = Chart(
    name="gaps",
    page="capacity",
    query=_query,
    marks=_cells,
    draw=lambda marks, view: charts.gap_matrix(marks, view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "Needs that texts state, by topic and group of countries: filled where a programme reaches"
        " the group, hollow where only commitments do, crossed where nothing is on record."
    ),
    behind=_behind,
    further=_reaching,
    parameters=("stated", "developing", *NARROWING),
    filters="capacity_gaps",
)


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
    topics = marks.filter(pl.col("kind") == "needs", pl.col("needs") > 0, pl.col("depth") > 0)
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
    query=lambda view: Query("FROM focus_area_totals_on($day)", {"day": view.day}),
    marks=area_marks,
    draw=lambda marks, view: charts.area_bars(marks.filter(pl.col("kind") == "needs"), view.t),
    title=_area_finding,
    subtitle=lambda view: view.t(
        "Needs stated, commitments made and programmes that run, each on a scale of its own; a"
        " broader topic counts what lies in its narrower ones."
    ),
    behind=_area_behind,
)
