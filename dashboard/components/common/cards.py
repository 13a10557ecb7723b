"""Numbers and words that open the rows behind them."""

import html

import streamlit as st

from dashboard.components.common import links
from dashboard.navigation import PAGES
from dashboard.state.address import QueryValue, link
from dashboard.state.filters import page_state


def open_rows(label: str, page: str, **filters: QueryValue) -> None:
    """Show a link to ``page`` with filters set; language and as-of day go along.

    It is a true link, whose address can be copied: ``open_rows(t("Overdue"), "commitments",
    due_state="overdue")``.
    """
    if page in PAGES:
        st.page_link(
            PAGES[page].file,
            label=f":primary[{label}]",
            icon="",
            query_params=link(**filters),
        )
    else:
        st.markdown(label)


def figure_card(number: int, label: str, page: str, **filters: QueryValue) -> str:
    """Return a number that opens its rows, with what it counts as the text of the link, as HTML."""
    if page.startswith("#"):
        link = f'<a href="{html.escape(page)}">{html.escape(label)}</a>'
    else:
        link = links.page(page, label, **filters)
    return f"<div><strong>{html.escape(page_state().t.number(number))}</strong>{link}</div>"


def cards(*each: str) -> None:
    """Show numbers side by side, as many in a row as fit."""
    st.html(f'<div class="count-cards">{"".join(each)}</div>')
