"""The message for a key that no record has, with the records that may be meant."""

from typing import NoReturn

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import heading
from dashboard.kinds import Kind
from dashboard.source import records
from dashboard.state.filters import page_state
from dashboard.words.markdown import as_typed

OFFERED = 5
"""Records that may be meant."""


def show(kind: Kind, key: str) -> NoReturn:
    """Show that there is no such record, link what is near and the list, and end the page."""
    t = page_state().t
    heading(t(kind.title))
    st.info(t("Nothing here has the key {key}.", key=as_typed(key)), icon=":material/search_off:")
    offer(kind, key)
    every = links.page(kind.page, t("All of them: {title}", title=t(kind.title)))
    st.html(f'<p class="more">{every}</p>')
    st.stop()


def offer(kind: Kind, key: str) -> None:
    """Link the records that a key which none has may mean, if there are any."""
    t = page_state().t
    rows = records.nearest(kind.name, key[:100], t.language, OFFERED)
    if rows.is_empty():
        return
    items = "".join(
        f"<li>{links.record(kind.name, row['id'], t.localized(row, 'name'))}</li>"
        for row in rows.iter_rows(named=True)
    )
    st.header(t("Did you mean one of these?"), anchor=False)
    st.html(f'<ul class="plain">{items}</ul>')
