"""What a record rests on and stands beside: sources, disagreements, relatives, citation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts.event_sentence import milestone_status
from dashboard.components.common import correction, following, links
from dashboard.components.common.cards import open_rows
from dashboard.components.common.words import escape, source_link
from dashboard.components.records.files import files
from dashboard.components.records.quotation import quotation
from dashboard.filtering.rows import count
from dashboard.filtering.rows import rows as rows_of
from dashboard.kinds import COMMITMENT
from dashboard.shaping import commitments as shaping
from dashboard.shaping import records
from dashboard.source import queries
from dashboard.source import records as record_names
from dashboard.state.filters import page_state
from dashboard.words.locators import designated

Row = Mapping[str, Any]

LENGTH = 110
"""Of a summary in a link, in characters."""


def show(row: Row, history: pl.DataFrame, day: date) -> None:
    """Show everything below the history of a record."""
    _sources(row)
    _discrepancies(row, history)
    _related(row, day)
    _line(row)
    _milestones(row, day)
    if found := record_names.find(COMMITMENT.name, row["id"]):
        quotation(COMMITMENT, found, day)
        following.of_record(COMMITMENT, row["id"])
        files(COMMITMENT, row["id"], day)
    correction.show("commitments", row["id"])


def _sources(row: Row) -> None:
    """List every source of the commitment, and how much of it was read."""
    t = page_state().t
    sources = records.sources_of(row, queries.table("citations"), queries.table("sources"))
    st.header(t("Sources"), anchor=False)
    st.markdown(
        "\n".join(
            "- "
            + " · ".join(
                part
                for part in (
                    source_link(source),
                    escape(source["publisher"]),
                    t.partial_date(source["published_on"]),
                    t.label("read_as", source["read_as"]),
                )
                if part
            )
            for source in sources.iter_rows(named=True)
        )
    )


def _discrepancies(row: Row, history: pl.DataFrame) -> None:
    """Say where sources disagree on it, what is carried, and why."""
    t = page_state().t
    found = records.discrepancies_of(
        row, history, queries.table("discrepancies"), queries.table("sources")
    )
    if found.is_empty():
        return
    st.header(t("Where sources disagree"), anchor=False)
    for case in found.iter_rows(named=True):
        texts = {name: escape(t.localized(case, name)) for name in ("claims", "carried", "reason")}
        st.markdown(
            t(
                "{claims} Carried here: {carried} Why: {reason} ({source})",
                source=source_link(case),
                **texts,
            )
        )


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
    if descent.is_empty():
        return
    lines = []
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


def _milestones(row: Row, day: date) -> None:
    """List the dated things that are about this commitment alone."""
    t = page_state().t
    events = records.milestones_of(row["id"], queries.timeline_on(day), day)
    if events.is_empty():
        return
    lines = []
    for event in events.iter_rows(named=True):
        parts = [
            t.partial_date(event["happened_on"]),
            f"{escape(t.localized(event, 'title'))} ({milestone_status(event, t, day)})",
            source_link(event),
        ]
        lines.append(f"- {' · '.join(parts)}")
    st.markdown(f"**{t('Milestones')}**\n" + "\n".join(lines))


def _short(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rsplit(" ", 1)[0] + "…"
