"""The rows behind the page of one country, section by section, to take along."""

import polars as pl
import streamlit as st

from dashboard.components.common.tables import table
from dashboard.state import filters
from dashboard.state.filters import page_state
from dashboard.words.labels import languages

SECTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "membership": (
        "memberships",
        {"subject": "body", "detail": "role", "since": "joined_on", "until": "left_on"},
    ),
    "adherence": (
        "adherences",
        {"subject": "instrument", "detail": "act", "since": "on_date", "until": "until_date"},
    ),
    "position": ("positions", {"subject": "about", "detail": "position", "since": "on_date"}),
    "appointment": (
        "appointments",
        {"subject": "body", "detail": "role", "since": "started_on", "until": "ended_on"},
    ),
    "hosting": ("milestones", {"subject": "hosted", "since": "happened_on"}),
    "group": ("memberships", {"subject": "group", "since": "joined_on"}),
    "need": ("needs", {"subject": "focus_area", "since": "stated_on"}),
    "initiative": (
        "initiatives",
        {"subject": "initiative", "detail": "status", "since": "started_on", "until": "ended_on"},
    ),
}
"""For each section the table that its rows come from, and its names for what they say."""


def show(profile: pl.DataFrame) -> None:
    """Show one section as a table that can be taken along."""
    t = page_state().t
    words = {
        "membership": t("Memberships"),
        "adherence": t("Acts towards texts"),
        "position": t("Positions"),
        "appointment": t("People"),
        "hosting": t("Seats and meetings"),
        "group": t("Groups of countries"),
        "need": t("Needs"),
        "initiative": t("Initiatives"),
    }
    st.header(t("Rows"), anchor=False)
    chosen = filters.choice(
        "section", t("Section"), list(words), words.__getitem__, default="membership"
    )
    relation, names = SECTIONS[chosen or "membership"]
    own = profile.filter(pl.col("section") == chosen)
    if own.is_empty():
        st.caption(t("Nothing is recorded here on this day; that is not known, not none."))
        return
    renamed = {
        f"{old}{end}": f"{new}{end}"
        for old, new in names.items()
        for end in ("", "_earliest", "_latest", *(f"_{code}" for code in languages()))
        if f"{old}{end}" in own.columns
    }
    columns = [
        *names.values(),
        "certainty",
        "derivation",
        "note",
        "source_title",
        "source_url",
        "locator",
        "id",
    ]
    table(own.rename(renamed), relation, f"rows-{chosen}", columns=columns)
