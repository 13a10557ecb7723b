"""What tests of one page share: the page, opened with an address, and numbers to compare."""

from collections.abc import Callable
from inspect import signature

import duckdb
import pytest

from tests.helpers import pages, sql_page
from tests.helpers.pages import Opened


@pytest.fixture
def opened(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """``opened(lang="fr")`` opens the ``PAGE`` of the test's file with that in its address.

    Tests that replace nothing share the pages that they only read.
    """
    page = request.module.PAGE
    if page == "sql":
        return sql_page.opener(request.getfixturevalue("duplicate"), monkeypatch)
    shared = "monkeypatch" not in signature(request.function).parameters
    return pages.opener(page, request.getfixturevalue("database"), monkeypatch, shared=shared)


@pytest.fixture
def counted(connection: duckdb.DuckDBPyConnection) -> Callable[[str], int]:
    """``counted("FROM actors")`` is the number of rows."""
    return lambda sql: int(connection.sql(f"SELECT count(*) {sql}").fetchall()[0][0])


@pytest.fixture
def commitments_where(connection: duckdb.DuckDBPyConnection) -> Callable[..., list[str]]:
    """``commitments_where("overdue")`` are the keys for which that is true on 21 November 2026."""

    def keys(condition: str, relation: str = "commitments_on") -> list[str]:
        sql = f"SELECT id FROM {relation}(DATE '2026-11-21') WHERE {condition} ORDER BY id"
        return [key for (key,) in connection.sql(sql).fetchall()]

    return keys
