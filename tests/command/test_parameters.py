"""``tracker sql`` with parameters, and what it says where a query cannot be meant."""

from pathlib import Path

import pytest

from tests.helpers.tracker_command import database, tracker


def test_parameters_are_given_as_what_they_are(built: Path) -> None:
    """It tells days and numbers from words, and takes names in any case."""
    query = "SELECT $Day AS day, $since_on + 1 AS since, $n + 1 AS n, $country AS country"
    given = ("-p", "n=2", "-p", "country=KEN", "-p", "since_on=2026-01-31")
    requested = ("sql", query, *given, "--as-of", "2024-02-29", "--format", "csv")
    assert tracker(*requested, *database(built)).stdout.splitlines() == [
        "day,since,n,country",
        "2024-02-29,2026-02-01,3,KEN",
    ]


def test_a_day_that_is_not_given_is_today(built: Path) -> None:
    """It answers a query that was copied from the page."""
    result = tracker("sql", "SELECT $day = current_date AS it", "--format", "csv", *database(built))
    assert result.stdout == "it\ntrue\n"


def test_each_of_several_queries_takes_its_own_parameters(built: Path) -> None:
    """It gives none of them what only another one asks for."""
    result = tracker(
        "sql", "SELECT $a AS x; SELECT $b AS x", "-p", "a=1", "-p", "b=2", *database(built)
    )
    assert (result.exit_code, result.stdout.count("│ 1 │"), result.stderr) == (0, 0, "")
    assert {"1", "2"} < set(result.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("SELECT $x",), 3, "there is no value for $x: give -p x=..."),
        (("SELECT ?",), 3, "? and $1 have no name: write one, such as $country"),
        (("SELECT $day", "-p", "dya=1"), 2, "no parameter $dya; its parameters are $day"),
        (("SELECT 1", "-p", "x=1"), 2, "no parameter $x; it has none"),
        (("SELECT $x", "-p", "x"), 2, "'x' is not name=value"),
        (("query.sql",), 3, "to run what a file holds: tracker sql - < query.sql"),
    ],
)
def test_a_query_that_cannot_be_meant_is_told_what_to_do(
    built: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """It names the parameter, or the way to run what a file holds."""
    result = tracker("sql", *arguments, *database(built))
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
