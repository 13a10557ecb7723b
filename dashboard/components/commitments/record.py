"""The record of one commitment: what, who, when, how far, and on what that rests."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.commitments import details, relations
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape, source_link
from dashboard.components.records import unknown
from dashboard.components.records.record import begin
from dashboard.figures import CHARTS
from dashboard.filtering.rows import rows as rows_of
from dashboard.kinds import COMMITMENT
from dashboard.shaping import records
from dashboard.source import queries
from dashboard.source.records import find
from dashboard.state.filters import page_state
from dashboard.theme import STATUS_COLOURS

Row = Mapping[str, Any]

HISTORY = ["as_of", "status", "polarity", "confidence", "method", "assessed_by", "rationale"]
HISTORY += ["source_title", "source_url", "locator"]


def show(key: str, day: date) -> None:
    """Show one record, with the way back to the list; an unknown key ends the page."""
    t = page_state().t
    lists = [rows_of(name, day, {"id": [key]}) for name in ("commitments_on", "proposals_on")]
    row = records.one(key, *lists, queries.registered(key))
    found = find(COMMITMENT.name, key)
    if row is None or found is None:
        unknown.show(COMMITMENT, key)
    begin(COMMITMENT, found)
    st.container(key="lead").markdown(escape(t.localized(row, "summary")))
    _warnings(row, day, counted=any(rows.height for rows in lists))
    history = queries.assessment_history(key)
    if "status" in row:
        _status(row, records.known_by(history, day), day)
    details.show(row)
    _history(row, history, day)
    relations.show(row, found, day)


def _warnings(row: Row, day: date, *, counted: bool) -> None:
    """Say before all else what must not be taken for a promise, or for the text itself."""
    t = page_state().t
    if not counted:
        made = t.partial_date(row["made_on"]) or t("unknown date")
        st.warning(
            t(
                "On {day} this was neither made nor proposed. The text was adopted: {made}.",
                day=day,
                made=made,
            ),
            icon=":material/event_busy:",
        )
    elif "status" not in row:
        st.warning(
            t(
                "Proposed, not made: on {day} nobody had adopted this text. It is not counted"
                " as a commitment.",
                day=day,
            ),
            icon=":material/edit_note:",
        )
    if row["verification"] != "read":
        st.warning(
            t(
                "Not read in the instrument's own wording: {how}. Compare it with the text before"
                " you quote it.",
                how=t.label("verification", row["verification"]),
            ),
            icon=":material/report:",
        )


def _status(row: Row, known: pl.DataFrame, day: date) -> None:
    """Say how far it is met on the day, why, and how the deadline stands."""
    t = page_state().t
    mark = f':color[■]{{foreground="{STATUS_COLOURS[row["status"]]}"}}'
    status = t.label("assessment_status", row["status"])
    status_line = t("Status on {day}: {status}", day=day, status=f"{mark} **{status}**")
    st.markdown(f"{status_line} · {_deadline(row)}")
    if row["assessment_id"] is None:
        st.caption(
            t("Nobody has looked yet: that is not known, not failed.")
            if known.is_empty()
            else t("Only context is known, which says nothing about delivery.")
        )
        return
    last = known.filter(pl.col("assessment_id") == row["assessment_id"]).row(0, named=True)
    st.markdown(
        t(
            "{reason} ({when}, {polarity}, confidence {confidence}; {source})",
            reason=escape(t.localized(last, "rationale")),
            when=t.partial_date(last["as_of"]),
            polarity=t.label("polarity", last["polarity"]),
            confidence=t.label("confidence", last["confidence"]),
            source=source_link(last),
        )
    )


def _deadline(row: Row) -> str:
    """Return how far off the deadline is, in words."""
    t = page_state().t
    if row["due_on"] is None:
        return t("no deadline")
    days, state = row["days_to_due"], row["due_state"]
    if state == "overdue":
        return "**" + t.plural("{n} day overdue", "{n} days overdue", -days) + "**"
    if state in ("met", "none") or days < 0:
        return t(
            "due {when}, {state}",
            when=t.partial_date(row["due_on"]),
            state=t.label("due_state", state),
        )
    return t.plural("{n} day left", "{n} days left", days)


def _history(row: Row, history: pl.DataFrame, day: date) -> None:
    """Show all assessments known by the day, and say how many came later."""
    t = page_state().t
    known = records.known_by(history, day)
    if not known.is_empty():
        st.header(t("How it was judged"), anchor=False)
        if known.height > 1:
            figure(CHARTS["status-history"], {"id": [row["id"]]})
        table(known, "assessment_history", "history", columns=HISTORY)
    if later := history.height - known.height:
        st.caption(
            t.plural(
                "{n} assessment rests on evidence of after this day and is not shown.",
                "{n} assessments rest on evidence of after this day and are not shown.",
                later,
            )
        )
