"""Every fact that the product was founded on can be found by asking the database."""

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

CHECKLIST = Path(__file__).with_name("seed_checklist.toml")
FACTS: list[dict[str, Any]] = tomllib.loads(CHECKLIST.read_text("utf-8"))["fact"]


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['n']}" for fact in FACTS])
def test_a_founding_fact_is_found(
    connection: duckdb.DuckDBPyConnection, fact: dict[str, Any]
) -> None:
    """It answers the query for the fact with at least one row."""
    assert connection.sql(fact["sql"]).limit(1).fetchall(), fact["says"]


def test_the_checklist_is_whole() -> None:
    """It has all 78 facts, each once."""
    assert [fact["n"] for fact in FACTS] == list(range(1, 79))
