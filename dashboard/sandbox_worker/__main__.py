"""Wait for one query on standard input, run it, and end.

Lines of JSON come in. Each names the ``file`` to open (its path, inode, modification time and
size) and the ``memory`` for it in megabytes; one without ``sql`` only has that done in advance.
The one with ``sql`` is the query, with ``parameters`` (a date among them comes as
``{"date": "2026-11-21"}``), ``seconds``, and the limits of its result: ``rows``, ``columns``,
``cells``, ``cell_characters`` and ``header_characters``. An empty line goes out when the query
begins, then one line of JSON, and after it, if there is a result, the rows as Arrow IPC.
"""

import contextlib
import io
import json
import os
import resource
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from dashboard.sandbox_worker.rows import TooWideError, fetch, row_limit, shorten
from dashboard.sandbox_worker.statement import NotAQueryError, bind

ADDRESS_BYTES = 2 * 1024**3
"""Address space beside the data; an idle worker reserves 1.4 GB of it and uses little."""
DATA_BYTES = 512 * 1024**2
"""Memory that can be written to, beyond DuckDB's own limit, which queries meet first."""

THREADS = 2
NICENESS = 10
MESSAGE = 2_000
"""Characters of an error message, which may quote the query."""

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "read_only",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "threads": str(THREADS),
}

WARM_UP = {
    "sql": "SELECT 'ready' AS text, current_date AS day",
    "parameters": {},
    "rows": 1,
    "columns": 2,
    "cells": 2,
    "cell_characters": 4,
    "header_characters": 100,
}
"""The first query of a process starts threads, and opens what cannot be opened later: this one
does it while nobody waits."""


def main() -> None:
    """Open the file that is named, wait for the query, and run it."""
    _confine()
    opened, connection = None, None
    for line in sys.stdin.buffer:
        message = json.loads(line)
        wanted = (message["file"], message["memory"])
        if connection is None or opened != wanted:
            if connection is not None:
                connection.close()
            opened, connection = wanted, None
            with contextlib.suppress(duckdb.IOException):  # an edition may go before its query
                connection = _open(*wanted)
                _result(WARM_UP, connection)
        if "sql" in message:
            _reply(message, connection or _open(*wanted))


def _reply(query: dict[str, Any], connection: duckdb.DuckDBPyConnection) -> None:
    """Write the outcome, and end without tidying up: that would take longer than the query."""
    _end_in_time(query["seconds"])
    with contextlib.suppress(OSError):
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
    header, body = _outcome(query, connection)
    with contextlib.suppress(OSError):
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        os.close(sys.stdout.fileno())
    os._exit(0)


def _outcome(
    query: dict[str, Any], connection: duckdb.DuckDBPyConnection
) -> tuple[dict[str, Any], bytes]:
    """Return the header and the rows; a refusal has a header alone."""
    try:
        return _result(query, connection)
    except NotAQueryError as error:
        return {"error": "not_a_query", "message": str(error)}, b""
    except TooWideError as error:
        return {"error": "size", "message": str(error)}, b""
    except (duckdb.OutOfMemoryException, MemoryError) as error:
        return {"error": "memory", "message": _brief(error)}, b""
    except (duckdb.InternalException, duckdb.FatalException) as error:
        return {"error": "crash", "message": _brief(error)}, b""
    except (duckdb.Error, pl.exceptions.PolarsError, ValueError, RuntimeError) as error:
        kind = "memory" if "Out of Memory" in str(error) else "query"
        return {"error": kind, "message": _brief(error)}, b""
    except (Exception, pl.exceptions.PanicException) as error:
        return {"error": "crash", "message": _brief(error)}, b""


def _result(
    query: dict[str, Any], connection: duckdb.DuckDBPyConnection
) -> tuple[dict[str, Any], bytes]:
    bound = bind(connection, query["sql"], query["parameters"])
    names, types = bound.relation.columns, [str(type_) for type_ in bound.relation.types]
    if len(types) > query["columns"]:
        raise TooWideError(f"{len(types)} columns; at most {query['columns']}")
    most = row_limit(names, query["rows"], query["cells"], query["header_characters"])
    rows = fetch(bound, most + 1, query["cell_characters"])
    truncated = rows.height > most
    rows, shortened = shorten(rows.head(most), query["cell_characters"])
    body = io.BytesIO()
    rows.write_ipc(body)
    return {"truncated": truncated, "shortened": shortened, "types": types}, body.getvalue()


def _open(file: list[Any], memory: int) -> duckdb.DuckDBPyConnection:
    """Open the file, and shut off all others, with ``memory`` in megabytes.

    Without external access DuckDB still lets a query read and write this file and the names of
    its write-ahead log; without a file system it knows none of them, and keeps what is open.
    """
    data = memory * 1_000_000 + DATA_BYTES
    resource.setrlimit(resource.RLIMIT_DATA, (data, data))
    resource.setrlimit(resource.RLIMIT_AS, (data + ADDRESS_BYTES, data + ADDRESS_BYTES))
    connection = duckdb.connect(file[0], config=SETTINGS | {"memory_limit": f"{memory}MB"})
    for setting in (
        "temp_directory = ''",
        "enable_external_access = false",
        "disabled_filesystems = 'LocalFileSystem'",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")
    return connection


def _confine() -> None:
    """Bound what this process can do, whatever the query engine thinks it may."""
    os.nice(NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # rather this one than the server
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_in_time(seconds: float) -> None:
    """Open nothing any more, and bound how long this process lives, also if nobody kills it.

    Without a free descriptor no file and no connection can be opened, should DuckDB ever allow
    it. All threads together may use as much processor time as each has wall-clock time; by the
    clock, the server kills. The signal of the softer limit says that it was time, not memory.
    Linux can signal a parent's death, but that means the thread that started this process, which
    ends long before.
    """
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime) + 1 + THREADS * int(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    threading.Thread(target=_end_with_server, daemon=True).start()


def _end_with_server() -> None:
    # Not through sys.stdin, whose lock would be held when the interpreter shuts down.
    while os.read(0, 1024):
        pass
    os._exit(1)


def _brief(error: BaseException) -> str:
    # A stack trace names files of this machine.
    message = str(error).partition("\n\nStack Trace:")[0]
    return message if len(message) <= MESSAGE else message[:MESSAGE] + " ..."


if __name__ == "__main__":
    main()
