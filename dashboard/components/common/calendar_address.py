"""The address of the calendar of deadlines, where readers meet it."""

from urllib.parse import urlencode, urljoin

import streamlit as st

from dashboard.state.filters import page_state

FILE = "deadlines.ics"


def calendar() -> None:
    """Offer the calendar of all deadlines."""
    t = page_state().t
    st.header(t("Calendar"), anchor="calendar")
    st.markdown(
        t(
            "All deadlines and planned events, to subscribe to: add this address in your calendar"
            " under “From URL”."
        )
    )
    _address()


def _address() -> None:
    """Show the whole address in both forms, to copy, and its parameters."""
    t = page_state().t
    asked_for = t("what the calendar can be asked for")
    for kind in ({"periods": "all"}, {}):
        query = urlencode({"lang": t.language, **kind})
        st.code(urljoin(st.context.url or "", f"{FILE}?{query}"), language=None, wrap_lines=True)
        st.caption(
            t("Here a deadline known only to a year is an event across its whole year.")
            if kind
            else t("Here it is a task without a day, which many calendars do not show.")
        )
    st.caption(
        t(
            "The calendar is always that of today. For a part of it, see {filters}.",
            filters=f"[{asked_for}](data/?lang={t.language}#calendar)",
        )
    )
