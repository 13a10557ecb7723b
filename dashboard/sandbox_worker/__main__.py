"""Wait for one question on standard input, answer it, and end.

Lines of JSON come in. One without ``sql`` names the ``file`` that will be asked, to be opened
while there is time: its path, inode, time of change and size. The one with ``sql`` is the
question, with ``file``, ``parameters``, ``seconds`` and what its answer may be: ``rows``,
``columns``, ``cells``, ``characters`` and ``written``; a day among the parameters comes as
``{"day": "2026-11-21"}``. One line of JSON goes out, and after it, where the question had an
answer, the rows as Arrow IPC.
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

from dashboard.sandbox_worker.question import NotAQuestionError, asked
from dashboard.sandbox_worker.rows import TooWideError, bounded, fetched, shortened

ADDRESS_BYTES = 3 * 1024**3
"""Address space; an idle worker reserves 1.4 GB of it and uses little."""

DATA_BYTES = 1024**3
"""Memory that can be written to; DuckDB's own limit below is what queries meet first."""

THREADS = 2
NICENESS = 10
MESSAGE = 2_000
"""Characters of an error message: it may quote what was asked."""

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "read_only",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "threads": str(THREADS),
}

FIRST = {
    "sql": "SELECT 'ready' AS text, current_date AS day",
    "parameters": {},
    "rows": 1,
    "columns": 2,
    "cells": 2,
    "characters": 4,
    "written": 100,
}
"""It pays, while nobody waits, for what the first answer of a process pays for: it starts threads,
and opens what cannot be opened later."""


def main() -> None:
    """Open the file that is named, wait for the question, and answer it."""
    _confine()
    file, connection = None, None
    for line in sys.stdin.buffer:
        told = json.loads(line)
        if connection is None or file != told["file"]:
            if connection is not None:
                connection.close()
            file, connection = told["file"], None
            with contextlib.suppress(duckdb.IOException):  # an edition may go before its question
                connection = _opened(file[0])
                _answer(FIRST, connection)
        if "sql" in told:
            _reply(told, connection or _opened(told["file"][0]))


def _reply(question: dict[str, Any], connection: duckdb.DuckDBPyConnection) -> None:
    """Write the answer, and end without tidying up: that would take longer than the answer."""
    _end_in_time(question["seconds"])
    header, body = _outcome(question, connection)
    with contextlib.suppress(OSError):
        sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        os.close(sys.stdout.fileno())
    os._exit(0)


def _outcome(
    question: dict[str, Any], connection: duckdb.DuckDBPyConnection
) -> tuple[dict[str, Any], bytes]:
    try:
        return _answer(question, connection)
    except NotAQuestionError as error:
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


def _answer(
    question: dict[str, Any], connection: duckdb.DuckDBPyConnection
) -> tuple[dict[str, Any], bytes]:
    relation, text, skipped = asked(connection, question["sql"], question["parameters"])
    types = [str(kind) for kind in relation.types]
    if len(types) > question["columns"]:
        raise TooWideError(f"{len(types)} columns; at most {question['columns']}")
    most = bounded(relation.columns, question["rows"], question["cells"], question["written"])
    characters = question["characters"]
    rows = fetched(relation.limit(most + 1), characters, text, skipped)
    truncated = rows.height > most
    rows, cut = shortened(rows.head(most), characters)
    body = io.BytesIO()
    rows.write_ipc(body)
    return {"truncated": truncated, "cut": cut, "types": types}, body.getvalue()


def _opened(path: str) -> duckdb.DuckDBPyConnection:
    """Open the file, and shut off all others.

    Without external access DuckDB still lets a question read and write this file and the names
    of its journal; without a file system it knows none of them, and keeps what is open.
    """
    connection = duckdb.connect(path, config=SETTINGS)
    for setting in (
        "temp_directory = ''",
        "enable_external_access = false",
        "disabled_filesystems = 'LocalFileSystem'",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")
    return connection


def _confine() -> None:
    """Bound what this process can take, whatever the query engine thinks it may."""
    os.nice(NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # rather this one than the server
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_BYTES, ADDRESS_BYTES))
    resource.setrlimit(resource.RLIMIT_DATA, (DATA_BYTES, DATA_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_in_time(seconds: float) -> None:
    """Open nothing any more, and bound how long this process lives, also if nobody kills it.

    Without a free descriptor no file and no connection can be opened, should DuckDB ever allow
    it. All threads together may use what the clock allows them; whoever waits for the answer
    kills by the clock. The signal of the softer limit says that it was time, not memory. Linux
    could tell of a parent's death, but it means the thread that started this process, which ends
    long before.
    """
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime) + 1 + THREADS * int(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    threading.Thread(target=_end_with_the_asker, daemon=True).start()


def _end_with_the_asker() -> None:
    # Not through sys.stdin, whose lock would be held when the interpreter shuts down.
    while os.read(0, 1024):
        pass
    os._exit(1)


def _brief(error: BaseException) -> str:
    # A trace names files of this machine.
    said = str(error).partition("\n\nStack Trace:")[0]
    return said if len(said) <= MESSAGE else said[:MESSAGE] + " ..."


if __name__ == "__main__":
    main()
