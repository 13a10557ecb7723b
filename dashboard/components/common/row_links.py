"""The records of a table as a list of true links, below it.

A table is drawn on a canvas, where neither a keyboard nor a screen reader opens a row. So every
table whose rows are records, or name some, has this list, folded away.
"""

import html

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.kinds import holders
from dashboard.source import records
from dashboard.state.filters import page_state

MOST = 300
"""Links of a list; the filters of the page leave fewer rows."""


def show(rows: pl.DataFrame, relation: str) -> None:
    """Show the list, in the order of the rows; nothing where they lead to no record."""
    found = leading(rows, relation)
    if found is None:
        return
    column, tables = found
    keys = rows[column].drop_nulls().unique(maintain_order=True)
    first = keys.head(MOST).to_list()
    t = page_state().t
    named = {row["id"]: row for row in records.named(tables, first).iter_rows(named=True)}
    items = []
    for key in first:
        if row := named.get(key):
            name, spoken = t.localized(row, "name"), row["language"]
            link = links.record(row["kind"], key, name, spoken if spoken != t.language else None)
            # A commitment is known by what it says, not by its paragraph.
            about = t.localized(row, "about") if row["kind"] == "commitment" else None
            items.append(f"<li>{link}{' · ' + html.escape(about) if about else ''}</li>")
    said = t("Open a record from a list of links: {n} of {all}", n=len(items), all=keys.len())
    st.html(
        f'<details class="rows"><summary>{html.escape(said)}</summary>'
        f'<ul class="plain">{"".join(items)}</ul></details>'
    )


def leading(rows: pl.DataFrame, relation: str) -> tuple[str, frozenset[str]] | None:
    """Return the column whose keys tell most rows apart and lead to records, and their tables."""
    known = {
        name: held
        for name, tables in records.references(relation).items()
        if rows.schema.get(name) == pl.String and (held := holders(tables))
    }
    if rows.is_empty() or not known:
        return None
    # The row itself before what it names, and anything before the source that it rests on.
    order = sorted(known, key=lambda name: (name == "source_id", -rows[name].n_unique(), name))
    return order[0], known[order[0]]
