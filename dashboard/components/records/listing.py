"""The list of all records of a kind, page by page, with a box for words."""

from functools import partial

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import empty, heading, summary
from dashboard.components.records import lists
from dashboard.kinds import Kind
from dashboard.source import records
from dashboard.state import filters
from dashboard.state.filters import page_state

EVERY = "all"
"""The parameter that requests the list where a kind has another page first."""
SIZE = 50
"""Records of a page."""


def show(kind: Kind) -> None:
    """Show the list; each name is a link to the record."""
    t = page_state().t
    heading(t(kind.title))
    summary(t(kind.about))
    words = filters.text("q", t("Search"), placeholder=t("Words of the name or the description"))
    page, rows = lists.turned(partial(records.listed, kind.name, t.language, words, SIZE), SIZE)
    if not rows.height:
        empty(t("Nothing here has these words."))
    total = rows[records.TOTAL][0]
    lists.table(
        "records",
        rows,
        ("id", "symbol", "about", "dated_on"),
        t(kind.title),
        link="id",
        kind="kind",
        heads=(t("Name"), t("Symbol"), t(kind.tells), t("Date")),
    )
    st.caption(t.plural("{n} in all", "{n} in all", total))
    lists.pages(total, SIZE, page)


def offer(kind: Kind) -> None:
    """Link the list, on the page that a kind has in its place."""
    label = page_state().t("All of them by name")
    st.html(f'<p class="more">{links.page(kind.page, label, **{EVERY: "1"})}</p>')
