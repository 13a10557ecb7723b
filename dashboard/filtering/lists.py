"""How many rows the lists that a search offers have, by the filters of the pages that show them."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import polars as pl

from dashboard.filtering import rows
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.found import MADE
from dashboard.source import database

LIST = "list"
"""The kind of a hit that is a page with its filters."""

PROPOSED = "proposals_on"
LISTED = {"commitments": MADE, "members": "members_on", "timeline": "timeline_on"}
"""What pages list, where no row means that there is nothing to see."""

MOST = 100_000
"""Commitments up to which rows are counted: a filter looks through all of them, and counting
through more costs more than the search."""


def with_rows(found: pl.DataFrame, day: date) -> pl.DataFrame:
    """Leave out lists that are empty on a day, and say how many rows the others have.

    Where only lists are found, and all are empty, the first stays: that there is nothing of it is
    an answer.
    What is found has `rank`, `kind`, `url` and `of_kind`; some lists have a day of their own.

    Returns:
        The same with `rows`, empty of what is no list or was not counted.
    """
    is_list = found["kind"] == LIST
    counted = is_list.any() and are_counted()
    sizes = [
        size(url, day) if counted and of_list else None
        for url, of_list in zip(found["url"], is_list, strict=True)
    ]
    sized = found.with_columns(rows=pl.Series(sizes, dtype=pl.Int64))
    has_some = pl.col("rows").is_null() | (pl.col("rows") > 0)
    kept = sized.filter(has_some | ~has_some.any() & (pl.col("rank") == 1))
    lists = (pl.col("kind") == LIST).sum().cast(pl.Int32)
    of_kind = pl.when(pl.col("kind") == LIST).then(lists).otherwise("of_kind")
    return kept.with_columns(of_kind=of_kind)


def size(address: str, day: date) -> int | None:
    """Return how many rows the list at an address has; nothing where that says nothing of it."""
    page, query = urlsplit(address)[2:4]
    given = dict(parse_qsl(query))
    day = date.fromisoformat(given.pop("as_of", day.isoformat()))
    relation = PROPOSED if given.pop("standing", "") == "proposed" else LISTED.get(page)
    if relation is None or not given:
        return None
    known = FILTERS.get(relation, FILTERS[MADE])
    whole = {name for name in given if name in known and known[name].type == "INTEGER"}
    values = {name: int(text) if name in whole else text for name, text in given.items()}
    return rows.count(relation, day, values)


def are_counted() -> bool:
    """Whether there are few enough commitments for the rows of lists to be counted."""
    sql = "SELECT estimated_size FROM duckdb_tables() WHERE table_name = 'commitments'"
    n: int = database.run(sql).item()
    return n <= MOST
