"""The address of the calendar of deadlines, where readers meet it."""

from urllib.parse import urlencode, urljoin

import streamlit as st

from dashboard.components.common.words import escape
from dashboard.state.filters import page_state

FILE = "deadlines.ics"


def calendar() -> None:
    """Offer the calendar of all deadlines."""
    t = page_state().t
    st.subheader(t("Calendar"), anchor="calendar")
    st.markdown(
        t(
            "All deadlines and planned events, to subscribe to: add this address in your calendar"
            " under “From URL”."
        )
    )
    _address()


def calendar_of(country: str, name: str) -> None:
    """Offer the calendar of one country, in a quiet line that opens."""
    t = page_state().t
    with st.popover(
        t("Calendar of its deadlines"), icon=":material/calendar_month:", type="tertiary"
    ):
        st.markdown(
            t(
                "What commits {name}, and the milestones of the texts and bodies that it is in."
                " Add this address in your calendar under “From URL”.",
                name=escape(name),
            )
        )
        _address(country=country)


def _address(**asked: str) -> None:
    """Show the whole address in both kinds, to copy, and what else can be asked."""
    t = page_state().t
    asked_for = t("what the calendar can be asked for")
    for kind in ({"periods": "all"}, {}):
        query = urlencode({**asked, "lang": t.language, **kind})
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
