"""Put rows into the tables of a new database, and see that all of them arrived."""

import duckdb
import polars as pl

from transforms.database import catalogue
from transforms.database.ordered import LINE, Ordered
from transforms.database.stream import Stream
from transforms.errors import LoadError


def fill_from_file(
    connection: duckdb.DuckDBPyConnection, name: str, table: Ordered, key: list[str]
) -> None:
    """Put rows into one table and, where they come from a file, their lines into another.

    Raises:
        LoadError: Fewer or more rows arrived.
    """
    for rows in table.slices():
        if LINE in rows.columns:
            insert(connection, "row_lines", catalogue.row_lines(name, rows, key))
        insert(connection, name, rows.drop(LINE, strict=False))
    expect(connection, name, table.height)


def fill(connection: duckdb.DuckDBPyConnection, name: str, rows: pl.DataFrame) -> None:
    """Put all its rows into one table.

    Raises:
        LoadError: Fewer or more rows arrived.
    """
    insert(connection, name, rows)
    expect(connection, name, rows.height)


def insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pl.DataFrame) -> None:
    """Add rows to one table."""
    columns = ", ".join(rows.columns)
    connection.register("rows", Stream(rows))
    connection.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM rows")
    connection.unregister("rows")


def expect(connection: duckdb.DuckDBPyConnection, name: str, height: int) -> None:
    """See that a table holds so many rows.

    Raises:
        LoadError: It holds others.
    """
    if connection.execute(f"SELECT count(*) FROM {name}").fetchall() != [(height,)]:
        raise LoadError(f"{name} does not hold its {height} rows")
