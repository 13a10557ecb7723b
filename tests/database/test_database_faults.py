"""A fatal error of DuckDB costs one query: the door opens anew, and says under which number."""

import logging
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboard.source import connections, database
from dashboard.source.errors import DatabaseError, QueryError
from tests.helpers.fatal import FATAL, WithSpare, no_room
from tests.helpers.published import Published
from transforms import paths


@pytest.fixture
def spares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WithSpare]:
    """The connections that the door has opened, on an edition with 20,000 numbers."""
    publish = Published(tmp_path)
    with duckdb.connect(publish("a")) as connection:
        connection.execute("CREATE TABLE numbers AS SELECT range AS n FROM range(20000)")
        connection.execute("UPDATE edition SET rows = 20001")
    spares = WithSpare(tmp_path)
    monkeypatch.setattr(paths, "DATABASE", publish.pointer)
    monkeypatch.setattr(connections, "connect", spares)
    yield spares
    for connection in spares.opened:
        connection.close()


def fail() -> DatabaseError:
    """Have DuckDB fail fatally in a query through the door."""
    with no_room(), pytest.raises(DatabaseError) as caught:
        database.run(FATAL)
    return caught.value


def test_duckdb_itself_would_refuse_every_query(spares: WithSpare) -> None:
    """It is the real error: the DuckDB in which it happened answers nothing any more."""
    fail()

    with pytest.raises(duckdb.FatalException, match="invalidated"):
        spares.opened[0].execute("SELECT 1")


def test_the_next_query_works(spares: WithSpare) -> None:
    """It opens a new connection for whoever asks next."""
    fail()

    assert database.run("SELECT count(*) FROM numbers").item() == 20_000
    assert len(spares.opened) == 2


def test_every_error_costs_one_query(spares: WithSpare) -> None:
    """It mends itself as often as it must."""
    for n in range(3):
        fail()
        assert database.run("SELECT count(*) + $n FROM numbers", n=n).item() == 20_000 + n


def test_the_log_has_the_number_that_the_error_has(
    spares: WithSpare, caplog: pytest.LogCaptureFixture
) -> None:
    """It says which query failed, and of what."""
    with caplog.at_level(logging.ERROR):
        incident = fail().incident

    assert f"incident {incident}: FatalException: FATAL Error" in caplog.text
    assert FATAL in caplog.text


def test_who_reads_a_long_answer_meanwhile_gets_all_of_it(
    spares: WithSpare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves the broken connection to those who still read from it."""
    batches = database.stream("FROM numbers ORDER BY n")
    first = next(batches)
    fail()

    assert database.run("SELECT 1 AS one").item() == 1
    assert pl.concat([first, *batches])["n"].to_list() == list(range(20_000))


def test_a_connection_broken_by_somebody_else_is_replaced(spares: WithSpare) -> None:
    """It notices before it asks, so that the query that comes next loses nothing."""
    database.run("SELECT 1")
    with no_room(), pytest.raises(duckdb.FatalException):
        spares.opened[0].execute(FATAL)

    assert database.run("SELECT 2 AS two").item() == 2


def test_a_wrong_query_breaks_nothing(spares: WithSpare) -> None:
    """It keeps the connection where the query is to blame."""
    with pytest.raises(QueryError) as caught:
        database.run("FROM nowhere")
    database.run("SELECT 1")

    assert not isinstance(caught.value, DatabaseError)
    assert len(spares.opened) == 1


def test_a_query_that_takes_too_much_memory_costs_itself_alone(
    spares: WithSpare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with an error, not with the server, and nothing else is asked anew."""
    monkeypatch.setattr(connections, "MEMORY", "100MB")

    with pytest.raises(QueryError, match="Out of Memory"):
        database.run("SELECT len(list(repeat('x', 1000) || range)) FROM range(1_000_000)")

    assert database.run("SELECT count(*) FROM numbers").item() == 20_000
    assert len(spares.opened) == 1
