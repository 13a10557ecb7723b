"""Questions as people type them are answered among the first; they are of no other file."""

import csv
from pathlib import Path

import duckdb
import pytest

from benchmarks.check_search import Row, answer

QUESTIONS = Path(__file__).with_name("questions.csv")


def rows() -> list[Row]:
    """Return every question with what must be found."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['id']} {row['query']}")
def test_a_question_is_answered(connection: duckdb.DuckDBPyConnection, row: Row) -> None:
    """It finds what is expected among the first, or nothing where there is nothing."""
    given = answer(connection, row)

    assert given.success, (row["expected"], given.hits[:4], given.offers)
