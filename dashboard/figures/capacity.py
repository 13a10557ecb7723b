"""Capacity building: which needs are answered for whom."""

import polars as pl

from dashboard import charts
from dashboard.charts.gap_matrix import look
from dashboard.figures.declared import Chart, Further, MarkRows, View, answer
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.shaping.capacity import cells
from dashboard.source import queries
from dashboard.theme import GAP_COLOURS

CELLS = ("focus_area_id", "group_id", "needs", "commitments", "initiatives")
"""What is shown of a cell."""
NEEDS = ("statement", "group_id", "stated_on", "answer", "source_id", "locator")
OFFERS = ("id", "origin", "aimed", "status")
COMMITMENTS = ("summary", "aimed", "status", "due_on", "instrument_id", "paragraph")
PROGRAMMES = ("name", "aimed", "lead_id", "started_on", "source_id")
NARROWING = ("focus_area", "group")
"""Filters of the matrix."""


def developing(view: View) -> str | None:
    """Return the group that stands for the developing countries; nothing for the tracker's own."""
    return view.value("developing") or None


def only_stated(view: View) -> bool:
    """Whether only groups and topics with a stated need are drawn."""
    return view.value("stated", "1") != "0"


def _query(view: View) -> Query:
    chosen = {name: view.values.get(name, ()) for name in NARROWING}
    filters = chosen | ({"stated": [True]} if only_stated(view) else {})
    return query_for("gap_totals_on", view.day, filters, developing_as=developing(view))


def _cells(gaps: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each cell: with a need, or else with an offer where those are shown."""
    shown = gaps if not only_stated(view) else gaps.filter(pl.col("needs") > 0)
    parents = _parents(shown)
    offers = pl.col("commitments") + pl.col("initiatives")
    language = view.t.language
    return cells(shown, parents).with_columns(
        mark=pl.concat_str("focus_area_id", "group_id", separator="/"),
        n=pl.when(pl.col("needs") > 0).then("needs").otherwise(offers).cast(pl.Int64),
        label=pl.concat_str(f"focus_area_{language}", f"group_{language}", separator=" · "),
        look=_look("state", "answer"),
    )


def _parents(gaps: pl.DataFrame) -> dict[str, str | None]:
    """Return the wider body of each group."""
    groups = queries.rows_by_key("actors", gaps["group_id"])
    return dict(groups.select("id", "parent_id").iter_rows())


def _look(state: str, answer: str) -> pl.Expr:
    """Return the code of how a cell looks: its state, and who answers where that changes it."""
    reached = pl.col(state) == "need_and_offer"
    return pl.when(reached).then(pl.concat_str(state, answer, separator=".")).otherwise(state)


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Return in words in how many cells with a stated need nothing, or only a promise, answers."""
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
    gap = query_for("gap_totals_on", view.day, cell, developing_as=group_as)
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
                "{n} programme reaches the group", "{n} programmes reach the group", n
            ),
            MarkRows(these("initiative", "initiatives_on", ""), "initiatives_on", PROGRAMMES, "id"),
        ),
    ]


SIGNS = {"circle": "●", "circle-open": "○", "x": "✖", "diamond": "◆", "line-ew-open": "–"}
"""The marks of the matrix as characters, for legends."""
LOOKS = (
    "need_and_offer.initiative",
    "need_and_offer.commitment_only",
    "need_without_offer",
    "offer_without_need",
    "not_looked_at",
)
"""The marks of the matrix: a state, and who answers where that changes the mark."""


def _looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    t = view.t
    found = {}
    for code in LOOKS:
        state, _, answer = code.partition(".")
        words = t.label("gap_state", state)
        words += f" ({t.label('gap_answer', answer)})" if answer else ""
        found[code] = Look(words, SIGNS[look(state, answer or None)], GAP_COLOURS[state])
    return found


def _cells_like(view: View, code: str) -> MarkRows:
    """Return the cells that look alike, one row each."""
    of, (state, _, answer) = _query(view), code.partition(".")
    shown = " AND needs > 0" if only_stated(view) else ""
    answered = " AND answer = $answer" if answer else ""
    values = {**of.values, "state": state} | ({"answer": answer} if answer else {})
    query = Query(f"FROM ({of.sql}) WHERE state = $state{answered}{shown}", values)
    return MarkRows(query, "gap_totals_on", CELLS)


def _alone(marks: pl.DataFrame, code: str) -> pl.DataFrame:
    """Return the cells that look alike, in rows and columns of their own."""
    own = marks.filter(pl.col("look") == code).drop("row", "column", "depth")
    return cells(own, _parents(own))


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
    legend=Legend(
        _looks,
        _cells_like,
        counts=lambda marks: dict(marks.group_by("look").len().iter_rows()),
        alone=_alone,
    ),
    further=_reaching,
    parameters=("stated", "developing", *NARROWING),
    filters="gap_totals_on",
)
