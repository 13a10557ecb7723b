"""Answer one SQL question in a process that is thrown away: ``python sandbox_worker.py``.

One line of JSON comes in (``database``, ``sql``, ``parameters``, ``rows``, ``characters``,
``seconds``); one line of JSON goes out, and after it, where the question had an answer, the rows
as Arrow IPC. A day among the parameters comes as ``{"day": "2026-11-21"}``. The process ends after
one answer, when its time is over, or when whoever asked is gone. It must not import anything else
of this project: it is started by its path, ready and waiting, so that imports are over before the
question comes.
"""

import json
import os
import re
import resource
import signal
import sys
import threading
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
TEMPORAL = re.compile(r"\b(DATE|TIME\w*)\b")
"""Types of which Polars holds most values, but not all."""
NOT_HELD = r"infinity|\(BC\)|\d{5,}-\d\d-\d\d|\b24:00:00"
"""How DuckDB writes what Polars and Python do not hold: years beyond 1 to 9999, and 24:00:00."""


def main() -> None:
    """Wait for one question, answer it, and end."""
    _confine()
    question = json.loads(sys.stdin.readline() or "null")
    if question is None:
        return
    _end_in_time(question["seconds"])
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


def _end_in_time(seconds: float) -> None:
    """Bound how long this process lives, also if nobody is left to kill it.

    All threads together may use what the clock allows them; whoever waits for the answer kills by
    the clock. The signal of the softer limit says that it was time, not memory. Linux could tell
    of a parent's death, but it means the thread that started this process, which ends long before.
    """
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
        text = _bare(statement.query)
        skipped = _lines_before(statement.query, question["sql"])
        relation = _bound(connection, text, _used(statement, question["parameters"]), skipped)
        types = [str(kind) for kind in relation.types]
        rows = _fetched(relation.limit(question["rows"] + 1), types, text, skipped)
    header = {
        "seconds": time.perf_counter() - started,
        "truncated": rows.height > question["rows"],
        "types": types,
    }
    return header, _shortened(rows.head(question["rows"]), question["characters"])


def _only_question(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of ``sql``, if it is one that only reads."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise _NotAQuestionError(f"{len(statements)} statements")
    if statements[0].type.name not in ALLOWED:
        raise _NotAQuestionError(statements[0].type.name)
    return statements[0]


def _bare(query: str) -> str:
    """Return a statement without what follows it: DuckDB puts it in brackets to limit it."""
    text = query.encode()
    for start, kind in reversed(duckdb.tokenize(query)):
        if kind != duckdb.token_type.comment and text[start : start + 1] != b";":
            break
        text = text[:start]
    return text.decode().rstrip()


def _lines_before(text: str, whole: str) -> int:
    before, found, _ = whole.partition(text)
    return before.count("\n") if found else 0


def _bound(
    connection: duckdb.DuckDBPyConnection, text: str, parameters: dict[str, Any], skipped: int
) -> duckdb.DuckDBPyRelation:
    try:
        try:
            return connection.sql(text, params=parameters or None)
        except duckdb.Error:
            # It fails in the same way, and names the line.
            connection.execute(text, parameters or None)
            raise
    except duckdb.Error as error:
        raise type(error)(_on_own_lines(error, skipped)) from None


def _fetched(
    relation: duckdb.DuckDBPyRelation, types: list[str], text: str, skipped: int
) -> pl.DataFrame:
    """Return the rows, as text where Polars cannot hold the values; errors name the own lines."""
    # The limit has made the names distinct.
    names = relation.columns
    relation = relation.select(
        *(
            column
            for place, (name, kind) in enumerate(zip(names, types, strict=True))
            for column in _readable(name, kind, place)
        )
    )
    try:
        # Through the Arrow stream: `.pl()` would import pyarrow, 0.3 s of a small question.
        rows = pl.DataFrame(relation)
    except (duckdb.Error, pl.exceptions.PolarsError) as error:
        shift = skipped - _lines_before(text, relation.sql_query())
        raise type(error)(_on_own_lines(error, shift)) from None
    return pl.DataFrame([_held(rows, place).alias(name) for place, name in enumerate(names)])


def _readable(name: str, kind: str, place: int) -> list[duckdb.Expression]:
    column = duckdb.ColumnExpression(name)
    text = column.cast("VARCHAR").alias(f"text {place}")
    if AS_TEXT.search(kind):
        return [text]
    return [column.alias(f"value {place}"), *([text] if TEMPORAL.search(kind) else [])]


def _held(rows: pl.DataFrame, place: int) -> pl.Series:
    value, text = f"value {place}", f"text {place}"
    if text in rows.columns and (
        value not in rows.columns or rows[text].str.contains(NOT_HELD).any()
    ):
        return rows[text]
    return rows[value]


def _on_own_lines(error: Exception, shift: int) -> str:
    """Return the message with the line of the text as it was asked."""

    def own(line: re.Match[str]) -> str:
        return f"LINE {int(line[1]) + shift}:".ljust(len(line[0]))

    return re.sub(r"(?<=\n\n)LINE (\d+):", own, str(error), count=1)


def _shortened(rows: pl.DataFrame, characters: int) -> pl.DataFrame:
    """Cut single texts, so that one cell cannot fill a browser."""
    text = pl.col(pl.String)
    return rows.with_columns(
        pl.when(text.str.len_chars() > characters)
        .then(text.str.head(characters) + "...")
        .otherwise(text)
        .name.keep()
    )


def _used(statement: duckdb.Statement, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that the statement asks for; DuckDB refuses others."""
    return {
        name: date.fromisoformat(value["day"]) if isinstance(value, dict) else value
        for name, value in parameters.items()
        if name in statement.named_parameters
    }


if __name__ == "__main__":
    main()
