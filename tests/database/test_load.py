"""What a built database holds: every row, type, meaning, view and macro."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.helpers.tables import TABLES
from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import write_views
from transforms import pipeline
from transforms.database.catalogue import tables_about
from transforms.schema import VOCABULARIES
from transforms.settings import Settings


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the tiny data and views."""
    folder = tmp_path_factory.mktemp("tiny")
    views = write_views(folder / "views")
    return pipeline.build(write_tiny(folder / "data"), folder / "tracker.duckdb", views=views).path


@pytest.fixture
def tiny(built: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to it."""
    with duckdb.connect(built, read_only=True) as connection:
        yield connection


def test_every_table_is_there_with_its_rows(tiny: duckdb.DuckDBPyConnection) -> None:
    """It holds each table of the schema, and what the database says of itself."""
    names = {name for (name,) in tiny.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert names == TABLES.keys() | tables_about(Settings()).keys()
    assert tiny.sql("SELECT count(*) FROM memberships").fetchall() == [(3,)]


def test_it_knows_on_which_line_of_its_file_a_row_stood(tiny: duckdb.DuckDBPyConnection) -> None:
    """It counts the header, and names what has no key of one column by all its parts."""
    lines = dict(tiny.sql("SELECT relation || ' ' || row_id, line FROM row_lines").fetchall())
    assert (lines["memberships ken-club"], lines["commitment_sdgs pact-1 4"]) == (3, 2)


def test_the_code_of_namibia_is_a_text(tiny: duckdb.DuckDBPyConnection) -> None:
    """It takes NA for two letters, and keeps the zeros at the head of a number."""
    answer = tiny.sql("SELECT iso2, m49 FROM countries WHERE id = 'NAM'").fetchall()
    assert answer == [("NA", "516")]


def test_a_date_has_its_first_and_last_day_beside_it(tiny: duckdb.DuckDBPyConnection) -> None:
    """It keeps the date as written, and derives what it can mean."""
    question = "SELECT joined_on, joined_on_earliest, joined_on_latest FROM memberships ORDER BY id"
    assert tiny.sql(question).fetchall()[1:] == [
        ("[..2020-01-01]", None, date(2020, 1, 1)),
        ("2020-01", date(2020, 1, 1), date(2020, 1, 31)),
    ]


def test_codes_are_plain_text(tiny: duckdb.DuckDBPyConnection) -> None:
    """It stores a closed list as VARCHAR, which every client compares as text."""
    types = tiny.sql(
        "SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal"
        " AND table_name <> 'tracker' AND column_name <> 'parameters'"
    ).fetchall()
    assert {name for (name,) in types} == {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"}


def test_rows_lie_in_the_order_of_their_key(tiny: duckdb.DuckDBPyConnection) -> None:
    """It sorts, so that the same data is the same file whatever the order of its lines."""
    keys = [key for (key,) in tiny.sql("SELECT id FROM actors").fetchall()]
    assert keys == sorted(keys)


def test_every_table_and_column_says_what_it_means(tiny: duckdb.DuckDBPyConnection) -> None:
    """It leaves no table, view or column without a comment."""
    bare = tiny.sql("""
        SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL
        UNION ALL
        SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL
        SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal AND comment IS NULL
    """).fetchall()
    assert bare == []


def test_a_macro_says_what_it_means(tiny: duckdb.DuckDBPyConnection) -> None:
    """It comments macros too, with a sentence that may run over two lines of the file."""
    comment = tiny.sql(
        "SELECT comment FROM duckdb_functions()"
        " WHERE schema_name = 'main' AND function_name = 'roster'"
    )
    assert comment.fetchall() == [("Who is in which body on a day.",)]


def test_a_macro_answers_for_its_day(tiny: duckdb.DuckDBPyConnection) -> None:
    """It keeps the name, type and default of each parameter."""
    assert len(tiny.sql("FROM roster(DATE '2023-01-01')").fetchall()) == 2
    assert len(tiny.sql("FROM roster(DATE '2026-01-01', whole := true)").fetchall()) == 2


def test_a_view_may_read_what_comes_after_it_in_the_alphabet(
    tiny: duckdb.DuckDBPyConnection,
) -> None:
    """It creates relations in the order in which they read each other."""
    assert tiny.sql("FROM club_size").fetchall() == [(2,)]


def test_a_view_may_read_the_closed_lists(tiny: duckdb.DuckDBPyConnection) -> None:
    """It fills the vocabularies before the views."""
    assert tiny.sql("FROM labels LIMIT 1").fetchall() == [("member", "member")]


def test_the_dictionary_knows_every_column(tiny: duckdb.DuckDBPyConnection) -> None:
    """It lists tables, views and macros with the types that DuckDB has for them."""
    known = set(
        tiny.sql("SELECT relation, column_name, type FROM dictionary WHERE position > 0").fetchall()
    )
    there = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
    assert set(tiny.sql(there).fetchall()) <= known
    assert ("roster", "member_id", "VARCHAR") in known


def test_the_dictionary_speaks_both_languages(tiny: duckdb.DuckDBPyConnection) -> None:
    """It gives the meaning of a table in French where a macro inherits it, and marks the rest."""
    question = "SELECT meaning_fr, kind FROM dictionary WHERE relation = 'roster' ORDER BY position"
    assert tiny.sql(question).fetchall() == [
        ("Who is in which body on a day. [en]", "macro"),
        ("The body. [en]", "macro"),
        ("Qui en fait partie.", "macro"),
    ]


def test_the_dictionary_names_lists_and_references(tiny: duckdb.DuckDBPyConnection) -> None:
    """It says which closed list a code is from, and of which table a key is."""
    question = """
        SELECT vocabulary, refers_to FROM dictionary
        WHERE relation = 'memberships' AND column_name IN ('role', 'member_id')
        ORDER BY column_name
    """
    assert tiny.sql(question).fetchall() == [(None, "actors"), ("membership_role", None)]


def test_every_code_has_its_labels(tiny: duckdb.DuckDBPyConnection) -> None:
    """It carries the closed lists in the order in which readers see them."""
    codes = tiny.sql("SELECT vocabulary, code FROM vocabularies ORDER BY vocabulary, position")
    declared = [(name, code) for name in sorted(VOCABULARIES) for code in VOCABULARIES[name]]
    assert codes.fetchall() == declared


def test_the_edition_names_itself(tiny: duckdb.DuckDBPyConnection, built: Path) -> None:
    """It holds its own name, its size and the newest day of evidence, and no time of building."""
    ((identifier, rows, newest),) = tiny.sql("FROM edition").fetchall()
    assert built.stem == f"tracker-{identifier}"
    assert rows == sum(tiny.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in TABLES)
    assert newest == date(2025, 6, 30)


def test_older_clients_can_read_the_file(tiny: duckdb.DuckDBPyConnection) -> None:
    """It writes the storage of DuckDB 1.5."""
    (tags,) = tiny.sql("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
    assert tags[0]["storage_version"] == "v1.5.0+"


@pytest.mark.slow
def test_the_way_to_the_database_needs_no_pyarrow(tmp_path: Path) -> None:
    """It hands frames over as Arrow streams; pyarrow would cost 0.4 s and 40 MB."""
    data, views = write_tiny(tmp_path / "data"), write_views(tmp_path / "views")
    script = (
        "import sys; from pathlib import Path; from transforms import pipeline\n"
        "from transforms.database import reader\n"
        f"path = pipeline.build(Path({str(data)!r}), Path({str(tmp_path / 'x.duckdb')!r}),"
        f" views=Path({str(views)!r})).path\n"
        "with reader.opened(path) as c: reader.query(c, 'FROM edition')\n"
        "sys.exit('pyarrow' in sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
