"""One record of any kind: summary, facts, sections and sources."""

import html
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.changes import between
from dashboard.components.common import links
from dashboard.components.common.words import heading
from dashboard.components.records import (
    briefs,
    contents,
    ending,
    sections,
    shared_rows,
    summary,
    unknown,
)
from dashboard.components.records.cells import Cells
from dashboard.filtering.options import compared_kinds
from dashboard.kinds import Kind
from dashboard.source import records
from dashboard.source.totals import Row
from dashboard.state import address
from dashboard.state.filters import page_state
from dashboard.words.locators import designated
from dashboard.words.references import titled


def show(
    kind: Kind,
    key: str,
    day: date,
    options: sections.Options | None = None,
    place: Any = None,
    title: str = "",
) -> None:
    """Show one record; an unknown key ends the page with what may be meant.

    The heading goes into the container ``place``, where the page has something between it and the
    rest; ``title`` stands in it where the page shows more than the record. The ``options`` are
    values for macros that can do without them.
    """
    options = options or {}
    found = records.find(kind.name, key)
    if found is None:
        unknown.show(kind, key)
    with place or st.container():
        begin(kind, found, title)
    facts = records.profile(kind.profile, kind.key, key, day, options)
    if facts is None:
        unknown.show(kind, key)
    cells = Cells(kind.profile, pl.DataFrame([facts]))
    summary.show(kind, facts, cells, day)
    alone = next(iter(address.query_values(sections.ALONE)), "")
    if sections.alone(kind, facts, day, alone, options):
        return
    briefs.offer(kind.name, key, day)
    listed = st.container()
    if kind.name in compared_kinds():
        between.show(kind.name, key)
    rows = shared_rows.found(kind, facts, day, options)
    parts = [
        (section.name, page_state().t(section.title))
        for section in kind.sections
        if sections.show(section, kind, facts, day, options, rows) and section.title
    ]
    parts += ending.show(kind, found, day, summary.gaps(kind, facts, cells, day))
    contents.show(listed, parts)


def begin(kind: Kind, record: Row, title: str = "") -> None:
    """Show the kind of the record, as a link to all of them, and its name.

    The link leads back to the list as it was filtered. Where the system has a sheet to share links,
    as on phones, a button opens it (``static/page.js``).
    """
    t = page_state().t
    filtered = address.filter_values(without=(kind.parameter, sections.ALONE))
    listed = links.inside(address.address(kind.page, **filtered), t(kind.title))
    symbol = designated(record[f"symbol_{t.language}"], t)
    parts = [listed, html.escape(symbol)] if symbol else [listed]
    share = f'<button type="button" class="share">{html.escape(t("Share"))}</button>'
    st.html(f'<p class="kind">{" · ".join(parts)}{share}</p>')
    heading(title or titled(t.localized(record, "name"), record["language"], t), of_record=True)
