"""Anybody's SQL gets an answer or a clear no, and never reaches beyond the database."""

import json
import signal
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboard.sandbox import Limits, Sandbox, SandboxError, _end, _start


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with one table of 50,000 numbers."""
    path = tmp_path_factory.mktemp("sandbox") / "numbers.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE numbers AS SELECT range AS number FROM range(50000)")
    return path


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that is closed when the tests of this file are over."""
    sandbox = Sandbox()
    yield sandbox
    sandbox.close()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) AS number FROM numbers",
        "FROM numbers LIMIT 1",
        "WITH one AS (SELECT 1 AS number) FROM one",
        "DESCRIBE numbers",
        "SUMMARIZE numbers",
        "EXPLAIN SELECT 1",
    ],
)
def test_a_question_is_answered(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It returns rows for every form of question."""
    assert sandbox.ask(sql, file).rows.height >= 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 AS one; -- c",
        "SELECT 1 AS one; /* c; */",
        "SELECT 1 AS one;\n-- é\n;\n",
        "-- é;\nSELECT 1 AS one -- c",
    ],
)
def test_a_comment_may_stand_around_the_question(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It runs the statement without what follows it."""
    assert sandbox.ask(sql, file).rows["one"].to_list() == [1]


def test_a_mark_in_a_text_is_no_comment(sandbox: Sandbox, file: Path) -> None:
    """It cuts after the last word of the statement, not at what looks like a comment."""
    answer = sandbox.ask("SELECT 'é; -- c' AS text; -- c", file)

    assert answer.rows["text"].to_list() == ["é; -- c"]


@pytest.mark.parametrize(
    "line",
    ["'x'::INT", "nowhere", "('x' || number)::INT", "FORM x y"],
)
@pytest.mark.parametrize("before", ["", "-- c\n\n"])
def test_an_error_names_the_line_of_the_question(
    sandbox: Sandbox, file: Path, line: str, before: str
) -> None:
    """It counts lines as the reader does, whatever stands around the statement inside."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.ask(f"{before}SELECT 1,\n  {line}\nFROM numbers", file)

    assert f"LINE {2 + before.count(chr(10))}:   {line}" in str(refusal.value)


def test_columns_of_one_name_are_told_apart(sandbox: Sandbox, file: Path) -> None:
    """It numbers the second, also next to a type that comes as text."""
    answer = sandbox.ask("SELECT INTERVAL 1 DAY AS a, 2 AS A, 3 AS a", file)

    assert answer.rows.rows(named=True) == [{"a": "1 day", "A_1": 2, "a_2": 3}]


def test_parameters_are_filled_in(sandbox: Sandbox, file: Path) -> None:
    """It takes the value of a placeholder from the parameters."""
    answer = sandbox.ask("SELECT $n + 1 AS next", file, {"n": 41})

    assert answer.rows["next"].to_list() == [42]


def test_a_day_comes_as_a_day(sandbox: Sandbox, file: Path) -> None:
    """It does not leave it to the question to make a date of a text."""
    answer = sandbox.ask("SELECT $day + 1 AS next", file, {"day": date(2026, 11, 21)})

    assert answer.rows["next"].to_list() == [date(2026, 11, 22)]


def test_a_parameter_that_nobody_asks_for_is_left_out(sandbox: Sandbox, file: Path) -> None:
    """It lets the page offer the same parameters to every question."""
    assert sandbox.ask("SELECT 1 AS one", file, {"day": "x"}).rows["one"].to_list() == [1]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("INTERVAL 1 DAY", "1 day"),
        ("[INTERVAL 1 DAY]", "[1 day]"),
        ("MAP {'a': 1}", "{a=1}"),
        ("union_value(a := 1)", "1"),
        ("'101'::BIT", "101"),
        (
            "300000000000000000000000000000000000000::UHUGEINT",
            "300000000000000000000000000000000000000",
        ),
        ("'10:00:00+01'::TIMETZ", "10:00:00+01"),
    ],
)
def test_what_tables_cannot_hold_comes_as_text(
    sandbox: Sandbox, file: Path, value: str, shown: str
) -> None:
    """It answers instead of falling over a type that few know."""
    answer = sandbox.ask(f"SELECT {value} AS value, 1 AS one", file)

    assert answer.rows.row(0) == (shown, 1)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("'infinity'::DATE", "infinity"),
        ("DATE '0044-03-15 (BC)'", "0044-03-15 (BC)"),
        ("['-infinity'::DATE]", "[-infinity]"),
        ("'294247-01-01'::TIMESTAMP", "294247-01-01 00:00:00"),
        ("'infinity'::TIMESTAMP_S", "infinity"),
        ("'infinity'::TIMESTAMPTZ", "infinity"),
        ("{'at': DATE '10000-01-01'}", "{'at': 10000-01-01}"),
        ("'24:00:00'::TIME", "24:00:00"),
    ],
)
def test_a_time_that_tables_cannot_hold_comes_as_text(
    sandbox: Sandbox, file: Path, value: str, shown: str
) -> None:
    """It leaves nothing over which a later export falls, and no cell empty."""
    answer = sandbox.ask(f"SELECT {value} AS value", file)

    assert answer.rows["value"].to_list() == [shown]


def test_other_times_stay_times(sandbox: Sandbox, file: Path) -> None:
    """It makes text of a column only where a value asks for it."""
    answer = sandbox.ask("SELECT DATE '9999-12-31' AS a, [TIMESTAMP '0001-01-01'] AS b", file)

    assert answer.rows.dtypes == [pl.Date, pl.List(pl.Datetime("us"))]


def test_a_long_text_is_cut(sandbox: Sandbox, file: Path) -> None:
    """It marks the cut, and leaves a text of just that length alone."""
    answer = sandbox.ask(
        "SELECT 'ééééé' AS long, 'éééé' AS short", file, limits=Limits(characters=4)
    )

    assert answer.rows.row(0) == ("éééé...", "éééé")


def test_more_rows_than_allowed_are_cut_and_said(sandbox: Sandbox, file: Path) -> None:
    """It returns the first rows and says that there were more."""
    answer = sandbox.ask("FROM numbers", file, limits=Limits(rows=100))

    assert (answer.rows.height, answer.truncated) == (100, True)


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
def test_what_is_not_a_safe_question_is_refused(
    sandbox: Sandbox, file: Path, sql: str, kind: str
) -> None:
    """It names the kind of refusal, which the page puts in the reader's words."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.ask(sql, file)

    assert refusal.value.kind == kind


def test_a_copy_hidden_in_a_common_table_expression_writes_nothing(
    sandbox: Sandbox, file: Path, tmp_path: Path
) -> None:
    """It does not rest on the type of the statement alone: DuckDB calls this one a SELECT."""
    target = tmp_path / "stolen.csv"

    with pytest.raises(SandboxError):
        sandbox.ask(f"WITH copied AS (COPY numbers TO '{target}') SELECT 1", file)

    assert not target.exists()


def test_a_question_without_end_is_stopped(sandbox: Sandbox, file: Path) -> None:
    """It kills the process when the time is over, and answers the next question."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.ask(
            "SELECT count(*) FROM range(100000000000) AS a, range(1000000) AS b",
            file,
            limits=Limits(seconds=2),
        )

    assert refusal.value.kind == "time"
    assert sandbox.ask("SELECT 1 AS one", file).rows["one"].to_list() == [1]


def test_an_answer_that_is_too_large_is_refused(sandbox: Sandbox, file: Path) -> None:
    """It stops reading at the limit of bytes."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.ask(
            "SELECT repeat('x', 1000000) || number AS text FROM numbers LIMIT 50",
            file,
            limits=Limits(bytes=1_000_000),
        )

    assert refusal.value.kind == "size"


