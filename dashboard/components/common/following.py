"""How a reader follows what a page shows: as a feed of changes and as a calendar."""

import html
from urllib.parse import urlencode, urljoin

import streamlit as st

from dashboard.components.common.calendar_address import FILE as CALENDAR
from dashboard.kinds import Kind
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

FEED = "changes.atom"


def of_record(kind: Kind, key: str) -> None:
    """Offer the feed and the calendar of a record, as a part of its page."""
    t = page_state().t
    st.header(t("Follow"), anchor="follow")
    st.caption(
        t(
            "What changes in it and in what is said of it, for a feed reader; its dates, for a"
            " calendar (“From URL”)."
        )
        if kind.dated
        else t("What changes in it and in what is said of it, for a feed reader.")
    )
    _addresses({kind.followed_as: key}, t, dated=kind.dated)


def of_search(words: str) -> None:
    """Offer the feed and the calendar of what words find, in a line that opens."""
    t = page_state().t
    with st.popover(t("Follow this search"), icon=":material/rss_feed:", type="tertiary"):
        _addresses({"q": words}, t)


def _addresses(narrowed: dict[str, str], t: Translator, *, dated: bool = True) -> None:
    """Link the feed and, of what is dated, the calendar, and show whole addresses, to copy."""
    query = urlencode({**narrowed, "lang": t.language})
    offered = {f"{FEED}?{query}": t("Feed of changes")}
    if dated:
        offered |= {
            f"{CALENDAR}?{query}": t("Calendar"),
            f"{CALENDAR}?{query}&periods=all": t("Calendar, with years as events"),
        }
    links = [
        f'<a href="{html.escape(target)}">{html.escape(label)}</a>'
        for target, label in offered.items()
    ]
    st.html(f'<p class="more">{" · ".join(links)}</p>')
    for target in offered:
        st.code(urljoin(st.context.url or "", target), language=None, wrap_lines=True)
