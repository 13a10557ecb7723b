"""Facts of one country as lines: what, as what, since when, how certain, and the source."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import document_link, escape
from dashboard.source import database, queries, records
from dashboard.state.filters import page_state
from dashboard.words.ends import last_day
from dashboard.words.locators import located
from transforms.languages import typeset

Row = Mapping[str, Any]
Subject = tuple[tuple[str, ...], str | None]
"""The tables in which a fact's subject may be, and its key."""
PARTS = ("membership", "adherence", "position")
"""Sections of facts about bodies and texts that have a roster."""
LISTED = re.compile(r"\[\.\.(.+)\]$")
"""On or before a day."""


def listed(rows: pl.DataFrame, country: str, day: date) -> Callable[[], object]:
    """Return a function that lists one section of ``country_profile`` with its sources."""
    partly = database.rows_on("roster_reports_on", day).filter(pl.col("roster") == "partial")
    partly = partly.select("body_id", listed="possible", stated="reported")
    facts = queries.sourced(rows, "publisher", "published_on").join(
        partly, left_on="subject_id", right_on="body_id", how="left", maintain_order="left"
    )
    linked = _linked(facts)
    lines = [_fact(row, linked.get(_subject(row))) for row in facts.iter_rows(named=True)]
    return partial(st.markdown, "\n".join(f"- {line}" for line in lines))


def _fact(row: Row, kind: str | None) -> str:
    """Return one fact in words: what, as what, since when, how certain, and its source.

    ``kind`` is that of the record that the fact is about, if it has a page.
    """
    t = page_state().t
    named = row["detail"] and row["section"] != "group"
    detail = t.label(row["detail_vocabulary"], row["detail"]) if named else ""
    unsure = t.label("certainty", "possible") if row["certainty"] == "possible" else ""
    note = t.localized(row, "note")
    first, last = escape(t.localized(row, "subject")), escape(note or "")
    if kind:
        first = links.markdown(kind, row["subject_id"], t.localized(row, "subject"))
    if row["section"] == "appointment" and note:
        first, last = last, first
    unsure = unsure and f"*{unsure}*"
    parts = [f"**{first}**", detail, _when(row), unsure, _listed_of(row), last, _source(row)]
    return " · ".join(part for part in parts if part)


def _subject(row: Row) -> Subject:
    tables = {
        "appointment": (),
        "hosting": (row["row_table"],),
        "adherence": ("instruments",),
        "need": (),
    }
    return tables.get(row["section"], ("actors", "initiatives", "instruments")), row["subject_id"]


def _linked(facts: pl.DataFrame) -> dict[Subject, str]:
    """Return the kind of each record that facts are about and that has a page."""
    keys: dict[tuple[str, ...], list[str]] = {}
    for tables, key in {_subject(row) for row in facts.iter_rows(named=True)}:
        if tables and key:
            keys.setdefault(tables, []).append(key)
    return {
        (tables, key): kind
        for tables, these in keys.items()
        for key, kind in kinds(tables, these).items()
    }


def kinds(tables: tuple[str, ...], keys: list[str]) -> dict[str, str]:
    """Return the kind of the one record that each key is of, in one query."""
    if not keys:
        return {}
    found = records.named(tables, keys).select("id", "kind")
    return dict(found.filter(~pl.col("id").is_duplicated()).iter_rows())


def _listed_of(row: Row) -> str:
    """Return in words how many of a body's members are listed, where that is only a part."""
    if row["stated"] is None or row["section"] not in PARTS:
        return ""
    return page_state().t("listed {n} of {all}", n=row["listed"], all=row["stated"])


def _when(row: Row) -> str:
    """Return since when; for groups often only the day of a list that has the country is known."""
    t = page_state().t
    if row["section"] == "group" and (listed := LISTED.match(row["since"] or "")):
        return t("on the list of {day}", day=t.partial_date(listed[1]))
    since = t.partial_date(row["since"])
    if not row["until"]:
        return since
    return t("{since} to {until}", since=since, until=t.partial_date(last_day(row["until"])))


def _source(row: Row) -> str:
    """Link the publisher, and name the place; of lists of groups also the day."""
    t = page_state().t
    named = escape(typeset(row["publisher"] or row["source_id"], t.language))
    linked = document_link(named, row["source_url"])
    listed = t.partial_date(row["published_on"]) if row["section"] == "group" else ""
    return ", ".join(part for part in (linked, escape(located(row["locator"], t)), listed) if part)
