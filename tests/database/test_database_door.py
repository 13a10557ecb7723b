"""The door between the pages and DuckDB: new editions come in, nothing else does."""

from pathlib import Path

import pytest

from dashboard.source import database
from dashboard.source.errors import QueryError
from tests.helpers.published import Published
from transforms import paths


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Published:
    """``publish("a")`` makes an edition whose only row is its name, and points to it."""
    publish = Published(tmp_path)
    monkeypatch.setattr(paths, "DATABASE", publish.pointer)
    return publish


def read() -> str:
    """The name that the door reads."""
    name: str = database.run("FROM editions").item()
    return name


def test_a_new_edition_is_read_at_once(publish: Published) -> None:
    """It answers from the edition that the pointer names, under one and the same query."""
    names = []
    for name in ("a", "b", "c"):
        publish(name)
        names.append((database.edition(), read()))

    assert names == [("a", "a"), ("b", "b"), ("c", "c")]


def test_one_run_of_a_page_reads_one_edition(publish: Published) -> None:
    """It stays with the edition with which the run began."""
    publish("a")
    database.follow()

    publish("b")

    assert read() == "a"


def test_the_next_run_reads_the_new_edition(publish: Published) -> None:
    """It turns to the new edition with the next interaction."""
    publish("a")
    database.follow()
    publish("b")

    database.follow()

    assert read() == "b"


def test_an_edition_that_is_read_may_be_deleted(publish: Published) -> None:
    """It answers readers of an old edition from the file that they have open."""
    file = publish("a")
    database.follow()
    read()

    file.unlink()

    assert database.run("SELECT name || '!' FROM editions").item() == "a!"


def test_values_stand_for_their_names(publish: Published) -> None:
    """It fills in values without making them SQL."""
    publish("a")

    rows = database.run("SELECT $word AS word", word="'; DROP TABLE editions")

    assert rows.item() == "'; DROP TABLE editions"


@pytest.mark.parametrize(
    "sql",
    [
        "FROM read_text('/etc/hostname')",
        "COPY editions TO 'out.csv'",
        "INSERT INTO editions VALUES ('x')",
        "SET enable_external_access = true",
        "ATTACH 'other.duckdb' AS other",
    ],
)
def test_nothing_else_goes_through(publish: Published, sql: str) -> None:
    """It neither reads nor writes files, and keeps its own settings."""
    publish("a")

    with pytest.raises(QueryError):
        database.run(sql)


def test_a_query_that_fails_says_why(publish: Published) -> None:
    """It passes on DuckDB's own explanation."""
    publish("a")

    with pytest.raises(QueryError, match="nowhere does not exist"):
        database.run("FROM nowhere")


def test_answers_in_memory_are_counted_in_bytes(publish: Published) -> None:
    """It remembers an answer, whatever its values are, and knows how much room that takes."""
    publish("a")
    database._answers.clear()  # what other tests asked may fill it to the brim
    before = database._answers.currsize
    sql = "SELECT repeat('x', 1000) || unnest($keys) AS text"

    found = database.run(sql, keys=["a", "b"])

    assert database.run(sql, keys=["a", "b"]) is found
    assert database._answers.currsize - before >= 2000
    assert database.run(sql, keys=["a", "c"]) is not found
