"""Commitments that apply to one country, through what, and what is due."""

import html
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.commitments import rows as commitment_rows
from dashboard.components.common import links
from dashboard.components.common.cards import open_rows
from dashboard.components.common.tables import download
from dashboard.components.records.cells import Cells
from dashboard.components.records.statuses import squares
from dashboard.filtering import binding
from dashboard.shaping.acronyms import acronyms
from dashboard.source import queries
from dashboard.state.filters import page_state

Row = Mapping[str, Any]

DUE = ["due_on", "due_state", "instrument", "paragraph", "summary", "status", "modality"]
DUE += ["verification", "id", "source_url", "locator"]


def ways(rows: pl.DataFrame, country: str, day: date) -> Callable[[], None]:
    """Return a function that shows how many commitments apply to the country, and through what."""
    return partial(_through, country, day)


def due(rows: pl.DataFrame, country: str, day: date) -> Callable[[], None]:
    """Return a function that shows what is due for the country, text by text, the nearest first."""
    return partial(_due, binding.due(country, day), country)


def _due(found: binding.Due, country: str) -> None:
    t = page_state().t
    parts = [
        t("{name}: {what}", name=t.label("due_state", state), what=t.number(n))
        for state, n in found.states.iter_rows()
    ]
    sentence = t.separator.join(parts)
    st.markdown(f"{sentence[:1].upper()}{sentence[1:]}.")
    texts = found.rows.partition_by("instrument_id", maintain_order=True)
    cells = commitment_rows.cells_of(found.rows)
    st.html(f'<div class="groups">{"".join(_text_due(rows, cells) for rows in texts)}</div>')
    states = found.states["due_state"].to_list()
    if found.texts > len(texts):
        st.caption(t.and_more(found.texts - len(texts)))
        open_rows(
            t("All {n}", n=found.states["n"].sum()),
            "commitments",
            country=country,
            due_state=states,
        )
    else:
        filters = {"country": country, "due_state": states}
        download(found.rows, "commitments_on", "country-due", DUE, filters)


def _text_due(rows: pl.DataFrame, cells: Cells) -> str:
    """Return what is due under one text: how many, by when, and folded away which."""
    t = page_state().t
    name = t.localized(rows.row(0, named=True), "instrument")
    first = rows.row(0, named=True)
    years = sorted({first["first_year"], first["last_year"]})
    span = "–".join(map(str, years))
    late = first["late"]
    words = t.plural("{n} due, {years}", "{n} due, {years}", first[binding.TOTAL], years=span)
    overdue = f' <b class="late">{html.escape(t("{n} overdue", n=late))}</b>' if late else ""
    statuses = squares(first["statuses"], t)
    return (
        f"<details><summary><b>{html.escape(name)}</b> {html.escape(words)}{overdue} {statuses}"
        f"</summary>{commitment_rows.markup(rows, name, cells)}</details>"
    )


def _through(country: str, day: date) -> None:
    """Show how many commitments apply to the country, and through what, as links to them."""
    t = page_state().t
    ways = binding.through(country, day, t.language)
    short = acronyms(queries.names("actor", ways["through_id"]), t.language, ("acronym", "short"))
    parts = []
    for row in ways.iter_rows(named=True):
        key = "actor" if row["way"] == "membership" else "instrument"
        bound = {"country": country} if row["way"] != "pending" else {}
        only = bound | {key: row["through_id"]}
        parts.append(links.page("commitments", _way(row, short), **only))
    if parts:
        st.html(f'<p class="more">{" · ".join(parts)}</p>')
    if "pending" in set(ways["way"]):
        st.caption(
            t("Not counted: a treaty that is only signed, or not in force, does not bind it yet.")
        )


def _way(row: Row, short: Mapping[str, str]) -> str:
    """Return in words how many commitments apply to a country, and through what."""
    t = page_state().t
    through = short.get(row["through_id"], row["through"])
    if row["way"] == "membership":
        return t("{n} as a member: {through}", n=row["n"], through=through)
    if row["way"] == "named":
        return t("{n} by name: {through}", n=row["n"], through=through)
    act = t.label("act", row["role"])
    return t("{n} of {through} ({act})", n=row["n"], through=through, act=act)
