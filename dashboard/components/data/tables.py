"""How much there is, how well it was read, and what was not looked at or left out."""

import polars as pl
import streamlit as st

from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.figures import CHARTS
from dashboard.source import database, queries, totals
from dashboard.state.filters import page_state
from dashboard.words.labels import localized_columns

TALL = 96
"""Height of a row whose text wraps, in pixels."""

OMISSIONS = ["left_out", "reason", "table_name", "source_title", "source_url", "id"]


def sentence(edition: pl.DataFrame, coverage: pl.DataFrame) -> str:
    """Return in words how much there is, and how well it was read."""
    t = page_state().t
    made = coverage.row(by_predicate=pl.col("relation") == "commitments", named=True)
    sources = coverage.row(by_predicate=pl.col("relation") == "sources", named=True)
    return t(
        "Edition {edition} holds **{rows} rows** in {tables} tables of facts, from {sources}"
        " sources, with evidence up to {day}. Of {commitments} commitments, made or proposed,"
        " {share} were read in their own wording, and {unassessed} have no assessment on record,"
        " not even of context.",
        edition=f"`{database.edition()}`",
        rows=edition["rows"].item(),
        tables=coverage.height,
        sources=sources["rows"],
        day=edition["newest_evidence"].item() or "–",
        commitments=made["rows"],
        share=t.percent(made["read_share"] or 0),
        unassessed=made["unassessed"] or 0,
    )


def coverage(rows: pl.DataFrame) -> None:
    """Show what is here, how it was read, and what was not looked at or left out."""
    t = page_state().t
    st.header(t("What is here, and how it was read"), anchor="coverage")
    figure(CHARTS["coverage"])
    table(rows, "coverage", "coverage")
    _not_looked_at()
    st.header(t("Left out, and why"), anchor="omissions")
    names = dict(zip(localized_columns("subject"), localized_columns("left_out"), strict=True))
    omissions = queries.sourced(queries.table("omissions")).rename(names)
    table(
        omissions,
        "omissions",
        "omissions",
        columns=OMISSIONS,
        widths={"left_out": 300, "reason": 340},
        row_height=TALL,
    )


def _not_looked_at() -> None:
    """Say what nobody has looked at, with the way to its rows."""
    state = page_state()
    t = state.t
    made = totals.commitments(state.day)
    gaps = database.rows_on("gap_totals_on", state.day)
    blank = gaps.filter(pl.col("state") == "not_looked_at").height
    st.header(t("What was not looked at"), anchor="not-looked-at")
    st.markdown(
        t(
            "Of {made} commitments made by {day}, {unseen} are not assessed: nothing is on record,"
            " or context alone; that says nothing about delivery. Of {cells} pairs of a topic"
            " and a group of countries, {blank} have neither a stated need nor an offer on record;"
            " that does not say that there is no need.",
            made=made["commitments"],
            day=state.day,
            unseen=made["not_assessed"],
            cells=gaps.height,
            blank=blank,
        )
    )
    open_rows(t("See the commitments not assessed"), "commitments", status="not_assessed")
    open_rows(t("See needs and offers"), "capacity")
