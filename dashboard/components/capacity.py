"""The parts of the Capacity building page: the matrix, one cell of it, and the lists."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard import charts, queries
from dashboard.address import address
from dashboard.charts.gap_matrix import look
from dashboard.components.capacity_cell import SIGNS, Cell, figures_on, pick, with_records
from dashboard.components.charts import chart
from dashboard.components.tables import table
from dashboard.components.words import verification_note
from dashboard.filters import choice, page_state
from dashboard.shaping import capacity
from dashboard.theme import GAP_COLOURS, INK, STATUS_COLOURS

LOOKS = (
    ("need_and_offer", "initiative"),
    ("need_and_offer", "commitment_only"),
    ("need_without_offer", None),
    ("offer_without_need", None),
    ("not_looked_at", None),
)
"""The marks of the matrix: a state, and who answers where that changes the mark."""

NEEDS = ["statement", "group", "focus_area", "answer", "commitments", "commitments_met"]
NEEDS += ["initiatives", "stated_on", "source_title", "source_url", "locator", "need_id"]
UNANSWERED = ["rows_address", "summary", "beneficiary", "focus_areas", "elsewhere", "status"]
UNANSWERED += ["due_on", "actors", "instrument", "paragraph", "verification", "source_title"]
UNANSWERED += ["source_url", "locator", "commitment_id"]
INITIATIVES = ["name", "runs", "lead", "partners", "reach", "focus_areas", "started_on"]
INITIATIVES += ["ended_on", "status", "note", "source_title", "source_url", "locator", "id"]
FIGURES = ["initiative", "qualifier", "value", "unit", "nature", "as_of"]
FIGURES += ["source_title", "source_url", "locator", "confidence", "initiative_id"]


def sentence(gaps: pl.DataFrame, made: pl.DataFrame, day: date) -> str:
    """Return in words how many stated needs have no programme that reaches those concerned."""
    t = page_state().t
    found = capacity.answers(gaps, dict(made.select("id", "status").iter_rows()))
    return t.n(
        "Of **{n} need** stated by {day}, **{without}** have no initiative that reaches the"
        " group: {words_only} have commitments only, {nothing} nothing on record. Of the"
        " {commitments} commitments that answer a need, {assessed} are assessed and {met} met for"
        " the most part.",
        "Of **{n} needs** stated by {day}, **{without}** have no initiative that reaches the"
        " group: {words_only} have commitments only, {nothing} nothing on record. Of the"
        " {commitments} commitments that answer a need, {assessed} are assessed and {met} met for"
        " the most part.",
        found.needs,
        day=day,
        without=found.by_commitment_only + found.by_nothing,
        words_only=found.by_commitment_only,
        nothing=found.by_nothing,
        commitments=found.commitments,
        assessed=found.assessed,
        met=found.met,
    )


def asked_cell(gaps: pl.DataFrame) -> Cell | None:
    """Let the reader name a focus area and a group; both together are a cell of the matrix."""
    t = page_state().t
    areas, groups = (_names(gaps, name) for name in ("focus_area", "group"))
    area = choice(
        "focus_area", t("Focus area"), list(areas), areas.__getitem__, placeholder=t("Pick one")
    )
    group = choice(
        "group",
        t("Group of countries"),
        list(groups),
        groups.__getitem__,
        placeholder=t("Pick one"),
    )
    return (area, group) if area and group else None


def matrix(cells: pl.DataFrame, opened: Cell | None, description: str) -> None:
    """Show the matrix with its legend in words; a click on a mark opens its cell."""
    t = page_state().t
    _legend(cells)
    chart(charts.gap_matrix(cells, t, opened), "gaps", description, on_pick=pick)


def areas(day: date) -> None:
    """Show how many needs, commitments and initiatives each focus area holds."""
    t = page_state().t
    made, running = queries.commitments_on(day), _running(day)
    counted = capacity.by_area(
        queries.table("focus_areas"),
        queries.focus_area_ancestors(),
        {
            "needs": queries.needs_on(day).select("focus_area_id", id="need_id"),
            "commitments": _in_areas(made),
            "initiatives": _in_areas(running),
        },
    )
    links = [address("commitments", focus_area=key) for key in counted["id"]]
    top = counted.filter(pl.col("depth") == 0).row(0, named=True)
    description = t(
        "Most needs lie in {area}: {needs}, with {commitments} commitments and {initiatives}"
        " initiatives.",
        area=t.field(top, "name"),
        needs=top["needs"],
        commitments=top["commitments"],
        initiatives=top["initiatives"],
    )
    st.subheader(t("Focus areas, from broad to narrow"), anchor="areas")
    st.caption(
        t("A broader area counts what lies in its narrower ones. {finding}", finding=description)
    )
    chart(charts.area_bars(counted, t), "areas", description)
    table(
        counted.with_columns(rows_address=pl.Series(links, dtype=pl.String)),
        "focus_areas",
        "areas",
        columns=["name", "needs", "commitments", "initiatives", "rows_address", "definition", "id"],
    )


def needs(day: date) -> None:
    """Show every stated need, those without a programme first."""
    t = page_state().t
    order = {"initiative": 2, "commitment_only": 1}
    rank = pl.col("answer").replace_strict(order, default=0, return_dtype=pl.Int64)
    rows = queries.needs_on(day).sort(rank, "focus_area_id", "group_id", "need_id")
    st.subheader(t("Needs stated"), anchor="needs")
    table(
        rows,
        "needs_on",
        "needs",
        columns=NEEDS,
    )


def unanswered(day: date) -> None:
    """Show the commitments on capacity building that no programme answers."""
    t = page_state().t
    rows = queries.commitments_without_initiative(day)
    st.subheader(t("Commitments without a programme behind them"), anchor="without-programme")
    if rows.is_empty():
        st.info(t("On {day} an initiative answers every commitment on capacity building.", day=day))
        return
    st.markdown(
        t.n(
            "**{n} commitment** on capacity building stands on {day} with no running initiative"
            " that reaches those it is for, in its focus area or a narrower one.",
            "**{n} commitments** on capacity building stand on {day} with no running initiative"
            " that reaches those they are for, in their focus area or a narrower one.",
            rows.height,
            day=day,
        )
    )
    table(
        with_records(rows, "commitment_id"),
        "commitments_without_initiative",
        "without-programme",
        columns=UNANSWERED,
    )
    verification_note(rows)


def initiatives(day: date) -> None:
    """Show every initiative known by the day, and every figure stated of it."""
    t = page_state().t
    known = queries.initiatives_on(day)
    st.subheader(t("Initiatives"), anchor="initiatives")
    if known.is_empty():
        st.info(t("No initiative was known by {day}.", day=day))
        return
    running = known["runs"].sum()
    st.markdown(
        t.n(
            "**{n} initiative** is known by {day}; {running} run on that day.",
            "**{n} initiatives** are known by {day}; {running} run on that day. The others were"
            " announced or proposed, are over, or their state is not known.",
            known.height,
            day=day,
            running=running,
        )
    )
    table(
        known,
        "initiatives_on",
        "initiatives",
        columns=INITIATIVES,
    )


def figures(day: date) -> None:
    """Show every figure stated by the day, with what kind of figure it is."""
    t = page_state().t
    st.subheader(t("Figures of the initiatives"), anchor="figures")
    st.caption(
        t(
            "As their sources state them: what is pledged is not spent, what is planned or a"
            " target is not reached."
        )
    )
    table(
        figures_on(day),
        "initiative_figures",
        "figures",
        columns=FIGURES,
    )


def _legend(cells: pl.DataFrame) -> None:
    t = page_state().t
    with st.container(horizontal=True, gap="small"):
        for state, answer in LOOKS:
            st.markdown(_entry(cells, state, answer), width="content")
    rule = (("blue", "▬", STATUS_COLOURS["complete"]), ("grey", "▬", INK), ("thin", "─", INK))
    st.caption(
        t(
            "The number is how many needs, if more than one. The line under a need with an offer"
            " is its matching commitments: {blue} met for the most part, {grey} assessed, {thin}"
            " not assessed. Click a mark to open it.",
            **{name: _coloured(sign, colour) for name, sign, colour in rule},
        )
    )


def _entry(cells: pl.DataFrame, state: str, answer: str | None) -> str:
    """Return a mark, what it means, and how many cells have it."""
    t = page_state().t
    alike = pl.col("state") == state
    if answer:
        alike &= pl.col("answer") == answer
    words = t.label("gap_state", state)
    words += f" ({t.label('gap_answer', answer)})" if answer else ""
    sign = _coloured(SIGNS[look(state, answer)], GAP_COLOURS[state])
    return f"{sign} {words}: **{t.number(cells.filter(alike).height)}**"


def _coloured(sign: str, colour: str) -> str:
    return f':color[{sign}]{{foreground="{colour}"}}'


def _names(gaps: pl.DataFrame, name: str) -> dict[str, str]:
    """Return codes with names in the reader's language, in the order of the names."""
    language = page_state().t.language
    pairs = gaps.select(f"{name}_id", f"{name}_{language}").unique()
    return dict(pairs.sort(f"{name}_{language}").iter_rows())


def _in_areas(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select("id", focus_area_id="focus_area_ids").explode("focus_area_id").drop_nulls()


def _running(day: date) -> pl.DataFrame:
    return queries.initiatives_on(day).filter("runs")
