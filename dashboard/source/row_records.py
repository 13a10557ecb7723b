"""Which records the rows of a relation are, and the addresses of their pages."""

from functools import lru_cache

import polars as pl

from dashboard.source import database
from dashboard.source.queries import dictionary
from dashboard.source.records import named

ADDRESS = "page_url"
"""The column of a file that has the address of the page of each row."""


def references(relation: str) -> dict[str, tuple[str, ...]]:
    """Return the tables whose keys each column of a relation holds; a table's own key is one."""
    return _references(database.edition(), relation)


@lru_cache(maxsize=512)
def _references(edition: str, relation: str) -> dict[str, tuple[str, ...]]:
    columns = dictionary().filter(pl.col("relation") == relation)
    itself = pl.when(pl.col("key") & (pl.col("key").sum() == 1), kind="table").then("relation")
    tables = pl.coalesce("refers_to", itself).str.split(", ").alias("tables")
    held = columns.select("column_name", tables).drop_nulls().iter_rows()
    return {name: tuple(tables) for name, tables in held}


def key_of(relation: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the column by which rows of a relation are records, and the tables of these.

    It is none where no row is a record: where the key has several columns, or is that of no record.
    """
    return _key_of(database.edition(), relation)


@lru_cache(maxsize=512)
def _key_of(edition: str, relation: str) -> tuple[str, tuple[str, ...]] | None:
    known = dictionary().filter(pl.col("relation") == relation)
    key = known.filter(pl.col("key"))["column_name"].to_list()
    if len(key) != 1:
        return None
    held = set(database.run("SELECT DISTINCT relation FROM records")["relation"])
    own = tuple(sorted(held.intersection(references(relation).get(key[0], ()))))
    return (key[0], own) if own else None


def kinds_of(relation: str, rows: pl.DataFrame) -> tuple[str, dict[str, str]] | None:
    """Return which records the rows of a relation are.

    Returns:
        The column that has the keys, and the kind of record by key; none where no row is a record.
    """
    own = key_of(relation)
    if own is None or own[0] not in rows.columns or rows.schema[own[0]] != pl.String:
        return None
    found = named(own[1], set(rows[own[0]].drop_nulls()))
    return own[0], dict(found.select("id", "kind").iter_rows())


def addresses_of(relation: str, rows: pl.DataFrame) -> pl.Series | None:
    """Return the address of the page of each row, from the root of the site.

    It is none where no row of the relation is a record.
    """
    own = kinds_of(relation, rows)
    if own is None:
        return None
    column, kinds = own
    pairs = [(kinds[key], key) for key in rows[column] if key in kinds]
    found_addresses = database.run(
        "SELECT id, record_address(kind, id) AS address FROM records"
        " WHERE id IN (SELECT unnest($keys)) AND kind IN (SELECT unnest($kinds))",
        keys=tuple(sorted({key for _, key in pairs})),
        kinds=tuple(sorted({kind for kind, _ in pairs})),
    )
    by_key = dict(found_addresses.iter_rows())
    return pl.Series(ADDRESS, [by_key.get(key) for key in rows[column]], dtype=pl.String)
