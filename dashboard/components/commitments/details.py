"""What the text of one commitment says, as a list of terms."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import document_link, escape
from dashboard.shaping import records
from dashboard.source import queries
from dashboard.source import records as record_names
from dashboard.state.filters import page_state
from dashboard.words.locators import designated

Row = Mapping[str, Any]


def show(row: Row) -> None:
    """Show what the text says; what it does not say is left out."""
    t = page_state().t
    facts = {
        t("Text"): _text(row),
        t("Legal force"): t.label("legal_force", row["legal_force"]),
        t("Verb"): t.label("modality", row["modality"]),
        t("Who"): _who(row),
        t("For whom"): escape(t.localized(row, "beneficiary") or ""),
        t("Due"): _due(row),
        t("Target"): escape(t.localized(row, "target") or ""),
        t("Focus areas"): _named("focus_areas", row["focus_area_ids"]),
        t("SDGs that the text names"): ", ".join(map(str, row["sdgs"])),
        t("Wording"): t.label("verification", row["verification"]),
        t("Confidence"): t.label("confidence", row["confidence"]),
    }
    st.table({name: value for name, value in facts.items() if value}, border="horizontal")


def _text(row: Row) -> str:
    """Return title, symbol and state of the text, linked to it."""
    t = page_state().t
    text = records.one(row["instrument_id"], queries.table("instruments")) or {}
    symbol = row["instrument_symbol"]
    when = t.partial_date(row["made_on"] or text["proposed_on"])
    parts = [
        links.markdown("text", row["instrument_id"], t.localized(text, "title")),
        symbol and document_link(escape(designated(symbol, t)), text["url"], symbol),
        escape(t.localized(row, "paragraph")),
        t.label("instrument_status", row["instrument_status"]),
        when,
    ]
    return " · ".join(part for part in parts if part)


def _who(row: Row) -> str:
    """Return whom the text addresses, and in which role."""
    t = page_state().t
    actors = records.actors_of(
        queries.table("commitment_actors"), queries.table("actors"), row["id"]
    )
    named = [
        f"{_named('actors', [actor['actor_id']])} ({t.label('commitment_role', actor['role'])})"
        for actor in actors.iter_rows(named=True)
    ]
    return " · ".join(
        part for part in (t.label("addressee", row["addressee"]), t.join(named)) if part
    )


def _named(table: str, keys: Sequence[str]) -> str:
    """Return the names of records as links to their pages."""
    t = page_state().t
    rows = record_names.named((table,), list(keys or ())).sort(f"name_{t.language}")
    return t.separator.join(
        links.markdown(row["kind"], row["id"], t.localized(row, "name"))
        for row in rows.iter_rows(named=True)
    )


def _due(row: Row) -> str:
    """Return by when, and how the text says so."""
    t = page_state().t
    when, note = t.partial_date(row["due_on"]), escape(t.localized(row, "due_note") or "")
    return f"{when} ({note})" if when and note else when or note
