"""Every type of value comes out of the sandbox in a form that tables, files and pages hold."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from dashboard.sandbox import Limits, Result, Sandbox
from tests.helpers.near_sandbox import near_sandbox
from tests.helpers.numbers_file import UNHURRIED


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    """One without processes."""
    return near_sandbox()


def of_each(sandbox: Sandbox, file: Path, values: Iterable[str], source: str = "") -> Result:
    """Run one query with a column for each value."""
    return sandbox.run(f"SELECT {', '.join(values)} {source}", file)


def test_what_tables_cannot_hold_comes_as_text(sandbox: Sandbox, file: Path) -> None:
    """It answers instead of falling over a type that few know."""
    shown = {
        "INTERVAL 1 DAY": "1 day",
        "[INTERVAL 1 DAY]": "[1 day]",
        "MAP {'a': 1}": "{a=1}",
        "union_value(a := 1)": "1",
        "'101'::BIT": "101",
        f"3{'0' * 38}::UHUGEINT": f"3{'0' * 38}",
        "'10:00:00+01'::TIMETZ": "10:00:00+01",
        "1": 1,
    }
    assert of_each(sandbox, file, shown).rows.row(0) == (*shown.values(),)


def test_a_time_that_tables_cannot_hold_comes_as_text(sandbox: Sandbox, file: Path) -> None:
    """It leaves nothing over which a later export falls, and no cell empty."""
    shown = {
        "'infinity'::DATE": "infinity",
        "DATE '0044-03-15 (BC)'": "0044-03-15 (BC)",
        "['-infinity'::DATE]": "[-infinity]",
        "'294247-01-01'::TIMESTAMP": "294247-01-01 00:00:00",
        "'infinity'::TIMESTAMP_S": "infinity",
        "'infinity'::TIMESTAMPTZ": "infinity",
        "{'at': DATE '10000-01-01'}": "{'at': 10000-01-01}",
        "'24:00:00'::TIME": "24:00:00",
    }
    assert of_each(sandbox, file, shown).rows.row(0) == (*shown.values(),)


def test_other_times_stay_times(sandbox: Sandbox, file: Path) -> None:
    """It makes text of a column only where a value asks for it."""
    result = sandbox.run("SELECT DATE '9999-12-31' AS a, [TIMESTAMP '0001-01-01'] AS b", file)

    assert result.rows.dtypes == [pl.Date, pl.List(pl.Datetime("us"))]


def test_a_long_text_is_cut(sandbox: Sandbox, file: Path) -> None:
    """It marks the cut, and leaves a text of just that length alone."""
    result = sandbox.run(
        "SELECT 'ééééé' AS long, 'éééé' AS short",
        file,
        limits=replace(UNHURRIED, cell_characters=4),
    )

    assert result.rows.row(0) == ("éééé...", "éééé")
    assert result.shortened
    assert not sandbox.run(
        "SELECT 'éééé' AS short", file, limits=replace(UNHURRIED, cell_characters=4)
    ).shortened


def test_more_rows_than_allowed_are_cut_and_said(sandbox: Sandbox, file: Path) -> None:
    """It returns the first rows and says that there were more."""
    result = sandbox.run("FROM numbers", file, limits=replace(UNHURRIED, rows=100))

    assert (result.rows.height, result.truncated) == (100, True)


def nested(levels: int) -> list[str]:
    """Return a list and a struct in which so many types are one in another."""
    return ["[" * levels + "1" + "]" * levels, "{'a': " * levels + "1" + "}" * levels]


def test_types_in_types_in_types_come_as_text(sandbox: Sandbox, file: Path) -> None:
    """It sends nothing so deep that Arrow or a writer of files falls over it."""
    values = [*nested(31), *nested(70)]

    assert of_each(sandbox, file, values).rows.row(0) == (*values,)


def test_types_in_some_types_stay(sandbox: Sandbox, file: Path) -> None:
    """It takes the structure from nobody who may use it."""
    found = of_each(sandbox, file, nested(30)).rows.dtypes

    assert [each.is_nested() for each in found] == [True, True]


def test_what_no_browser_can_show_is_cut(sandbox: Sandbox, file: Path) -> None:
    """It bounds whatever is in one cell as it bounds a text."""
    values = [
        "list(range)",
        "[[1], list(range)]",
        "{'a': list(range)}",
        "map_from_entries(list({'k': range, 'v': 1}))",
        "repeat(any_value('x'), 200000)::BLOB",
        "{'a': repeat(any_value('x'), 200000)}",
    ]
    result = of_each(sandbox, file, values, "FROM range(200000)")

    assert list(map(len, result.rows.row(0))) == [Limits().cell_characters + 3] * len(values)
    assert result.shortened


def test_a_list_of_some_length_comes_whole(sandbox: Sandbox, file: Path) -> None:
    """It writes out what is too long to show as a list, and cuts nothing of it."""
    result = sandbox.run("SELECT list(range) AS long, [1] AS short FROM range(3000)", file)

    assert result.rows["long"].to_list() == [str(list(range(3000)))]
    assert result.rows["short"].to_list() == [[1]]
    assert not result.shortened


def test_words_in_a_list_are_no_times(sandbox: Sandbox, file: Path) -> None:
    """It looks for times that cannot be held only where there are times."""
    assert sandbox.run("SELECT ['infinity'] AS value", file).rows["value"].to_list() == [
        ["infinity"]
    ]


def test_a_wide_answer_has_fewer_rows(sandbox: Sandbox, file: Path) -> None:
    """It is no larger as a file than one of few columns, and says that there are more rows."""
    columns = ", ".join(f"number AS n{place}" for place in range(100))
    result = sandbox.run(f"SELECT {columns} FROM numbers", file)

    assert (result.rows.shape, result.truncated) == ((5_000, 100), True)


def test_a_long_name_of_a_column_costs_rows(sandbox: Sandbox, file: Path) -> None:
    """It bounds what JSON, which repeats the name in every row, comes to."""
    name = "x" * 100_000
    result = sandbox.run(f'SELECT number AS "{name}" FROM numbers', file)

    assert (result.rows.height, result.truncated) == (199, True)


def test_a_long_text_is_cut_whatever_its_type(sandbox: Sandbox, file: Path) -> None:
    """It bounds the values of an ENUM as those of any text."""
    text = "x" * 200_000
    result = sandbox.run(f"SELECT '{text}'::ENUM('{text}') AS value FROM range(3)", file)

    assert result.shortened
    assert result.rows["value"].str.len_chars().max() == Limits().cell_characters + 3
