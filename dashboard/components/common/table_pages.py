"""A long table page by page: what is sent to a browser does not grow with the data."""

import polars as pl
import streamlit as st

from dashboard.state.filters import page_state

MOST = 2_500
"""Rows of a page: of these data, all of nearly every table."""


def part(frame: pl.DataFrame, key: str) -> tuple[int, pl.DataFrame]:
    """Return the rows of the page that the reader has turned to.

    Args:
        frame: All rows, in the order to show.
        key: A name of its own on the page of the app.

    Returns:
        The position of the first of the rows, and the rows.
    """
    pages = -(-frame.height // MOST)
    if pages <= 1:
        return 0, frame
    t = page_state().t
    # With other filters there are other pages, and the first one again.
    number = st.pagination(pages, key=f"pages-{key}-{frame.height}")
    first = (number - 1) * MOST
    shown = frame.slice(first, MOST)
    st.caption(
        t(
            "Rows {first} to {last} of {all}. A click on a heading sorts these rows; the files"
            " have all of them.",
            first=first + 1,
            last=first + shown.height,
            all=frame.height,
        )
    )
    return first, shown
