"""A reader's SQL gets a result, with the reader's parameters and line numbers."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.sandbox import Sandbox, SandboxError
from tests.helpers.near_sandbox import near_sandbox


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    """One without processes."""
    return near_sandbox()


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
def test_a_query_has_rows(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It takes every form of query."""
    assert sandbox.run(sql, file).rows.height >= 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 AS one; -- c",
        "SELECT 1 AS one; /* c; */",
        "SELECT 1 AS one;\n-- é\n;\n",
        "-- é;\nSELECT 1 AS one -- c",
    ],
)
def test_comments_may_stand_around_the_query(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It runs the statement without what follows it."""
    assert sandbox.run(sql, file).rows["one"].to_list() == [1]


def test_a_mark_in_a_text_is_no_comment(sandbox: Sandbox, file: Path) -> None:
    """It cuts after the last word of the statement, not at what looks like a comment."""
    result = sandbox.run("SELECT 'é; -- c' AS text; -- c", file)

    assert result.rows["text"].to_list() == ["é; -- c"]


@pytest.mark.parametrize(
    "line",
    ["'x'::INT", "nowhere", "('x' || number)::INT", "FORM x y"],
)
@pytest.mark.parametrize("before", ["", "-- c\n\n"])
def test_an_error_names_the_line_of_the_query(
    sandbox: Sandbox, file: Path, line: str, before: str
) -> None:
    """It counts lines as the reader does, whatever stands around the statement inside."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run(f"{before}SELECT 1,\n  {line}\nFROM numbers", file)

    assert f"LINE {2 + before.count(chr(10))}:   {line}" in str(refusal.value)


def test_columns_of_one_name_are_told_apart(sandbox: Sandbox, file: Path) -> None:
    """It numbers the second, also next to a type that comes as text."""
    result = sandbox.run("SELECT INTERVAL 1 DAY AS a, 2 AS A, 3 AS a", file)

    assert result.rows.rows(named=True) == [{"a": "1 day", "A_1": 2, "a_2": 3}]


def test_parameters_are_filled_in(sandbox: Sandbox, file: Path) -> None:
    """It takes the value of a placeholder from the parameters."""
    result = sandbox.run("SELECT $n + 1 AS next", file, {"n": 41})

    assert result.rows["next"].to_list() == [42]


def test_a_day_comes_as_a_day(sandbox: Sandbox, file: Path) -> None:
    """It does not leave it to the query to turn a text into a date."""
    result = sandbox.run("SELECT $day + 1 AS next", file, {"day": date(2026, 11, 21)})

    assert result.rows["next"].to_list() == [date(2026, 11, 22)]


def test_a_parameter_that_is_not_used_is_left_out(sandbox: Sandbox, file: Path) -> None:
    """It lets the page offer the same parameters to every query."""
    assert sandbox.run("SELECT 1 AS one", file, {"day": "x"}).rows["one"].to_list() == [1]
