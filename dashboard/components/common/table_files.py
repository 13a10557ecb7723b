"""The buttons with which the rows of a table are taken as files: CSV for programs, or Excel."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

import streamlit as st

from dashboard.components.common.table_export import (
    TableExport,
    csv_file,
    dated_address,
    excel_file,
)
from dashboard.source import database
from dashboard.state.address import CARRIED_OVER, QueryValue, filter_values, link
from dashboard.state.filters import PageState, page_state
from transforms.files.kinds import KINDS

NAMED = 40
"""Characters of what a reader chose that go into the name of a file."""


def download_buttons(shown: TableExport, key: str) -> None:
    """Say how many rows there are, since a table shows only some at a time, and offer them."""
    state = page_state()
    t = state.t
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t.plural("{n} row", "{n} rows", shown.rows.height), width="content")
        with st.popover(t("Download"), icon=":material/download:", key=f"files-{key}"):
            _button("csv", shown, key, csv_file(shown, state))
            st.caption(t("For programs: codes and ISO dates, with a key in every row."))
            _button("xlsx", shown, key, excel_file(shown, state))
            st.caption(t("For people: what the table shows, and a sheet that says what it is."))
            if shown.filters is not None:
                st.caption(
                    t("An address that stays, with all columns of the same rows, in its own order:")
                )
                address = stable_address(shown.relation, shown.filters, state)
                st.code(address, language=None, wrap_lines=True)


def streamed_files(relation: str, key: str, n: int, filters: Mapping[str, QueryValue]) -> None:
    """Offer the addresses that send rows which are too many for a page, one after the other.

    Args:
        relation: Where they are from.
        key: A name of its own on the page.
        n: How many there are.
        filters: What an address for programs is asked for them.
    """
    state = page_state()
    t = state.t
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t.plural("{n} row", "{n} rows", n), width="content")
        with st.popover(t("Download"), icon=":material/download:", key=f"files-{key}"):
            st.caption(
                t("An address that stays, with all columns of the same rows, in its own order:")
            )
            for kind in ("csv", "xlsx"):
                target = stable_address(relation, filters, state, kind)
                st.link_button(KINDS[kind].label, target, width="stretch")


def _button(kind: str, shown: TableExport, key: str, data: Callable[[], bytes]) -> None:
    state = page_state()
    about = (shown.name, *_chosen(shown), state.day.isoformat(), database.edition())
    name = f"{'_'.join(about)}_{state.t.language}.{kind}"
    st.download_button(
        KINDS[kind].label,
        data=data,
        file_name=name,
        mime=KINDS[kind].media_type,
        on_click="ignore",
        key=f"{kind}-{key}",
        width="stretch",
    )


def stable_address(
    relation: str, filters: Mapping[str, QueryValue], state: PageState, form: str = "csv"
) -> str:
    """Return the address that has the rows of a table in a form, whatever the page becomes."""
    return urljoin(st.context.url or "", dated_address(f"data/{relation}.{form}", filters, state))


def _chosen(shown: TableExport) -> list[str]:
    """Return what the reader chose, for the name of a file: two choices, two names."""
    filters = link(**(dict(shown.filters or {}) | filter_values()))
    codes = [
        code for name, values in filters.items() if name not in CARRIED_OVER for code in values
    ]
    short = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(codes)).strip("-")[:NAMED].strip("-")
    return [short] if short else []
