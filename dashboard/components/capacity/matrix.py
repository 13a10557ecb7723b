"""The parts of the Capacity building page: the matrix, and what each topic holds."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.figures import CHARTS
from dashboard.figures.capacity import NARROWING
from dashboard.shaping.folding import fold
from dashboard.source import database
from dashboard.source.totals import Row
from dashboard.state.address import MARK, address, open_records, query_values
from dashboard.state.filters import Codes, choices, page_state
from dashboard.theme import INK, STATUS_COLOURS


def sentence(counted: Row, day: date) -> str:
    """Return in words how many stated needs have no programme that reaches those concerned."""
    t = page_state().t
    words_only, nothing = counted["answered_by_commitment_only"], counted["unanswered"]
    return t.plural(
        "Of **{n} need** stated by {day}, **{without}** have no programme that reaches the"
        " group: {words_only} have commitments only, {nothing} nothing on record. Of the"
        " {commitments} commitments that answer a need, {assessed} are assessed and {met} met for"
        " the most part.",
        "Of **{n} needs** stated by {day}, **{without}** have no programme that reaches the"
        " group: {words_only} have commitments only, {nothing} nothing on record. Of the"
        " {commitments} commitments that answer a need, {assessed} are assessed and {met} met for"
        " the most part.",
        counted["needs"],
        day=day,
        without=words_only + nothing,
        words_only=words_only,
        nothing=nothing,
        commitments=counted["commitments"],
        assessed=counted["commitments_assessed"],
        met=counted["commitments_met"],
    )


def is_narrowed(cells: pl.DataFrame) -> bool:
    """Whether the address asks for some topics or groups of the cells only."""
    return any(cells[f"{name}_id"].is_in(query_values(name)).any() for name in NARROWING)


def narrow(cells: pl.DataFrame) -> Mapping[str, Codes]:
    """Let the reader choose topics and groups of countries; none of them leaves nothing out."""
    t = page_state().t
    labels = {"focus_area": t("Topic"), "group": t("Group of countries")}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return {
            name: choices(name, labels[name], list(names), names.__getitem__)
            for name in NARROWING
            if (names := _named(cells, name))
        }


def matrix() -> None:
    """Show the matrix, and say what stands beside and below its marks."""
    t = page_state().t
    figure(CHARTS["gaps"])
    rule = (("blue", "▬", STATUS_COLOURS["complete"]), ("grey", "▬", INK), ("thin", "─", INK))
    st.caption(
        t(
            "The number is how many needs, if more than one. The line under a need with an offer"
            " is its matching commitments: {blue} met for the most part, {grey} assessed, {thin}"
            " not assessed.",
            **{name: _coloured(sign, colour) for name, sign, colour in rule},
        )
    )


def follow_old_address() -> None:
    """Open the cell that an address names as it did before every mark had one of its own."""
    area, group = (next(iter(query_values(name)), "") for name in NARROWING)
    if area and group and not query_values(MARK):
        open_records(**{MARK: f"gaps:{area}/{group}", "focus_area": None, "group": None})


def areas(day: date) -> None:
    """Show how many needs, commitments and initiatives each focus area holds."""
    t = page_state().t
    counted = database.rows_on("focus_area_totals_on", day)
    links = [address("commitments", focus_area=key) for key in counted["id"]]
    st.header(t("Topics, from broad to narrow"), anchor="areas")
    figure(CHARTS["areas"])
    table(
        counted.with_columns(rows_address=pl.Series(links, dtype=pl.String)),
        "focus_area_totals_on",
        "areas",
        columns=["name", "needs", "commitments", "initiatives", "rows_address", "definition", "id"],
        filters={},
    )


def _named(cells: pl.DataFrame, name: str) -> dict[str, str]:
    """Return the topics or groups of the cells, in the order of their names."""
    columns = (f"{name}_id", f"{name}_{page_state().t.language}")
    names = dict(cells.select(columns).unique().iter_rows())
    return dict(sorted(names.items(), key=lambda item: fold(item[1])))


def _coloured(sign: str, colour: str) -> str:
    return f':color[{sign}]{{foreground="{colour}"}}'
