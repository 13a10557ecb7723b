"""Answer one SQL question in a process that is thrown away: ``python sandbox_worker.py``.

One line of JSON comes in (``database``, ``sql``, ``parameters``, ``rows``, ``cpu_seconds``); one
line of JSON goes out, and after it, where the question had an answer, the rows as Arrow IPC. A
day among the parameters comes as ``{"day": "2026-11-21"}``. The process ends after one answer. It
must not import anything else of this project: it is started by its path, ready and waiting, so
that imports are over before the question comes.
"""

import json
import re
import resource
import sys
import time
from datetime import date
from typing import Any

import duckdb
import polars as pl

MEMORY_BYTES = 3 * 1024**3
"""Address space; DuckDB's own limit below is what queries meet first."""

THREADS = 2

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "read_only",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "threads": str(THREADS),
}
ALLOWED = ("SELECT", "EXPLAIN")
AS_TEXT = re.compile(r"\b(BIGNUM|BIT|INTERVAL|MAP|TIME WITH|UHUGEINT|UNION|VARIANT)\b")
"""Types that Arrow or Polars cannot hold as they are; they come as text."""


def main() -> None:
    """Wait for one question, answer it, and end."""
    _confine()
    question = json.loads(sys.stdin.readline() or "null")
    if question is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    # All threads together may use what the clock allows them; whoever waits for the answer kills
    # by the clock. The signal of the softer limit says that it was time, not memory.
    cpu = int(used.ru_utime + used.ru_stime) + 1 + THREADS * int(question["cpu_seconds"])
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    try:
        header, rows = _answer(question)
    except _NotAQuestionError as error:
        header, rows = {"error": "not_a_query", "message": str(error)}, None
    except duckdb.OutOfMemoryException as error:
        header, rows = {"error": "memory", "message": str(error)}, None
    except MemoryError:
        header, rows = {"error": "memory", "message": ""}, None
    except (duckdb.Error, pl.exceptions.PolarsError, ValueError, RuntimeError) as error:
        header, rows = {"error": "query", "message": str(error)}, None
    out = sys.stdout.buffer
    out.write(json.dumps(header).encode() + b"\n")
    if rows is not None:
        rows.write_ipc(out)
    out.flush()


class _NotAQuestionError(Exception):
    """The text is not exactly one statement that only reads."""


def _confine() -> None:
    """Bound what this process can take, whatever the query engine thinks it may."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(question: dict[str, Any]) -> tuple[dict[str, Any], pl.DataFrame]:
    started = time.perf_counter()
    with duckdb.connect(question["database"], config=SETTINGS) as connection:
        for setting in (
            "temp_directory = ''",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            connection.execute(f"SET {setting}")
        statement = _only_question(connection, question["sql"])
        relation = connection.sql(
            question["sql"], params=_used(statement, question["parameters"]) or None
        )
        types = [str(kind) for kind in relation.types]
        if any(map(AS_TEXT.search, types)):
            relation = relation.select(*map(_readable, relation.columns, types))
        # Through the Arrow stream: `.pl()` would import pyarrow, 0.3 s of a small question.
        rows = pl.DataFrame(relation.limit(question["rows"] + 1))
    truncated = rows.height > question["rows"]
    header = {
        "seconds": time.perf_counter() - started,
        "truncated": truncated,
        "types": types,
    }
    return header, rows.head(question["rows"])


def _only_question(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of ``sql``, if it is one that only reads."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise _NotAQuestionError(f"{len(statements)} statements")
    if statements[0].type.name not in ALLOWED:
        raise _NotAQuestionError(statements[0].type.name)
    return statements[0]


def _used(statement: duckdb.Statement, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that the statement asks for; DuckDB refuses others."""
    return {
        name: date.fromisoformat(value["day"]) if isinstance(value, dict) else value
        for name, value in parameters.items()
        if name in statement.named_parameters
    }


def _readable(column: str, kind: str) -> duckdb.Expression:
    expression = duckdb.ColumnExpression(column)
    return expression.cast("VARCHAR").alias(column) if AS_TEXT.search(kind) else expression


if __name__ == "__main__":
    main()
