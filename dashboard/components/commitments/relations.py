"""What the record of a commitment stands beside: its relatives, and what every record ends with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.cards import open_rows
from dashboard.components.common.words import escape
from dashboard.components.records import ending, summary
from dashboard.filtering.rows import count
from dashboard.filtering.rows import rows as rows_of
from dashboard.kinds import COMMITMENT, TEXT
from dashboard.shaping import commitments as shaping
from dashboard.shaping import records
from dashboard.source import queries
from dashboard.source import records as record_names
from dashboard.state.filters import page_state
from dashboard.words.locators import designated

Row = Mapping[str, Any]

LENGTH = 110
"""Of a summary in a link, in characters."""


def show(row: Row, found: Row, day: date) -> None:
    """Show everything below the history of a record."""
    _related(row, day)
    _line(row)
    ending.show(COMMITMENT, found, day, summary.gaps_of(COMMITMENT, row["id"], day))


def _related(row: Row, day: date) -> None:
    """Link the other commitments of the paragraph, and the lists of its text and focus areas."""
    t = page_state().t
    proposed = "status" not in row
    relation = "proposals_on" if proposed else "commitments_on"
    rows = rows_of(relation, day, {"instrument": row["instrument_id"]})
    standing = "proposed" if proposed else None
    st.header(t("Related"), anchor=False)
    for other in shaping.in_order(shaping.siblings(rows, row), by_deadline=False).iter_rows(
        named=True
    ):
        open_rows(
            escape(f"{t.localized(other, 'paragraph')} · {_short(t.localized(other, 'summary'))}"),
            "commitments",
            id=other["id"],
        )
    n = rows.height
    label = t("All of {text} ({n})", text=escape(t.localized(row, "instrument")), n=n)
    open_rows(label, "commitments", instrument=row["instrument_id"], standing=standing)
    areas = queries.table("focus_areas")
    for area in areas.filter(pl.col("id").is_in(row["focus_area_ids"])).iter_rows(named=True):
        n = count(relation, day, {"focus_area": area["id"]})
        label = t("Focus area {area} ({n})", area=escape(t.localized(area, "name")), n=n)
        open_rows(label, "commitments", focus_area=area["id"], standing=standing)


def _line(row: Row) -> None:
    """Say which texts its text comes from, became, or bears on; a draft is not its resolution."""
    t = page_state().t
    descent = records.descent_of(row, queries.instrument_descent())
    text = row["instrument_id"]
    disputed = record_names.discrepancies(TEXT.tables[0], text, 1).height
    lines = [f"- {links.markdown(TEXT.name, text, t('Where sources disagree'))}"] * disputed
    if not lines and descent.is_empty():
        return
    for link in descent.iter_rows(named=True):
        own, other = (_titled(link, side) for side in ("instrument", "other"))
        first, second = (own, other) if link["direction"] == "forward" else (other, own)
        lines.append(f"- {first} · *{t.label('instrument_relation', link['relation'])}* · {second}")
    st.markdown(f"**{t('The text among other texts')}**\n" + "\n".join(lines))


def _titled(link: Row, side: str) -> str:
    t = page_state().t
    title, symbol = t.localized(link, side), designated(link[f"{side}_symbol"], t)
    named = f"{title} ({symbol})" if symbol and symbol not in title else title
    return links.markdown("text", link[f"{side}_id"], named)


def _short(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rsplit(" ", 1)[0] + "…"
