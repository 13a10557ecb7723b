"""Questions as people type them are answered among the first; they are of no other file."""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from benchmarks.check_search import Row, answer
from dashboard.source.search import DISABLED_OPTIMIZERS

QUESTIONS = Path(__file__).with_name("questions.csv")


@pytest.fixture(scope="module")
def asked(_connected: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that plans a search as the server does."""
    _connected.execute(f"SET disabled_optimizers = '{DISABLED_OPTIMIZERS}'")
    yield _connected
    _connected.execute("RESET disabled_optimizers")


def rows() -> list[Row]:
    """Return every question with what must be found."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['id']} {row['query']}")
def test_a_question_is_answered(asked: duckdb.DuckDBPyConnection, row: Row) -> None:
    """It finds what is expected among the first, or nothing where there is nothing."""
    given = answer(asked, row)

    assert given.success, (row["expected"], given.hits[:4], given.offers)
