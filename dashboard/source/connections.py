"""Connections to the editions that are being read: read-only, shut off, and replaced when broken.

Each connection is a DuckDB of its own, with the file attached. Connections that open the file
itself would share one DuckDB, and a fatal or internal error in one query ends all of them: DuckDB
then refuses every query until the last of them is closed, which may be a slow download.
"""

import atexit
import re
import tempfile
import threading
import weakref
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
from duckdb import connect

from dashboard.source.errors import QueryError, fault
from transforms.errors import ReadError

MOST = 4
"""Connections that are open at a time: two files, with all of DuckDB's optimizers and with fewer.
An older one stays open until its last reader is done."""

MEMORY = "40%"
"""Of the machine's, for each open file; DuckDB's own limit, 80 %, would take twice what there is.

What does not fit goes to disk, and what cannot go there costs its one query.
"""

LESS_MEMORY = "10%"
"""The same where optimizers are disabled: for queries that read little."""

SMALL = 100 * 2**20
"""Bytes of a file up to which such queries take one thread: their hundreds of steps are short, and
several threads spend a quarter more on handing them to each other than on one. With 100,000
commitments a file is larger."""

FEW = 1_000
"""Keys up to which rows are looked up by an index, where DuckDB has 50: a page names more."""

CATALOG = "tracker"
"""What the file is called inside DuckDB."""

FAULTS = (
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.IOException,
    duckdb.SerializationException,
)
"""Errors for which no query is to blame."""

FAULTY = re.compile(r"\b(FATAL|INTERNAL|IO|Serialization) Error\b|\bCorrupt")
"""The same errors as text, as they come by way of Arrow."""

Stamp = tuple[int, int, int] | None
"""Tells one file of a name from the next; none for one that is gone, which may still be open."""

Key = tuple[str, str]
"""A file, and the optimizers that are disabled: a setting of a whole DuckDB, not of a query."""

_lock = threading.Lock()
_connections: OrderedDict[Key, tuple[Stamp, duckdb.DuckDBPyConnection]] = OrderedDict()
_faults: Counter[str] = Counter()
_open: weakref.WeakSet[duckdb.DuckDBPyConnection] = weakref.WeakSet()


@contextmanager
def cursor(
    file: str, sql: str, disabled_optimizers: str = ""
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a cursor on an edition for one query; see that a fault costs no other query anything.

    Args:
        file: The edition.
        sql: The query, for the messages of errors.
        disabled_optimizers: Those of DuckDB that cost the query more than they save, separated by
            commas.

    Raises:
        QueryError: DuckDB cannot answer.
        DatabaseError: DuckDB or the file failed; the next query has a new connection.
    """
    connection = None
    try:
        connection, usable = _usable(file, disabled_optimizers)
        with closing(usable):
            yield usable
    except (duckdb.Error, ReadError, OSError) as error:
        if _is_fault(error):
            _discard((file, disabled_optimizers), connection)
            raise fault(error, file, sql) from error
        if isinstance(error, OSError):  # of whoever does something with the rows
            raise
        raise QueryError(str(error)) from error


def _is_fault(error: Exception) -> bool:
    """Whether the query is not to blame; a damaged block raises an error without a class."""
    if isinstance(error, duckdb.Error):
        return isinstance(error, FAULTS) or type(error) is duckdb.Error
    return bool(FAULTY.search(str(error)))


def probe(file: str, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query for which the file is opened anew, whatever is in memory.

    Raises:
        QueryError: The file cannot be read.
    """
    try:
        with closing(_connect(file)) as connection, closing(_cursor(connection)) as cursor:
            return cursor.execute(sql).fetchall()
    except (duckdb.Error, OSError) as error:
        raise QueryError(str(error)) from error


def faults(file: str) -> int:
    """Return how often reading a file has failed since the server began."""
    return _faults[file]


def _usable(
    file: str, disabled_optimizers: str
) -> tuple[duckdb.DuckDBPyConnection, duckdb.DuckDBPyConnection]:
    """Return the connection to a file with a cursor; a new one where another query broke it."""
    key = (file, disabled_optimizers)
    with _lock:
        stamp = _stamp(file)
        known, connection = _connections.get(key, (None, None))
        if connection is None or stamp not in (known, None):
            connection = _connect(file, disabled_optimizers)
        try:
            cursor = _cursor(connection)
        except duckdb.Error:
            connection = _connect(file, disabled_optimizers)
            cursor = _cursor(connection)
        _connections[key] = (stamp or known, connection)
        _connections.move_to_end(key)
        while len(_connections) > MOST:
            _connections.popitem(last=False)
    return connection, cursor


def _stamp(file: str) -> Stamp:
    try:
        state = Path(file).stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _discard(key: Key, connection: duckdb.DuckDBPyConnection | None) -> None:
    """Have the next query open the file anew; who still reads keeps what is open."""
    with _lock:
        _faults[key[0]] += 1
        if connection is not None and _connections.get(key, (None, None))[1] is connection:
            del _connections[key]


def _connect(file: str, disabled_optimizers: str = "") -> duckdb.DuckDBPyConnection:
    connection = connect()
    quoted = file.replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {CATALOG} (READ_ONLY)")
    connection.execute(f"SET temp_directory = '{_spill()}'")
    connection.execute(f"SET memory_limit = '{LESS_MEMORY if disabled_optimizers else MEMORY}'")
    connection.execute(f"SET disabled_optimizers = '{disabled_optimizers}'")
    if disabled_optimizers and Path(file).stat().st_size <= SMALL:
        connection.execute("SET threads = 1")
    connection.execute(f"SET dynamic_or_filter_threshold = {FEW}")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    _open.add(connection)
    return connection


def _cursor(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    cursor = connection.cursor()
    try:
        cursor.execute(f"USE {CATALOG}")
    except duckdb.Error:
        cursor.close()
        raise
    return cursor


def _spill() -> str:
    """Where large queries put what does not fit into memory."""
    return str(Path(tempfile.gettempdir()) / "tracker-spill")


@atexit.register
def _close() -> None:
    """Close what is still open; DuckDB would otherwise note a leak when the server ends."""
    for connection in list(_open):
        connection.close()
