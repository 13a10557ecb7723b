"""One cell of the matrix: what is lacking, and what reaches the group, in a drawer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts.gap_matrix import look
from dashboard.components.common import developing
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape, source_link, verification_note
from dashboard.filtering.rows import rows as rows_of
from dashboard.source import queries
from dashboard.state.address import address, open_records
from dashboard.state.filters import page_state
from dashboard.theme import GAP_COLOURS, STATUS_COLOURS

SIGNS = {"circle": "●", "circle-open": "○", "x": "✖", "diamond-open": "◇", "line-ew-open": "–"}
"""How words write the marks of the matrix."""
Cell = tuple[str, str]
"""Focus area and group of countries."""

COMMITMENTS = ["rows_address", "summary", "status", "aimed", "instrument", "paragraph"]
COMMITMENTS += ["beneficiary", "due_on", "verification", "source_url", "locator", "id"]


def show(gaps: pl.DataFrame, opened: Cell, day: date) -> None:
    """Show all of one cell in a drawer; closing it takes the cell out of the address."""
    t = page_state().t
    area, group = opened
    row = gaps.filter(pl.col("focus_area_id") == area, pl.col("group_id") == group).row(
        0, named=True
    )
    title = f"{t.localized(row, 'focus_area')} · {t.localized(row, 'group')}"
    st.dialog(escape(title), width="medium", position="right", on_dismiss=_close)(_cell)(row, day)


def pick(found: str | None) -> None:
    """Open the cell of a mark; a second click on the same mark opens it again."""
    mark = found or st.session_state.get("last-cell") or ""
    st.session_state["last-cell"] = mark
    area, _, group = mark.partition("/")
    open_records(focus_area=area or None, group=group or None)


def with_records(rows: pl.DataFrame, key: str) -> pl.DataFrame:
    """Add the address of each commitment's record."""
    links = [address("commitments", id=code) for code in rows[key]]
    return rows.with_columns(rows_address=pl.Series(links, dtype=pl.String))


def figures_on(day: date) -> pl.DataFrame:
    """Return the figures known on the day, with names and sources."""
    return queries.initiative_figures_on(day).filter(~pl.col("known_later"))


def _close() -> None:
    open_records(focus_area=None, group=None)


def _cell(row: Mapping[str, Any], day: date) -> None:
    t = page_state().t
    sign = SIGNS[look(row["state"], row["answer"])]
    st.markdown(
        f':color[{sign}]{{foreground="{GAP_COLOURS[row["state"]]}"}} **{_state(row)}**'
        + (f"  \n{t('As of {day}.', day=day)}")
    )
    area, group = row["focus_area_id"], row["group_id"]
    cell, group_as = {"focus_area_id": area, "group_id": group}, developing.chosen()
    stated = rows_of("needs_on", day, cell, developing_as=group_as)
    st.markdown("### " + t.plural("{n} need stated", "{n} needs stated", stated.height))
    _listed(stated)
    offers = rows_of("offers_on", day, cell, developing_as=group_as)
    reached = offers.select("id", "origin", "aimed")
    _cell_commitments(reached.filter(pl.col("origin") == "commitment"), day)
    _cell_initiatives(reached.filter(pl.col("origin") == "initiative"), day)


def _listed(stated: pl.DataFrame) -> None:
    t = page_state().t
    lines = [
        f"- {escape(t.localized(need, 'statement'))}  \n"
        f"  :small[{t.partial_date(need['stated_on'])} · {source_link(need)}]"
        for need in stated.iter_rows(named=True)
    ]
    none = t("No text that was read states one; this does not say that there is none.")
    st.markdown("\n".join(lines) or none)


def _cell_commitments(reached: pl.DataFrame, day: date) -> None:
    t = page_state().t
    rows = rows_of("commitments_on", day, {"id": reached["id"].to_list()}).join(reached, on="id")
    st.markdown(
        "### "
        + t.plural(
            "{n} commitment reaches the group", "{n} commitments reach the group", rows.height
        )
    )
    if rows.is_empty():
        return
    status = {code: place for place, code in enumerate(STATUS_COLOURS)}
    rows = rows.sort(
        ~pl.col("aimed"), pl.col("status").replace_strict(status, return_dtype=pl.Int64), "id"
    )
    table(
        with_records(rows, "id"),
        "commitments_on",
        "cell-commitments",
        columns=COMMITMENTS,
        widths={"summary": 360},
    )
    verification_note(rows)


def _cell_initiatives(reached: pl.DataFrame, day: date) -> None:
    t = page_state().t
    rows = queries.initiatives_on(day).join(reached, on="id").sort(~pl.col("aimed"), "id")
    st.markdown(
        "### "
        + t.plural(
            "{n} initiative reaches the group", "{n} initiatives reach the group", rows.height
        )
    )
    if rows.is_empty():
        return
    table(
        rows,
        "initiatives_on",
        "cell-initiatives",
        columns=["name", "aimed", "lead", "partners", "reach", "started_on", "source_url", "id"],
    )
    figures = figures_on(day).filter(pl.col("initiative_id").is_in(rows["id"].to_list()))
    if not figures.is_empty():
        _show_cell_figures(figures)


def _show_cell_figures(figures: pl.DataFrame) -> None:
    table(
        figures,
        "initiative_figures_on",
        "cell-figures",
        columns=["initiative", "qualifier", "value", "unit", "nature", "as_of", "source_url"],
    )


def _state(row: Mapping[str, Any]) -> str:
    """Say what a mark means, with who answers and how directly."""
    t = page_state().t
    parts = [t.label("gap_state", row["state"])]
    parts += [t.label("gap_answer", row["answer"]), t.label("gap_reach", row["reach"])]
    return ", ".join(part for part in parts if part)
