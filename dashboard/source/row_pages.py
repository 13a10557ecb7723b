"""A page of the rows of a query, with how many there are in all.

With little on record one query that counts beside the rows is cheapest, as planning is most of its
cost. With much, the keys of the page are found without the other columns, and those rows alone are
looked up.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from dashboard.source import database

TOTAL = "total"
"""The column with the number of rows on all pages."""
NO_TOTAL = f"NULL::BIGINT AS {TOTAL}"
PART = "part_of_page"
LARGE = 200_000
"""Rows of an edition from which counting and looking up are two queries."""


class Part(NamedTuple):
    """Some rows of a relation: which, in what order, and how many of the first, in SQL."""

    where: str
    order: str
    limit: int


def is_large() -> bool:
    """Return whether the current edition has much on record."""
    rows: int = database.rows_of("edition")["rows"].item()
    return rows >= LARGE


def page(
    relation: str,
    condition: str,
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
        relation: What stands after FROM.
        condition: What stands after WHERE.
        values: Those of the placeholders in both.
        order: In SQL; it leaves nothing to chance. Nothing where any rows will do: then their
            number is not counted.
        limit: Rows of the page; for none, one row says how many there are.
        offset: Rows before it.
        key: The columns that tell the rows apart, if they are known.
        is_long: Whether there may be so many rows that finding them twice is cheaper, where no
            single column tells them apart.
    """
    source = f"{relation} WHERE {condition}"
    part = "LIMIT $limit OFFSET $offset"
    turned: dict[str, object] = {**values, "limit": limit, "offset": offset}
    if not limit:
        n = f"SELECT count(*) AS {TOTAL} FROM {source} HAVING count(*) > 0"
        return database.run(n, **values)
    if not order:
        some = f"SELECT *, {NO_TOTAL} FROM {source} {part}"
        return database.run(some, **turned)
    if is_large() and len(key) == 1:
        keys = found(relation, condition, values, order, limit, offset, key=key[0])
        return rows_of(relation, values, keys)
    if not is_long or not is_large():
        return database.run(
            f"SELECT *, count(*) OVER () AS {TOTAL} FROM {source} ORDER BY {order} {part}", **turned
        )
    total: int = database.run(f"SELECT count(*) FROM {source}", **values).item()
    if not total:
        return pl.DataFrame()
    rows = database.run(f"FROM {source} ORDER BY {order} {part}", **turned)
    return rows.with_columns(pl.lit(total, pl.Int64).alias(TOTAL))


def found(
    relation: str,
    condition: str,
    values: Mapping[str, object],
    order: str,
    limit: int,
    offset: int,
    *,
    key: str,
) -> pl.DataFrame:
    """Return the keys of some rows, with ``total``; for the arguments see ``page``."""
    total, by = (f"count(*) OVER () AS {TOTAL}", f"ORDER BY {order}") if order else (NO_TOTAL, "")
    return database.run(
        f"SELECT {key}, {total} FROM {relation} WHERE {condition} {by} LIMIT $limit OFFSET $offset",
        **values,
        limit=limit,
        offset=offset,
    )


def rows_of(relation: str, values: Mapping[str, object], keys: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with these keys, in their order and with ``total``; nothing without keys.

    Args:
        relation: What stands after FROM.
        values: Those of its placeholders; others are left out.
        keys: The column with the keys, called as in the relation, and ``total``.
    """
    if keys.is_empty():
        return pl.DataFrame()
    key = keys.columns[0]
    known = keys[key].to_list()
    # DuckDB carries the ends of a range, but no list, into what a view joins by the key.
    sql = (
        f"FROM {relation} WHERE {key} BETWEEN $first_key AND $last_key"
        f" AND list_contains($keys::VARCHAR[], {key})"
    )
    own = {name: value for name, value in values.items() if f"${name}" in relation}
    rows = database.run(sql, first_key=min(known), last_key=max(known), keys=known, **own)
    return keys.join(rows, on=key, how="left", maintain_order="left")


def parts(
    relation: str, condition: str, values: Mapping[str, object], wanted: Mapping[str, Part]
) -> dict[str, pl.DataFrame]:
    """Return the first rows of each part, with ``total``, by its name, from one query.

    Args:
        relation: What stands after FROM.
        condition: What all rows must meet.
        values: Those of the placeholders.
        wanted: The parts by name.
    """
    selected = [
        f"(SELECT '{name}' AS {PART}, *, (SELECT count(*) FROM every WHERE {where}) AS {TOTAL}"
        f" FROM every WHERE {where} ORDER BY {part.order} LIMIT {part.limit:d})"
        for name, part in wanted.items()
        for where in [part.where or "true"]
    ]
    rows = database.run(
        f"WITH every AS MATERIALIZED (FROM {relation} WHERE {condition}) "
        + " UNION ALL ".join(selected),
        **values,
    )
    return {name: rows.filter(pl.col(PART) == name).drop(PART) for name in wanted}
