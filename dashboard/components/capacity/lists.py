"""The lists of the Capacity building page: needs, unanswered commitments, initiatives, figures."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import developing
from dashboard.components.common.figure import figure
from dashboard.components.common.table_pages import Paged
from dashboard.components.common.tables import table
from dashboard.components.common.words import reading_note
from dashboard.figures import CHARTS
from dashboard.filtering.query import Query
from dashboard.filtering.rows import FilterValues, counted, page, query_for
from dashboard.source import database, queries, totals
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
WITHOUT = "commitments_without_initiative"
ANSWERS = "CASE answer WHEN 'initiative' THEN 2 WHEN 'commitment_only' THEN 1 ELSE 0 END"
"""The worst first: nothing on record, commitments only, a programme."""


def needs(day: date, shown: FilterValues) -> None:
    """Show every stated need of the topics and groups left, those without a programme first."""
    t = page_state().t
    found = query_for("needs_on", database.turn(day), shown, developing_as=developing.chosen())
    order = f"{ANSWERS}, focus_area_id, group_id, need_id"
    st.header(t("Needs stated"), anchor="needs")
    table(Paged.of_query(found, order, "need_id"), "needs_on", "needs", columns=NEEDS)


def unanswered(day: date) -> None:
    """Show the commitments on capacity building that no programme answers."""
    t = page_state().t
    found = query_for(WITHOUT, database.turn(day), {}, developing_as=developing.chosen())
    number = counted(found, unread="verification <> 'read'")
    n = number["n"]
    st.header(t("Commitments without a programme behind them"), anchor="without-programme")
    if not n:
        st.info(t("On {day} a programme answers every commitment on capacity building.", day=day))
        return
    st.markdown(
        t.plural(
            "**{n} commitment** on capacity building stands on {day} with no running programme"
            " that reaches those it is for, in its topic or a narrower one.",
            "**{n} commitments** on capacity building stand on {day} with no running programme"
            " that reaches those they are for, in their topic or a narrower one.",
            n,
            day=day,
        )
    )
    _bases(n, day)

    def linked(limit: int | None, offset: int) -> pl.DataFrame:
        rows = page(found, "instrument_id, commitment_id", limit, offset, key="commitment_id")
        records = addresses("commitments", "id", rows["commitment_id"])
        return rows.with_columns(rows_address=pl.Series(records, dtype=pl.String))

    table(
        Paged(n, linked),
        WITHOUT,
        "without-programme",
        columns=UNANSWERED,
    )
    reading_note(number["unread"], n)


def _bases(unanswered: int, day: date) -> None:
    """Say which commitments each of the page's numbers counts."""
    t = page_state().t
    every = totals.capacity(day, developing.chosen())
    st.caption(
        t(
            "Three counts of commitments: {answering} answer a stated need, in whatever topic;"
            " {inside} lie in the topic of capacity building or a narrower one, whether or not"
            " a need is stated; of these, {unanswered} have no programme.",
            answering=every["commitments"],
            inside=every["commitments_in_area"],
            unanswered=unanswered,
        )
    )


def initiatives(day: date) -> None:
    """Show every initiative known by the day, and every figure stated of it."""
    t = page_state().t
    known, running = queries.initiatives_known(day)
    st.header(t("Programmes"), anchor="initiatives")
    figure(CHARTS["programmes"])
    if not known:
        st.info(t("No programme was known by {day}.", day=day))
        return
    st.markdown(
        t.plural(
            "**{n} programme** is known by {day}; {running} run on that day.",
            "**{n} programmes** are known by {day}; {running} run on that day. The others were"
            " announced or proposed, are over, or their state is not known.",
            known,
            day=day,
            running=running,
        )
        if running
        else t.plural(
            "**{n} programme** is known by {day}, and does not run on that day.",
            "**{n} programmes** are known by {day}; none of them runs on that day.",
            known,
            day=day,
        )
    )
    found = query_for("initiatives_on", database.turn(day), {})
    table(Paged.of_query(found, "id"), "initiatives_on", "initiatives", columns=INITIATIVES)


def figures(day: date) -> None:
    """Show every figure stated by the day, with what kind of figure it is."""
    t = page_state().t
    st.header(t("Figures of the programmes"), anchor="figures")
    st.caption(
        t(
            "As their sources state them: what is pledged is not spent, what is planned or a"
            " target is not reached."
        )
    )
    stated = query_for("initiative_figures_on", database.turn(day), {})
    later = counted(stated, later="known_later")["later"]
    table(
        Paged.of_query(
            Query(f"FROM ({stated.sql}) WHERE NOT known_later", stated.values),
            "initiative_id, as_of_latest DESC, id",
        ),
        "initiative_figures_on",
        "figures",
        columns=FIGURES,
        filters={"known_later": "false"},
    )
    if later:
        st.caption(
            t.plural(
                "{n} number first stated after {day} is left out.",
                "{n} numbers first stated after {day} are left out.",
                later,
                day=day,
            )
        )
