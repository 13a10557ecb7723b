"""A query that came with a link waits until the reader has seen it and presses Run.

Anybody can write a link, and a page that opens one could keep the sandbox busy. So the address
that a session begins with starts nothing, but for what a page of this server has linked, and what
costs nothing: a saved query, or a result that is cached. Whatever the reader reaches from there,
they asked for themselves.
"""

from collections.abc import Mapping

import streamlit as st

from dashboard.components.sql.saved import name_of
from dashboard.sandbox import service
from dashboard.state import own_links
from dashboard.state.address import ENTRY
from dashboard.words.i18n import Translator

ACCEPTED = "sql-accepted"
"""Whether the reader has run the query that the session began with."""


def is_waiting(sql: str, values: Mapping[str, object]) -> bool:
    """Whether ``sql`` must not run yet."""
    return (
        _came_with_link(sql)
        and not st.session_state.get(ACCEPTED)
        and not own_links.has_cookie(sql, dict(st.context.cookies))
        and name_of(sql) is None
        and not service.is_cached(sql, values)
    )


def accept(sql: str) -> None:
    """Note that the reader runs ``sql``, from a callback."""
    if _came_with_link(sql):
        st.session_state[ACCEPTED] = True


def invitation(t: Translator) -> str:
    """Return what to do about it, in a sentence."""
    return t("This query came with a link and has not run yet. Read it above, then press Run.")


def _came_with_link(sql: str) -> bool:
    entry = st.session_state.get(ENTRY, {}).get("q", [])
    return any(query.split() == sql.split() for query in entry[:1])
