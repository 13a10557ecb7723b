"""The files of ``transforms/views/``: what their headers must say, and how they fail."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import write_views
from transforms import pipeline
from transforms.database import relations
from transforms.errors import RelationError
from transforms.paths import VIEWS

TALK = "-- A.\n--\n-- one: 1.\n"
"""The header of a view with one column."""


def build_with(folder: Path, **views: str) -> Path:
    """Build the tiny data with some views replaced or added."""
    data, more = write_tiny(folder / "data"), write_views(folder / "views", **views)
    return pipeline.build(data, folder / "tracker.duckdb", views=more).path


def test_a_view_that_fails_is_named(tmp_path: Path) -> None:
    """It says which file is wrong and what DuckDB says of it, and builds nothing."""
    broken = "-- A.\n--\n-- x: X.\nSELECT x FROM nowhere\n"
    with pytest.raises(RelationError, match=r"views/wrong\.sql: .*nowhere does not exist"):
        build_with(tmp_path, wrong=broken)
    assert list(tmp_path.glob("*.duckdb")) == []
    assert list(tmp_path.glob(".*.draft*")) == []


def test_a_stored_view_that_fails_with_these_rows_is_named(tmp_path: Path) -> None:
    """It plans well on empty tables, and is refused all the same, as one that does not plan."""
    text = "-- A.\n-- stored: n\n--\n-- n: N.\nSELECT id::INTEGER AS n FROM actors\n"
    with pytest.raises(RelationError, match=r"views/wrong\.sql: .*Could not convert string"):
        build_with(tmp_path, wrong=text)
    assert list(tmp_path.glob("tracker*")) == []


def test_a_line_for_each_language_may_be_the_last_of_its_list(tmp_path: Path) -> None:
    """It needs no comma at its end: those between the languages are set."""
    text = "-- A.\n-- key: id\nSELECT\n    id,\n    name_{language} -- Its name.\nFROM actors\n"
    path = build_with(tmp_path, called=text)
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.sql("FROM called").columns == ["id", "name_en", "name_fr"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1 AS one\n", "the header does not begin with what a row is"),
        ("-- A.\nSELECT 1 AS one\n", "the header does not say what 'one' means"),
        (
            "-- A.\n--\n-- one: 1.\n-- two: 2.\nSELECT 1 AS one\n",
            "the header explains 'two', which it lacks",
        ),
        (
            "-- A.\n--\n-- one: One. | Une.\nSELECT 1 AS one\n",
            "it is said in English alone",
        ),
        (
            "-- A.\n-- parameters: day\n--\n-- one: 1.\nSELECT 1 AS one\n",
            "parameter 'day' needs a type",
        ),
        (
            "-- A.\n--\n-- one: 1.\nSELECT name_{language} AS one FROM actors\n",
            "line 4 stands once for each language, and begins with SELECT",
        ),
        (
            "-- A.\n--\n-- one: 1.\nSELECT\n    coalesce(\n  concat(name_{language}\n  )) AS one\n",
            "line 6 stands once for each language, and has only one end of a bracket",
        ),
        (
            "-- A.\n--\n-- code: C.\nSELECT code FROM labels\n",
            "reads itself: ",
        ),
    ],
)
def test_a_header_that_says_too_little_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """It names the file and what is missing from it."""
    ring = "-- A.\n--\n-- code: C.\nSELECT code FROM wrong\n"
    more = {"labels": ring} if "reads itself" in message else {}
    with pytest.raises(RelationError) as error:
        build_with(tmp_path, wrong=text, **more)
    assert message in str(error.value)
    assert str(error.value).startswith("views/")


def test_a_missing_folder_of_views_is_named(tmp_path: Path) -> None:
    """It does not take no folder for no views."""
    with pytest.raises(RelationError, match="there is no such folder of views"):
        relations.read(("en",), tmp_path / "nowhere")


def test_words_in_texts_are_no_dependencies(tmp_path: Path) -> None:
    """It reads names after FROM and JOIN, not in comments and quotes."""
    chatty = TALK + "SELECT 'FROM labels' AS one -- FROM labels\n"
    path = build_with(tmp_path, chatty=chatty, labels=TALK + "SELECT one FROM chatty\n")
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.sql("FROM labels").fetchall() == [("FROM labels",)]


def test_views_can_be_read_by_older_clients() -> None:
    """It gives lag and lead one argument: further ones are stored so that 1.5 refuses the view.

    Seen with DuckDB 2.0.0 writing for 1.5.6 ("LAG needs 1 parameter, got 3"). What does the
    same for both is ``coalesce(lag(x) OVER ..., 0)``.
    """
    further = re.compile(r"\b(?:lag|lead)\s*\([^()]*,[^()]*\)")
    found = {path.stem: further.findall(path.read_text("utf-8")) for path in VIEWS.rglob("*.sql")}

    assert found
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_a_file_that_says_what_it_returns_is_a_function(tmp_path: Path) -> None:
    """It can be called in any expression, by views too, and is in no list of relations."""
    path = build_with(
        tmp_path,
        twice="-- A.\n-- parameters: n INTEGER\n-- returns: INTEGER\n\nn * 2\n",
        calling="-- A.\n--\n-- four: 4.\n\nSELECT twice(2) AS four\n",
    )
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.execute("FROM calling").fetchall() == [(4,)]
        assert connection.execute("SELECT twice(21)").fetchall() == [(42,)]
        assert not connection.execute("FROM dictionary WHERE relation = 'twice'").fetchall()


def test_a_function_returns_what_its_header_says(tmp_path: Path) -> None:
    """It names the type that was found."""
    text = "-- A.\n-- parameters: n INTEGER\n-- returns: DATE\n\nn * 2\n"
    with pytest.raises(RelationError, match=r"views/wrong\.sql: it returns INTEGER, not DATE"):
        build_with(tmp_path, wrong=text)


def test_a_stored_view_is_sorted_once() -> None:
    """It sorts the rows as they are kept, and not first as the view has them."""
    every = {relation.name: relation for relation in relations.read(("en", "fr"))}
    register = every["commitment_register"]

    assert register.sql.endswith("ORDER BY commitments.id")
    assert "ORDER BY commitments.id" not in register.filling
    assert register.filling.endswith("ORDER BY id")


def test_rows_of_a_key_are_found_by_an_index(connection: duckdb.DuckDBPyConnection) -> None:
    """It looks at no other rows of a stored view where its head has the column as ``indexed``."""
    plans = {
        column: connection.execute(
            f"EXPLAIN ANALYZE FROM records WHERE {column} IN (SELECT unnest(['gdc', 'itu']))"
        ).fetchall()[0][1]
        for column in ("id", "source_id")
    }

    assert [column for column, plan in plans.items() if "Index Scan" in plan] == ["id"]
