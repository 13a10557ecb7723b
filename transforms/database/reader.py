"""Read a finished database: read-only, shut off from files and network, settings locked."""

import contextlib
import io
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from transforms.database import editions
from transforms.database.hints import hint
from transforms.database.integrity import damage
from transforms.database.interrupt import interruptibly
from transforms.database.stream import Stream
from transforms.errors import ReadError, explained_for_duckdb, is_interrupt
from transforms.paths import special_file

LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}
"""What keeps a query to the one file; the last entry ends all change of settings."""

PLAIN_LINES = str.maketrans("│─┌┬┐├┼┤└┴┘·…", "|-+++++++++..")
"""For the lines of a table."""

WITHOUT_TERMINAL = (160, 40)
"""Columns and lines of a table in a pipe."""

FOREIGN = re.compile(r"INTERVAL|UNION|BIGNUM|BIT|VARIANT|WITH TIME ZONE\b(?<!STAMP WITH TIME ZONE)")
"""Types of DuckDB that Polars cannot hold."""


@contextmanager
def opened(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the current edition, and close it.

    Raises:
        ReadError: There is none, or the file is not a database.
    """
    path = editions.current(database)
    if path is None:
        special = special_file(database)
        reason = f"{database} is {special}" if special else f"there is no database at {database}"
        raise ReadError(f"{reason}; 'tracker build' makes it")
    try:
        connection = duckdb.connect(path, read_only=True, config=dict(LOCKED))
    except duckdb.Error as error:
        why = damage(path) or explained_for_duckdb(str(error))
        raise ReadError(f"{path} cannot be opened: {why}; 'tracker build' writes it anew") from None
    try:
        yield connection
    finally:
        connection.close()


def query(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """Return the rows of one SQL query.

    Raises:
        ReadError: DuckDB rejects it; the message is its own.
    """
    values = dict(parameters or {})
    with _reported(connection):
        return interruptibly(connection, lambda: _rows(connection.sql(sql, params=values)))


def _rows(result: duckdb.DuckDBPyRelation | None) -> pl.DataFrame:
    # By its Arrow stream: `.pl()` would import pyarrow for the same rows.
    return pl.DataFrame() if result is None else pl.DataFrame(Stream(_readable(result)))


@contextmanager
def _reported(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Turn errors of DuckDB into those that the command reports.

    Raises:
        ReadError: DuckDB rejects a query; the message is its own.
        KeyboardInterrupt: Ctrl-C, which DuckDB makes an error of its own.
    """
    try:
        yield
    except (duckdb.Error, RuntimeError) as error:
        if is_interrupt(error):
            raise KeyboardInterrupt from None
        if not isinstance(error, duckdb.Error):
            raise
        message = explained_for_duckdb(str(error))
        raise ReadError(f"{message}{hint(connection, message)}") from None


def _encodable(table: str, encoding: str | None) -> str:
    """Return a table with lines of ASCII where an encoding has no others.

    >>> _encodable("│ a │", "latin-1"), _encodable("│ é │", "utf-8")
    ('| a |', '│ é │')
    """
    try:
        table.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return table.translate(PLAIN_LINES)
    return table


class Statement(NamedTuple):
    """One SQL statement, and the names of its ``$name`` placeholders as it spells them."""

    text: str
    names: tuple[str, ...]


def statements(connection: duckdb.DuckDBPyConnection, text: str) -> list[Statement]:
    """Split ``text`` into SQL statements; comments alone are not statements.

    Raises:
        ReadError: It cannot be split, because part of it is not SQL.
    """
    with _reported(connection):
        return [
            Statement(statement.query, tuple(sorted(statement.named_parameters)))
            for statement in connection.extract_statements(text)
        ]


def show(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Mapping[str, object] | None = None,
) -> None:
    """Print the result of one SQL query as a table as wide as the terminal.

    Raises:
        ReadError: DuckDB rejects it; the message is its own.
    """
    values = dict(parameters or {})
    with _reported(connection):
        table = interruptibly(connection, lambda: _table(connection.sql(sql, params=values)))
    sys.stdout.write(_encodable(table, sys.stdout.encoding))


def _table(result: duckdb.DuckDBPyRelation | None) -> str:
    output = io.StringIO()
    if result is not None:
        with contextlib.redirect_stdout(output):
            result.show(max_width=shutil.get_terminal_size(WITHOUT_TERMINAL).columns)
    return output.getvalue()


def _readable(result: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """Give equal names numbers, and as text the types that Polars has no name for."""
    foreign = [bool(FOREIGN.search(str(type_))) for type_ in result.types]
    names = _distinct(result.columns)
    if not any(foreign) and names == result.columns:
        return result
    parts = [
        f"CAST(#{place} AS VARCHAR)" if as_text else f"#{place}"
        for place, as_text in enumerate(foreign, start=1)
    ]
    quoted = [name.replace('"', '""') for name in names]
    return result.project(
        ", ".join(f'{part} AS "{name}"' for part, name in zip(parts, quoted, strict=True))
    )


def _distinct(names: list[str]) -> list[str]:
    """Number names that are the same, as SQL reads them: without regard to case.

    >>> _distinct(["id", "ID", "id_1", "id"])
    ['id', 'ID_1', 'id_1_1', 'id_2']
    """
    taken: dict[str, str] = {}
    for name in names:
        candidates = chain([name], (f"{name}_{n}" for n in count(1)))
        free = next(each for each in candidates if each.casefold() not in taken)
        taken[free.casefold()] = free
    return list(taken.values())


def row_counts(database: Path) -> dict[str, int]:
    """Return the rows per table of the current edition; empty where there is none to read."""
    with suppress(ReadError), opened(database) as connection:
        names = query(connection, "SELECT table_name FROM duckdb_tables()")["table_name"]
        return {name: query(connection, f"SELECT count(*) FROM {name}").item() for name in names}
    return {}
