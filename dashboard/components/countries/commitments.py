"""What commits one country, through what, and what is due."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common.cards import open_rows
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape
from dashboard.shaping import countries as shaping
from dashboard.shaping.acronyms import acronyms
from dashboard.source import queries
from dashboard.state.address import address
from dashboard.state.filters import page_state

Row = Mapping[str, Any]

ROW, TALL_ROW = 84, 102
"""Height of a row in pixels: four lines of English text, five of French."""
HEIGHT = 500
"""Of the table, in pixels."""
WIDTHS = {"due_on": 60, "due_state": 80, "instrument": 105, "paragraph": 95, "summary": 310}
WIDTHS |= {"status": 80, "verification": 95}
AHEAD = ("overdue", "not_judged", "due_now", "within_90_days", "later")
DUE = ["due_on", "due_state", "instrument", "paragraph", "summary", "status", "verification"]
DUE += ["record_address", "id", "source_url", "locator"]


def commits(country: str, ways: pl.DataFrame) -> None:
    """Say how many commitments commit the country, and through what."""
    t = page_state().t
    st.header(t("Commitments that apply"), anchor=False)
    if ways.is_empty():
        st.caption(t("No commitment of this record commits it on this day."))
    short = acronyms(queries.names("actor"), t.language, ("acronym", "short"))
    for row in shaping.through(ways, t.language).iter_rows(named=True):
        key = "actor" if row["way"] == "membership" else "instrument"
        only = (
            {"country": country, key: row["through_id"]}
            if row["way"] != "pending"
            else {key: row["through_id"]}
        )
        open_rows(escape(_way(row, short)), "commitments", **only)
    if "pending" in set(ways["way"]):
        st.caption(
            t("Not counted: a treaty that is only signed, or not in force, does not bind it yet.")
        )


def due(country: str, made: pl.DataFrame) -> None:
    """Show what commits the country and is due, the nearest first."""
    t = page_state().t
    rows = made.filter(pl.col("due_state").is_in(AHEAD)).sort("due_on_latest", "id")
    if rows.is_empty():
        return
    st.header(t("What is due"), anchor=False)
    states = rows.group_by("due_state", maintain_order=True).len("n")
    parts = [f"{t.label('due_state', state)} {t.number(n)}" for state, n in states.iter_rows()]
    st.markdown(t("Deadlines: {parts}.", parts=t.join(parts)))
    records = [address("commitments", id=key) for key in rows["id"]]
    height_of_row = TALL_ROW if t.spoken.wordy else ROW
    table(
        rows.with_columns(pl.Series("record_address", records)),
        "commitments_on",
        "country-due",
        columns=DUE,
        filters={"country": country, "due_state": states["due_state"].to_list()},
        widths=WIDTHS,
        row_height=height_of_row,
        height=min(HEIGHT, height_of_row * rows.height + 40),
    )


def _way(row: Row, short: Mapping[str, str]) -> str:
    """Say through what how many commitments commit a country."""
    t = page_state().t
    through = short.get(row["through_id"], row["through"])
    if row["way"] == "membership":
        return t("{n} as a member: {through}", n=row["n"], through=through)
    if row["way"] == "named":
        return t("{n} by name: {through}", n=row["n"], through=through)
    act = t.label("act", row["role"])
    return t("{n} of {through} ({act})", n=row["n"], through=through, act=act)
