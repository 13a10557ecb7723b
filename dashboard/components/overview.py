"""The parts of the Overview page; each number stands beside the link to its rows."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.cards import cards, figure_card, open_rows
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape, source_link
from dashboard.source import database, totals
from dashboard.source.totals import Row
from dashboard.state.address import address
from dashboard.state.filters import page_state
from dashboard.theme import MILESTONE_COLOURS

SHOWN = 6
"""Milestones on either side of the day."""
COUNTED = ("commitments", "complete", "overdue_commitments", "not_assessed", "not_read")
BY_TEXT = ("instrument", *COUNTED, "made_on", "rows_address")
RECORDS = {
    "milestone": ("milestone", "row_id"),
    "commitment_deadline": ("commitment", "row_id"),
    "instrument": ("text", "instrument_id"),
}
"""Which record an event is about, by its origin: its kind, and the column with its key."""


def figures(counted: Row) -> None:
    """Show the numbers of the day, each with its rows behind it."""
    t = page_state().t
    overdue, soon = counted["overdue_commitments"], counted["due_soon"]
    unseen = counted["not_assessed"]
    cards(
        figure_card(counted["commitments"], t("commitments"), "commitments"),
        figure_card(counted["instruments"], t("adopted texts"), "#by-text"),
        figure_card(overdue, t("overdue"), "commitments", due_state="overdue"),
        figure_card(soon, t("due within 90 days"), "commitments", due_state=totals.due_soon()),
        figure_card(unseen, t("not assessed"), "commitments", status="not_assessed"),
    )


def proposals(counted: Row) -> None:
    """Say what is proposed and therefore not counted."""
    t = page_state().t
    if not counted["proposed"]:
        return
    st.caption(
        t.plural(
            "Not counted: {n} commitment of texts that nobody has adopted ({texts}).",
            "Not counted: {n} commitments of texts that nobody has adopted ({texts}).",
            counted["proposed"],
            texts=t.plural("{n} text", "{n} texts", counted["proposing_instruments"]),
        )
    )
    open_rows(t("See what is proposed"), "commitments", standing="proposed")


def milestones(day: date) -> None:
    """Show the latest things that happened, and the next ones, side by side."""
    t = page_state().t
    left, right = st.columns(2, gap="large")
    with left:
        _listed(t("Latest milestones"), totals.latest_events(day, SHOWN))
    with right:
        _listed(t("Next milestones"), totals.next_events(day, SHOWN))
    open_rows(t("All on the timeline"), "timeline")


def by_text(day: date) -> None:
    """Show each text with how many commitments it holds and how they stand."""
    t = page_state().t
    rows = database.rows_on("instrument_totals_on", day)
    addresses = [address("commitments", instrument=key) for key in rows["instrument_id"]]
    st.header(t("By text"), anchor="by-text")
    table(
        rows.with_columns(rows_address=pl.Series(addresses, dtype=pl.String)),
        "instrument_totals_on",
        "by-text",
        columns=BY_TEXT,
        filters={},
    )


def _linked(event: Row) -> str:
    """Return the title of an event as a link to the record that tells more of it."""
    title = page_state().t.localized(event, "title")
    kind, column = RECORDS.get(event["origin"], ("", ""))
    key = event[column] if kind else None
    return links.markdown(kind, key, title) if key else escape(title)


def _listed(title: str, events: pl.DataFrame) -> None:
    """Show milestones as lines of text: when, what kind, what, and where it was read."""
    t = page_state().t
    lines = [
        f':color[●]{{foreground="{MILESTONE_COLOURS[event["kind"]]}"}} '
        f"**{t.partial_date(event['happened_on'])}** · {t.label('milestone_kind', event['kind'])}"
        f"  \n{_linked(event)}  \n:small[{source_link(event)}]"
        for event in events.iter_rows(named=True)
    ]
    st.header(title, anchor=False)
    st.markdown("\n\n".join(lines) or t("None recorded."))
