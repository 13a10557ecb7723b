"""Numbers and words that open the rows behind them."""

from typing import Any

import streamlit as st

from dashboard.navigation import PAGES
from dashboard.state.address import QueryValue, link
from dashboard.state.filters import page_state

CARD_STYLE = """<style>
.st-key-cards a { padding-left: 0; padding-right: 0; text-decoration: none }
.st-key-cards a p { white-space: normal; overflow: visible; line-height: 1.3 }
.st-key-cards [data-testid="stMarkdown"] { margin-top: -6px }
.st-key-cards [data-testid="stMarkdown"] a { display: inline-block; line-height: 24px }
</style>"""


def open_rows(label: str, page: str, **filters: QueryValue) -> None:
    """Show a link to ``page`` with filters set; language and as-of day go along.

    It is a true link, whose address can be copied: ``open_rows(t("Overdue"), "commitments",
    due_state="overdue")``. A ``page`` such as ``#by-text`` is a place on the same page.
    """
    if page.startswith("#"):
        st.markdown(f":small[[{label}]({page})]")
    elif page in PAGES:
        st.page_link(
            PAGES[page].file,
            label=f":primary[{label}]",
            icon="",
            query_params=link(**filters),
        )
    else:
        st.markdown(label)


def card_grid() -> Any:
    """Return the room for cards: as many in a row as fit, their labels under their numbers.

    A link to a page is indented and cut by default, and one to a place is neither.
    """
    st.html(CARD_STYLE)
    return st.grid("auto", min_column_width=120, gap="small", key="cards")


def figure_card(number: int, label: str, page: str, **filters: QueryValue) -> None:
    """Show a number that opens its rows, with what it counts as the text of the link.

    Cards stand in a ``card_grid``.
    """
    t = page_state().t
    with st.container(height="stretch", gap=None):
        st.metric(label, t.number(number), label_visibility="collapsed")
        open_rows(label, page, **filters)
