"""What is not a safe query, or takes too much, is refused clearly and leaves nothing behind."""

import json
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sandbox import Limits, Sandbox, SandboxError
from dashboard.sandbox.worker import Worker
from tests.helpers.near_sandbox import near_sandbox
from tests.helpers.numbers_file import ENDLESS, HANG, PATIENT, UNHURRIED, write_numbers


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("nonsense", "query"),
        ("FROM nowhere", "query"),
        ("", "not_a_query"),
        ("SELECT 1; SELECT 2", "not_a_query"),
        ("DROP TABLE numbers", "not_a_query"),
        ("INSERT INTO numbers VALUES (1)", "not_a_query"),
        ("SET memory_limit = '8GB'", "not_a_query"),
        ("INSTALL httpfs", "not_a_query"),
        ("ATTACH 'other.duckdb'", "not_a_query"),
        ("FROM read_text('/etc/passwd')", "query"),
        ("FROM read_csv('/etc/passwd')", "query"),
        ("FROM '/etc/passwd'", "query"),
        ("FROM glob('/*')", "query"),
        ("FROM read_parquet('https://example.org/a.parquet')", "query"),
        ("SELECT getenv('HOME')", "query"),
        ("SELECT repeat('x', 2000000000)", "memory"),
        ("SELECT list(range) FROM range(1000000000)", "memory"),
    ],
)
def test_what_is_not_a_safe_query_is_refused(
    sandbox: Sandbox, file: Path, sql: str, kind: str
) -> None:
    """It names the kind of refusal, which the page puts in the reader's words."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run(sql, file, limits=UNHURRIED)

    assert refusal.value.kind == kind


@pytest.mark.parametrize("target", ["stolen.csv", "tracker.duckdb", "tracker.duckdb.wal"])
def test_a_copy_hidden_in_a_common_table_expression_writes_nothing(
    sandbox: Sandbox, tmp_path: Path, target: str
) -> None:
    """It rests neither on the type of the statement, a SELECT, nor on what DuckDB shuts off.

    The database and its journal are files that DuckDB allows whatever it is told, under the
    name that it has for them.
    """
    file = write_numbers(tmp_path / "numbers.duckdb")
    folder = Path(sandbox._paths.of(file)[0]).parent
    before = file.read_bytes()

    with pytest.raises(SandboxError, match="disabled by configuration"):
        sandbox.run(
            f"WITH copied AS (COPY (SELECT 1) TO '{folder / target}'"
            " (FORMAT csv, USE_TMP_FILE false)) FROM copied",
            file,
            limits=UNHURRIED,
        )

    assert [path.name for path in folder.iterdir()] == ["tracker.duckdb"]
    assert file.read_bytes() == before


def test_a_query_without_end_is_stopped(sandbox: Sandbox, file: Path) -> None:
    """It kills the process when the time is over, and runs the next query."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run(
            "SELECT count(*) FROM range(100000000000) AS a, range(1000000) AS b",
            file,
            limits=Limits(seconds=2),
        )

    assert refusal.value.kind == "time"
    assert sandbox.run("SELECT 1 AS one", file).rows["one"].to_list() == [1]


def test_a_result_that_is_too_large_is_refused(sandbox: Sandbox, file: Path) -> None:
    """It stops reading at the limit of bytes."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run(
            "SELECT repeat('x', 1000000) || number AS text FROM numbers LIMIT 50",
            file,
            limits=replace(UNHURRIED, bytes=1_000_000),
        )

    assert refusal.value.kind == "size"


def unwatched(file: Path, seconds: float) -> Worker:
    """Return a worker that runs an endless query, and that nobody watches."""
    stat = file.stat()
    query: dict[str, object] = {"sql": ENDLESS, "parameters": {}, "seconds": seconds}
    query["file"] = [str(file), stat.st_ino, stat.st_mtime_ns, stat.st_size]
    query |= {"memory": 512, "rows": 1, "columns": 1, "cells": 1}
    query |= {"cell_characters": 1, "header_characters": 1}
    return Worker(json.dumps(query).encode() + b"\n")


def test_a_worker_ends_itself_when_its_time_is_over(file: Path) -> None:
    """It does not need to be killed, even where it only sleeps."""
    worker = unwatched(file, seconds=0.5)
    try:
        assert worker.wait(HANG) == -signal.SIGALRM
    finally:
        worker.end()


def test_a_worker_ends_when_the_server_is_gone(file: Path) -> None:
    """It sees the closed pipe that a killed server leaves."""
    worker = unwatched(file, seconds=PATIENT)
    try:
        worker.close_input()
        assert worker.wait(HANG) == 1
    finally:
        worker.end()


def test_a_text_that_nobody_can_read_is_refused(sandbox: Sandbox, file: Path) -> None:
    """It does not send megabytes to a parser."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run("SELECT 1 --" + "x" * 1_000_000, file)

    assert refusal.value.kind == "long"


def test_a_result_with_too_many_columns_is_refused(sandbox: Sandbox, file: Path) -> None:
    """It says how many there are, and how many may be."""
    with pytest.raises(SandboxError, match="3 columns; at most 2") as refusal:
        sandbox.run("SELECT 1, 2, 3", file, limits=replace(UNHURRIED, columns=2))

    assert refusal.value.kind == "size"


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("PIVOT numbers ON number % 3 USING count(*)", 1),
        ("FROM (PIVOT numbers ON number % 3 GROUP BY number)", 50_000),
        ("EXPLAIN ANALYZE PIVOT numbers ON number % 3", 1),
        ("UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b", 2),
    ],
)
def test_a_pivot_is_a_query(file: Path, sql: str, rows: int) -> None:
    """It runs, though DuckDB gives it the type of what is more than one statement."""
    allowed = replace(UNHURRIED, rows=100_000)
    assert near_sandbox().run(sql, file, limits=allowed).rows.height == rows


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TEMP TABLE x AS PIVOT numbers ON number % 3",
        "COPY (PIVOT numbers ON number % 3) TO 'x.csv'",
        "EXPLAIN ANALYZE CREATE TEMP TABLE x AS SELECT 1",
        "EXPLAIN SET threads = 64",
    ],
)
def test_what_only_contains_a_query_is_none(file: Path, sql: str) -> None:
    """It looks behind EXPLAIN, and at what a PIVOT is part of."""
    with pytest.raises(SandboxError) as refusal:
        near_sandbox().run(sql, file)

    assert refusal.value.kind == "not_a_query"


@pytest.mark.parametrize("parameters", [{"p": "x" * 999_990}, {"p" * 999_990: 1}])
def test_parameters_count_as_text(
    sandbox: Sandbox, file: Path, parameters: dict[str, object]
) -> None:
    """It bounds the query and what is filled in together."""
    with pytest.raises(SandboxError, match="at most 1,000,000") as refusal:
        sandbox.run("SELECT $p AS p", file, parameters)

    assert refusal.value.kind == "long"
