"""What commits one country, through what, and what is due."""

import html
from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.commitments import rows as commitment_rows
from dashboard.components.commitments.listing import FEW
from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import download
from dashboard.components.common.words import escape
from dashboard.components.records.cells import squares
from dashboard.figures import CHARTS
from dashboard.shaping import countries as shaping
from dashboard.shaping.acronyms import acronyms
from dashboard.source import queries
from dashboard.state.filters import page_state

Row = Mapping[str, Any]

AHEAD = ("overdue", "not_judged", "due_now", "within_90_days", "later")
DUE = ["due_on", "due_state", "instrument", "paragraph", "summary", "status", "modality"]
DUE += ["verification", "id", "source_url", "locator"]
SHOWN = 12
"""Rows that are listed at once; the others are folded away."""


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


def own(country: str, ways: pl.DataFrame, made: pl.DataFrame) -> None:
    """List what commits the country and not every State, and show how all of it stands."""
    t = page_state().t
    st.header(t("What commits it, and not every State"), anchor="own")
    binding = ways.filter(pl.col("way") != "pending", ~pl.col("universal"))
    rows = made.filter(pl.col("id").is_in(binding["commitment_id"].unique().implode()))
    if rows.is_empty():
        st.caption(t("Nothing on record on this day: all that commits it commits every State."))
    else:
        _folded(rows, t("What commits it, and not every State"))
    if made.height >= FEW:
        figure(CHARTS["status"], {"country": [country]}, key="country-status")


def due(country: str, made: pl.DataFrame) -> None:
    """Show what commits the country and is due, text by text, the nearest first."""
    t = page_state().t
    rows = made.filter(pl.col("due_state").is_in(AHEAD)).sort("due_on_latest", "id")
    if rows.is_empty():
        return
    st.header(t("What is due"), anchor="due")
    states = rows.group_by("due_state", maintain_order=True).len("n")
    parts = [
        t("{name}: {what}", name=t.label("due_state", state), what=t.number(n))
        for state, n in states.iter_rows()
    ]
    found = t.separator.join(parts)
    st.markdown(f"{found[:1].upper()}{found[1:]}.")
    texts = rows.partition_by("instrument_id", maintain_order=True)
    st.html(f'<div class="groups">{"".join(map(_text_due, texts))}</div>')
    filters = {"country": country, "due_state": states["due_state"].to_list()}
    download(rows, "commitments_on", "country-due", DUE, filters)


def _text_due(rows: pl.DataFrame) -> str:
    """Return what is due by one text: how much, by when, and folded away which."""
    t = page_state().t
    name = t.localized(rows.row(0, named=True), "instrument")
    years = rows["due_on_latest"].dt.year().unique().sort().to_list()
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    late = rows.filter(pl.col("due_state") == "overdue").height
    words = t.plural("{n} due, {years}", "{n} due, {years}", rows.height, years=span)
    overdue = f' <b class="late">{html.escape(t("{n} overdue", n=late))}</b>' if late else ""
    statuses = squares(rows["status"].to_list(), t)
    return (
        f"<details><summary><b>{html.escape(name)}</b> {html.escape(words)}{overdue} {statuses}"
        f"</summary>{commitment_rows.markup(rows, name)}</details>"
    )


def _folded(rows: pl.DataFrame, caption: str) -> None:
    """List rows, and fold away those after the first."""
    t = page_state().t
    first, rest = rows.head(SHOWN), rows.slice(SHOWN)
    more = ""
    if rest.height:
        label = html.escape(t("{n} more", n=rest.height))
        folded = commitment_rows.markup(rest, caption)
        more = f"<details><summary>{label}</summary>{folded}</details>"
    st.html(f'<div class="groups">{commitment_rows.markup(first, caption)}{more}</div>')


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
