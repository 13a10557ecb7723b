"""What a reader sees of a page that failed, in place of Streamlit's own box."""

import html
import logging

import streamlit as st

from dashboard.navigation import FIRST
from dashboard.source.errors import NoDatabaseError, QueryError, incident_of, new_incident
from dashboard.state import scripts, spoken
from dashboard.state.address import address
from dashboard.words import labels
from dashboard.words.i18n import Translator

LOG = logging.getLogger("tracker.pages")

PLACE = "failure"
"""Key of the container at the top of the page in which a failure is shown."""

ALONE = f"<style>[data-testid=stMain] :has(> .st-key-{PLACE}) ~ * {{ display: none }}</style>"
"""Hides what the page had drawn before it failed."""


def reserve() -> None:
    """Keep the top of the page for a failure; call it before the page draws anything."""
    st.session_state[PLACE] = st.empty()


def show(error: Exception) -> bool:
    """Tell the reader that the page failed, and the log why; for ``st.App(on_script_error=…)``.

    It needs nothing of the database, which may be what failed.

    Returns:
        That Streamlit need show nothing of its own.
    """
    t = labels.bare_translator(spoken.language())
    place = st.session_state.get(PLACE) or st.empty()
    with place.container(key=PLACE):
        if isinstance(error, NoDatabaseError):
            _wait(t)
            return True
        number = incident_of(error) or new_incident()
        LOG.error("incident %s: the page %s failed", number, st.context.url, exc_info=error)
        st.title(t("This page cannot be shown"), anchor=False)
        st.error(_reason(error, t), icon=":material/error:")
        st.markdown(t("If it happens again, please report incident {number}.", number=number))
        st.html(_ways_on(t))
        st.html(ALONE)
    return True


def _wait(t: Translator) -> None:
    """Say that there is no database at the moment, and load the same address again by itself."""
    st.title(t("The data is not available at the moment"), anchor=False)
    st.info(
        t("The server is waiting for its database; this page goes on by itself when it is back."),
        icon=":material/hourglass_empty:",
    )
    st.html(scripts.script(scripts.RELOAD), unsafe_allow_javascript=True)


def _reason(error: Exception, t: Translator) -> str:
    if isinstance(error, QueryError | OSError):
        return t("The data cannot be read at the moment; try again in a minute.")
    return t("This is a fault of the server, not of what was asked; it has been noted.")


def _ways_on(t: Translator) -> str:
    """Return links that load anew: the same address, the page without its filters, the first."""
    page = st.session_state.get("filters", {}).get("page", FIRST)
    links = {
        "": t("Try again"),
        address(page): t("This page without its filters"),
        address(FIRST): t("Overview"),
    }
    items = (
        f'<li><a style="color: inherit" target="_self" href="{html.escape(target)}">'
        f"{html.escape(words)}</a></li>"
        for target, words in links.items()
    )
    return f"<ul>{''.join(items)}</ul>"
