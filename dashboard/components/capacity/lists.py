"""The lists of the Capacity building page: needs, unanswered commitments, initiatives, figures."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import developing
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.common.words import verification_note
from dashboard.figures import CHARTS
from dashboard.filtering.rows import FilterValues
from dashboard.filtering.rows import rows as filtered
from dashboard.source import queries, totals
from dashboard.state.address import addresses
from dashboard.state.filters import page_state

NEEDS = ["statement", "group", "focus_area", "answer", "commitments", "commitments_met"]
NEEDS += ["initiatives", "stated_on", "source_title", "source_url", "locator", "need_id"]
UNANSWERED = ["rows_address", "summary", "beneficiary", "focus_areas"]
UNANSWERED += ["initiatives_reaching_others", "status"]
UNANSWERED += ["due_on", "actors", "instrument", "paragraph", "verification", "source_title"]
UNANSWERED += ["source_url", "locator", "commitment_id"]
INITIATIVES = ["name", "runs", "lead", "partners", "reach", "focus_areas", "started_on"]
INITIATIVES += ["ended_on", "status", "note", "source_title", "source_url", "locator", "id"]
FIGURES = ["initiative", "qualifier", "value", "unit", "nature", "as_of"]
FIGURES += ["source_title", "source_url", "locator", "confidence", "initiative_id"]


def needs(day: date, shown: FilterValues) -> None:
    """Show every stated need of the topics and groups left, those without a programme first."""
    t = page_state().t
    order = {"initiative": 2, "commitment_only": 1}
    rank = pl.col("answer").replace_strict(order, default=0, return_dtype=pl.Int64)
    rows = filtered("needs_on", day, shown, developing_as=developing.chosen()).sort(
        rank, "focus_area_id", "group_id", "need_id"
    )
    st.header(t("Needs stated"), anchor="needs")
    table(
        rows,
        "needs_on",
        "needs",
        columns=NEEDS,
    )


def unanswered(day: date) -> None:
    """Show the commitments on capacity building that no programme answers."""
    t = page_state().t
    rows = queries.commitments_without_initiative(day, developing.chosen())
    st.header(t("Commitments without a programme behind them"), anchor="without-programme")
    if rows.is_empty():
        st.info(t("On {day} an initiative answers every commitment on capacity building.", day=day))
        return
    st.markdown(
        t.plural(
            "**{n} commitment** on capacity building stands on {day} with no running initiative"
            " that reaches those it is for, in its focus area or a narrower one.",
            "**{n} commitments** on capacity building stand on {day} with no running initiative"
            " that reaches those they are for, in their focus area or a narrower one.",
            rows.height,
            day=day,
        )
    )
    _bases(rows.height, day)
    records = addresses("commitments", "id", rows["commitment_id"])
    table(
        rows.with_columns(rows_address=pl.Series(records, dtype=pl.String)),
        "commitments_without_initiative",
        "without-programme",
        columns=UNANSWERED,
    )
    verification_note(rows)


def _bases(unanswered: int, day: date) -> None:
    """Say which commitments each of the page's numbers counts."""
    t = page_state().t
    counted = totals.capacity(day, developing.chosen())
    st.caption(
        t(
            "Three counts of commitments: {answering} answer a stated need, in whatever focus"
            " area; {inside} lie in the focus area of capacity building or a narrower one, whether"
            " or not a need is stated; of these, {unanswered} have no initiative.",
            answering=counted["commitments"],
            inside=counted["commitments_in_area"],
            unanswered=unanswered,
        )
    )


def initiatives(day: date) -> None:
    """Show every initiative known by the day, and every figure stated of it."""
    t = page_state().t
    known = queries.initiatives_on(day)
    st.header(t("Initiatives"), anchor="initiatives")
    figure(CHARTS["programmes"])
    if known.is_empty():
        st.info(t("No initiative was known by {day}.", day=day))
        return
    running = known["runs"].sum()
    st.markdown(
        t.plural(
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
    st.header(t("Figures of the initiatives"), anchor="figures")
    st.caption(
        t(
            "As their sources state them: what is pledged is not spent, what is planned or a"
            " target is not reached."
        )
    )
    stated = queries.initiative_figures_on(day)
    known = stated.filter(~pl.col("known_later"))
    table(
        known,
        "initiative_figures_on",
        "figures",
        columns=FIGURES,
        filters={"known_later": "false"},
    )
    later = stated.height - known.height
    if later:
        st.caption(
            t.plural(
                "{n} number first stated after {day} is left out.",
                "{n} numbers first stated after {day} are left out.",
                later,
                day=day,
            )
        )
