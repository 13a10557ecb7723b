"""Readers of the same query share one process and one result."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sandbox import Outcome, PendingQuery, Progress, Result, Sandbox, service
from dashboard.sandbox.result_cache import ResultCache
from dashboard.source import database
from tests.helpers.numbers_file import ENDLESS, UNHURRIED, opened, until

SLOW = "SELECT sleep_ms(1500) AS slept"


class GoneError(BaseException):
    """What a page raises that is drawn anew."""


@pytest.fixture
def submitted(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[PendingQuery]]:
    """What was really submitted, while the service has a sandbox and a file of its own."""
    queries: list[PendingQuery] = []
    with opened() as sandbox:

        def submit(*arguments: object) -> PendingQuery:
            queries.append(Sandbox.submit(sandbox, *arguments))  # type: ignore[arg-type]
            return queries[-1]

        monkeypatch.setattr(sandbox, "submit", submit)
        monkeypatch.setattr(service, "_sandbox", lambda: sandbox)
        monkeypatch.setattr(service, "_cache", ResultCache())
        monkeypatch.setattr(service, "LIMITS", UNHURRIED)
        monkeypatch.setattr(database, "file", lambda: file)
        monkeypatch.setattr(database, "edition", lambda: "numbers")
        yield queries


def leave(_: Progress) -> None:
    """Be gone at the first report."""
    raise GoneError


def rows(outcome: Outcome) -> list[tuple[object, ...]]:
    """Return the rows of a result."""
    assert isinstance(outcome, Result)
    return outcome.rows.rows()


def reader(outcomes: list[Outcome], sql: str) -> threading.Thread:
    """Return another reader, who has begun to wait for a result."""
    thread = threading.Thread(target=lambda: outcomes.append(service.run(sql, {})))
    thread.start()
    return thread


def test_a_result_is_cached(submitted: list[PendingQuery]) -> None:
    """It runs the same query only once."""
    first, again = service.run("SELECT 1 AS one", {}), service.run("SELECT 1 AS one", {})

    assert first is again
    assert len(submitted) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "values", [(1, True), (1, 1.0), ("1", 1), (None, ""), (date(2026, 1, 1), "2026-01-01")]
)
def test_other_values_are_another_query(
    submitted: list[PendingQuery], values: tuple[object, ...]
) -> None:
    """It tells values apart that Python or a reader may take for the same."""
    types = [rows(service.run("SELECT typeof($x) AS t", {"x": value})) for value in values]

    assert types[0] != types[1]


def test_readers_of_one_query_share_it(submitted: list[PendingQuery]) -> None:
    """It gives both the result of one process."""
    outcomes: list[Outcome] = []
    other = reader(outcomes, SLOW)
    until(lambda: submitted)

    own = service.run(SLOW, {})
    other.join()

    assert own is outcomes[0]
    assert isinstance(own, Result)
    assert len(submitted) == 1


def test_who_goes_leaves_the_query_to_the_others(submitted: list[PendingQuery]) -> None:
    """It is not cancelled while another reader waits."""
    outcomes: list[Outcome] = []
    other = reader(outcomes, ENDLESS)
    until(lambda: submitted)
    with pytest.raises(GoneError):
        service.run(ENDLESS, {}, leave)

    still_open = submitted[0].is_open
    submitted[0].cancel()
    other.join()

    assert still_open
    assert len(submitted) == 1


def test_a_query_that_nobody_waits_for_is_cancelled(submitted: list[PendingQuery]) -> None:
    """It runs anew for who comes back."""
    for _ in range(2):
        with pytest.raises(GoneError):
            service.run(ENDLESS, {}, leave)

    assert [query.is_open for query in submitted] == [False, False]
    assert not service._pending
    assert not service._readers


def test_the_tab_of_a_page_is_the_client() -> None:
    """It knows from Streamlit whose turn it is."""

    def page() -> None:
        import streamlit as st

        from dashboard.sandbox import service

        st.text(service._client().session)

    assert AppTest.from_function(page, default_timeout=600).run().text[0].value
    assert not service._client().session
