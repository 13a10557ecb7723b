"""The searchable tables of Data and method: disagreements, dictionary and sources."""

from functools import partial

import polars as pl
import streamlit as st

from dashboard.components.common.tables import table
from dashboard.components.common.words import empty
from dashboard.filtering import catalogue
from dashboard.filtering.options import disputed_tables
from dashboard.filtering.rows import rows as filtered
from dashboard.source import queries
from dashboard.state.address import address
from dashboard.state.filters import any_choice, choices, page_state, text

TALL = 96
"""Height of a row whose text wraps, in pixels."""
DISCREPANCIES = ["rows_address", "claims", "carried", "reason", "table_name", "row_id"]
DISCREPANCIES += ["column_name", "source_title", "source_url", "locator", "id"]
DICTIONARY = ["relation", "column_name", "meaning", "type", "vocabulary", "refers_to", "kind"]
SOURCES = ["title", "publisher", "rows", "further_rows", "read_as", "kind", "language"]
SOURCES += ["published_on", "url", "confidence", "relations", "source_id"]


def discrepancies() -> None:
    """Show where sources disagree, what is carried, and why; each row opens what it is about."""
    t = page_state().t
    offered = sorted(disputed_tables())
    st.header(t("Where sources disagree"), anchor="discrepancies")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        tables = choices("table", t("Table"), offered)
        words = text("q", t("Search"), placeholder=t("Words of any column"))
    filters = {"q": words, "table": tables}
    found = queries.sourced(filtered("discrepancies", page_state().day, filters))
    if found.is_empty():
        empty(t("Nothing matches these filters."))
    st.markdown(
        t.plural(
            "**{n} disagreement** in {tables}.",
            "**{n} disagreements** in {tables}.",
            found.height,
            tables=t.plural("{n} table", "{n} tables", found["table_name"].n_unique()),
        )
    )
    links = [row_address(*row) for row in found.select("table_name", "row_id").iter_rows()]
    table(
        found.with_columns(rows_address=pl.Series(links, dtype=pl.String)),
        "discrepancies",
        "discrepancies",
        columns=DISCREPANCIES,
        widths={"claims": 300, "carried": 220, "reason": 260},
        row_height=TALL,
        height=620,
    )


def dictionary() -> None:
    """Show every relation and column with its meaning."""
    t = page_state().t
    relations = sorted(catalogue.relations())
    st.header(t("Dictionary"), anchor="dictionary")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = text("q", t("Search"), placeholder=t("Words of a name or a meaning"))
        label = partial(t.label, "relation_kind")
        kinds = choices("kind", t("Kinds"), list(t.labels["relation_kind"]), label)
        relation = any_choice(
            "relation", t("Table, view or macro"), relations, placeholder=t("All")
        )
    filters = {"q": words, "kind": kinds, "relation": relation}
    found = filtered("dictionary", page_state().day, filters).sort("relation", "position")
    if found.is_empty():
        empty(t("Nothing matches these filters."))
    table(
        found,
        "dictionary",
        "dictionary",
        columns=DICTIONARY,
        height=500,
    )


def sources() -> None:
    """Show every source, how it was read, and how much rests on it."""
    t = page_state().t
    st.header(t("Sources"), anchor="sources")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = text("q", t("Search"), placeholder=t("Title, publisher, address"))
        read = choices(
            "read_as",
            t("How it was read"),
            list(t.labels["read_as"]),
            partial(t.label, "read_as"),
        )
    filtered_rows = filtered("sources_used", page_state().day, {"q": words, "read_as": read})
    found = filtered_rows.sort("rows", "source_id", descending=[True, False])
    if found.is_empty():
        empty(t("Nothing matches these filters."))
    counts = dict(found.group_by("read_as").len().iter_rows())
    parts = [
        f"{label} ({t.number(counts[code])})"
        for code, label in t.labels["read_as"].items()
        if code in counts
    ]
    st.markdown(
        t.plural(
            "**{n} source**: {parts}.",
            "**{n} sources**: {parts}.",
            found.height,
            parts=t.join(parts),
        )
    )
    table(
        found,
        "sources_used",
        "sources",
        columns=SOURCES,
        height=500,
    )


def row_address(relation: str, key: str) -> str:
    """Return where the row is shown: a commitment has a record, others are shown in SQL."""
    if relation == "commitments":
        return address("commitments", id=key)
    quoted = key.replace("'", "''")
    return address("sql", q=f"FROM {relation}\nWHERE id = '{quoted}'")
