"""A page of the rows of a query, with how many there are in all.

With little on record one query that counts beside the rows is cheapest, as planning is most of its
cost. With much, rows are counted without their columns, and those of the page alone are looked up.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from dashboard.source import database

TOTAL = "total"
"""The column with the number of rows on all pages."""
LARGE = 200_000
"""Rows of an edition from which counting and looking up are two queries."""


def is_large() -> bool:
    """Return whether the current edition has much on record."""
    rows: int = database.rows_of("edition")["rows"].item()
    return rows >= LARGE


def page(
    source: str,
    values: Mapping[str, object],
    order: str,
    limit: int,
    offset: int = 0,
    *,
    key: Sequence[str] = (),
    is_long: bool = True,
) -> pl.DataFrame:
    """Return some rows with ``total``; nothing at all where there are none.

    Args:
        source: What stands after FROM, with its conditions.
        values: Those of its placeholders.
        order: In SQL; it leaves nothing to chance. Nothing where any rows will do: then their
            number is not counted.
        limit: Rows of the page.
        offset: Rows before it.
        key: The columns that tell the rows apart, if they are known.
        is_long: Whether there may be so many rows that finding them twice is cheaper.
    """
    part = "LIMIT $limit OFFSET $offset"
    turned: dict[str, object] = {**values, "limit": limit, "offset": offset}
    if not order:
        some = f"SELECT *, NULL::BIGINT AS {TOTAL} FROM {source} {part}"
        return database.run(some, **turned)
    if not is_long or not is_large():
        counted = f"SELECT *, count(*) OVER () AS {TOTAL} FROM {source}"
        return database.run(f"{counted} ORDER BY {order} {part}", **turned)
    total: int = database.run(f"SELECT count(*) FROM {source}", **values).item()
    if not total:
        return pl.DataFrame()
    if len(key) == 1 and " WHERE " in source:
        keys = f"SELECT {key[0]} FROM {source} ORDER BY {order} {part}"
        rows = f"FROM {source} AND {key[0]} IN (FROM ({keys})) ORDER BY {order}"
    else:
        rows = f"FROM {source} ORDER BY {order} {part}"
    return database.run(rows, **turned).with_columns(pl.lit(total, pl.Int64).alias(TOTAL))
