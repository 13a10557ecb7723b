"""A long table page by page: what is sent to a browser does not grow with the data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import polars as pl
import streamlit as st

from dashboard.filtering.query import Query
from dashboard.filtering.rows import counted, page
from dashboard.state.filters import page_state

MOST = 2_500
"""Rows of a page: of these data, all of nearly every table."""
FEW = 500
"""Rows of a page of a longer table, each page of which is read from the database."""


@dataclass(frozen=True)
class Paged:
    """Rows that are read page by page.

    Attributes:
        n: How many there are.
        rows: Returns at most so many of them from a position on; all without a number.
        size: Rows of a page, where there are more than one page has.
    """

    n: int
    rows: Callable[[int | None, int], pl.DataFrame]
    size: int = FEW

    @classmethod
    def of_query(cls, of: Query, order: str, key: str = "id") -> Self:
        """Return the rows of a query, in an order in SQL; ``key`` tells them apart."""

        def rows(limit: int | None, offset: int) -> pl.DataFrame:
            return page(of, order, limit, offset, key=key)

        return cls(counted(of)["n"], rows)

    @classmethod
    def of(cls, frame: pl.DataFrame) -> Self:
        """Return rows that are there already."""
        return cls(frame.height, lambda limit, offset: frame.slice(offset, limit), MOST)

    @property
    def is_long(self) -> bool:
        """Whether there are more rows than a page has."""
        return self.n > MOST


def part(paged: Paged, key: str) -> tuple[int, pl.DataFrame]:
    """Return the rows of the page that the reader has turned to.

    Returns:
        The position of the first of the rows, and the rows.
    """
    if not paged.is_long:
        return 0, paged.rows(None, 0)
    t = page_state().t
    # With other filters there are other pages, and the first one again.
    number = st.pagination(-(-paged.n // paged.size), key=f"pages-{key}-{paged.n}")
    first = (number - 1) * paged.size
    shown = paged.rows(paged.size, first)
    st.caption(
        t(
            "Rows {first} to {last} of {all}. A click on a heading sorts these rows; the files"
            " have all of them.",
            first=first + 1,
            last=first + shown.height,
            all=paged.n,
        )
    )
    return first, shown
