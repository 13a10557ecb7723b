"""The records of a table as a list of true links, below it; on a phone, instead of it.

A table is drawn on a canvas, where neither a keyboard nor a screen reader opens a row, and which
is wider than a phone. So every table whose rows are records, or name some, has this list: folded
away on a wide page, and as cards on a narrow one (``records.css``, ``static/page.js``).
"""

import html
from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.records.statuses import STATUS, chip
from dashboard.kinds import holders
from dashboard.source import records, row_records
from dashboard.state.filters import page_state
from dashboard.words import ends, labels

MOST = 300
"""Links of a list; the filters of the page leave fewer rows."""
FIRST = 25
"""Those that a reader sees who opens it; the others are folded away once more."""

QUIET = frozenset(("none", "later", "read"))
"""Codes that need no word on a card: no deadline, a far one, read in the official wording."""

Row = Mapping[str, Any]


def show(
    rows: pl.DataFrame, relation: str, shown: Mapping[str, str], plain: str | None = None
) -> None:
    """Show the list, in the order of the rows; nothing where they lead to no record.

    The table shows the columns ``shown``, by what they are called; ``plain`` is the address of a
    page of plain HTML with the rows that the list leaves out.
    """
    found = leading(rows, relation)
    if found is None:
        return
    column, tables = found
    listed = rows.drop_nulls(column).unique(column, keep="first", maintain_order=True)
    # Where a record has several rows, what one of them says is not what the record is like.
    facts = _facts(rows, relation, shown) if listed.height == rows.height else {}
    first = listed.head(MOST)
    named = {row["id"]: row for row in records.named(tables, first[column].to_list()).to_dicts()}
    items = [
        _item(named[row[column]], row, facts)
        for row in first.iter_rows(named=True)
        if row[column] in named
    ]
    t = page_state().t
    label = t("Open a record from a list of links: {n} of {all}", n=len(items), all=listed.height)
    more = _folded("more", t("{n} more", n=len(items) - FIRST), items[FIRST:])
    rest = _rest(plain, listed.height - MOST)
    st.html(_folded("rows", label, items[:FIRST], (more if items[FIRST:] else "") + rest))


def _rest(plain: str | None, left_out: int) -> str:
    """Return the way to the rows that the list leaves out; nothing where it has all."""
    if left_out <= 0 or plain is None:
        return ""
    label = page_state().t("All of them as a plain page")
    return f'<p class="more"><a href="{html.escape(plain)}">{html.escape(label)}</a></p>'


def _folded(name: str, label: str, items: list[str], more: str = "") -> str:
    return (
        f'<details class="{name}"><summary>{html.escape(label)}</summary>'
        f'<ul class="plain cards">{"".join(items)}</ul>{more}</details>'
    )


def _item(record: Row, row: Row, facts: Mapping[str, tuple[str, str]]) -> str:
    """Return one record as a link; the text of a commitment is its summary, not its paragraph."""
    t = page_state().t
    name, about = t.localized(record, "name"), t.localized(record, "about")
    promise = about if record["kind"] == "commitment" else None
    language = record["language"] if record["language"] != t.language else None
    link = links.record(record["kind"], record["id"], promise or name, language)
    place = f'<span class="about">{html.escape(name)}</span>' if promise else ""
    fact_list = "".join(_fact(row, column, *fact) for column, fact in facts.items())
    return f"<li>{link}{place}{fact_list}</li>"


def _fact(row: Row, column: str, label: str, vocabulary: str) -> str:
    """Return the words of one cell; nothing for an empty cell."""
    t, value = page_state().t, row[column]
    if not value or value in QUIET:
        return ""
    if vocabulary == STATUS:
        return f'<span class="fact state">{chip(value, t.label(STATUS, value))}</span>'
    if isinstance(value, int):
        text = t.number(value)
    else:
        value = ends.shown(column, value, row)
        text = t.labels[vocabulary].get(value, value) if vocabulary else t.partial_date(value)
    return f'<span class="fact"><i>{html.escape(label)}</i> {html.escape(text)}</span>'


def _facts(
    rows: pl.DataFrame, relation: str, shown: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return the columns with codes, dates or counts: how each is called, and its closed list."""
    coded = labels.vocabularies_of(relation)
    return {
        name: (label, coded.get(name, ""))
        for name, label in shown.items()
        if f"{name}_latest" in rows.columns
        or rows.schema[name].is_integer()
        or (coded.get(name) and rows.schema[name] == pl.String)
    }


def leading(rows: pl.DataFrame, relation: str) -> tuple[str, frozenset[str]] | None:
    """Return the column whose keys tell most rows apart and lead to records, and their tables."""
    known = {
        name: held
        for name, tables in row_records.references(relation).items()
        if rows.schema.get(name) == pl.String and (held := holders(tables))
    }
    if rows.is_empty() or not known:
        return None
    # The row itself before what it names, and anything before the source that it rests on.
    order = sorted(known, key=lambda name: (name == "source_id", -rows[name].n_unique(), name))
    return order[0], known[order[0]]