def test_a_third_reader_is_told_that_two_are_being_answered(file: Path) -> None:
    """It does not start more processes than there are places."""
    sandbox = Sandbox(at_once=1, patience=0.0)
    assert sandbox._places.acquire(blocking=False)
    try:
        with pytest.raises(SandboxError) as refusal:
            sandbox.ask("SELECT 1", file)
    finally:
        sandbox._places.release()
        sandbox.close()

    assert refusal.value.kind == "busy"


SLEEP = "SELECT sleep_ms(40000)"


def _asked(file: Path, seconds: float) -> subprocess.Popen[bytes]:
    """Ask a sleeping question of a worker that nobody watches."""
    worker = _start()
    question: dict[str, object] = {"database": str(file), "sql": SLEEP, "parameters": {}}
    question |= {"rows": 1, "characters": 1, "seconds": seconds}
    assert worker.stdin is not None
    worker.stdin.write(json.dumps(question).encode() + b"\n")
    worker.stdin.flush()
    return worker


def test_a_worker_ends_itself_when_its_time_is_over(file: Path) -> None:
    """It does not need to be killed, even where it only sleeps."""
    worker = _asked(file, seconds=0.5)
    try:
        assert worker.wait(timeout=8) == -signal.SIGALRM
    finally:
        _end(worker)


def test_a_worker_ends_when_whoever_asked_is_gone(file: Path) -> None:
    """It sees the closed pipe that a killed server leaves."""
    worker = _asked(file, seconds=60)
    try:
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(timeout=8) == 1
    finally:
        _end(worker)
