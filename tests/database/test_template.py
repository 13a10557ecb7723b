"""The empty database that lies ready for builds: only ever the right one, and never in the way."""

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.helpers.tiny_folder import MORE_NEEDS, TINY_VIEWS, Folder, write_views
from transforms.database import empty, template
from transforms.errors import RelationError
from transforms.settings import Settings


def content(file: Path) -> dict[str, object]:
    """Return all that a database holds, and how it says that it is made."""
    with duckdb.connect(file, read_only=True) as connection:
        made = (
            "SELECT schema_name, table_name, column_name, column_index, data_type, comment"
            " FROM duckdb_columns() ORDER BY ALL",
            "SELECT schema_name, view_name, sql, comment FROM duckdb_views() ORDER BY ALL",
            "SELECT schema_name, function_name, parameters, parameter_types, macro_definition,"
            " comment FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
        )
        tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        rows = (f"FROM {name} ORDER BY ALL" for (name,) in tables)
        return {query: connection.execute(query).fetchall() for query in (*made, *rows)}


def test_a_copy_makes_the_same_edition(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named alike and holds the same, whether the empty database was there or not."""
    folder.template().unlink()
    anew = folder.build(needs=MORE_NEEDS).path
    held = content(anew)
    anew.unlink()
    monkeypatch.setattr(empty, "write", None)  # it is not made once more

    again = folder.build(needs=MORE_NEEDS).path

    assert (again, content(again)) == (anew, held)


@pytest.mark.parametrize("damaged", [b"", b"torn", None], ids=["empty", "torn", "not a file"])
def test_what_is_damaged_is_made_anew(folder: Folder, damaged: bytes | None) -> None:
    """It copies nothing that is not whole, and puts a whole one in its place."""
    file = folder.template()
    whole = content(file)
    file.unlink()
    if damaged is None:
        os.mkfifo(file)
    else:
        file.write_bytes(damaged)

    folder.build(needs=MORE_NEEDS)

    assert (content(folder.template()), folder.needs()) == (whole, 2)


@pytest.mark.parametrize("name", ["template", 'a "b"'])
def test_a_pointer_can_have_any_name(tmp_path: Path, name: str) -> None:
    """It is copied into a database of its own name, or of a name with quotes."""
    source = tmp_path / "source.duckdb"
    with duckdb.connect(source) as connection:
        connection.execute("CREATE TABLE copied AS SELECT 1 AS one")

    with duckdb.connect(tmp_path / f".{name}.0123.draft") as connection:
        template.copy(connection, source)
        assert connection.execute("FROM copied").fetchall() == [(1,)]


def test_all_is_in_the_file_before_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It notices a full disk: DuckDB says nothing of one that it meets when it closes a file."""
    connect = duckdb.connect

    def connected(file: Path, **options: Any) -> duckdb.DuckDBPyConnection:
        connection = connect(file, **options)
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        return connection

    monkeypatch.setattr(duckdb, "connect", connected)
    file = tmp_path / "empty.duckdb"
    empty.write(file, Settings(languages=("en",), complete=("en",)), [], {})

    assert not file.with_name("empty.duckdb.wal").exists()


def test_other_views_have_an_empty_database_of_their_own(folder: Folder) -> None:
    """It replaces the one of before, which nothing needs any more."""
    before = folder.template()
    write_views(folder.views, labels=TINY_VIEWS["labels"].replace("The role", "The code"))
    folder.build()
    assert folder.template() != before


def test_it_is_named_after_the_code_the_libraries_and_what_it_is_made_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It takes no database that another code or another DuckDB would make differently."""
    names = [template.key([b"a", b"b"]), template.key([b"ab"])]
    with monkeypatch.context() as patched:
        patched.setattr(template, "version", lambda name: "another")
        names.append(template.key([b"a", b"b"]))
    monkeypatch.setattr(template.freshness, "code", lambda: b"another")
    names.append(template.key([b"a", b"b"]))
    assert len({*names}) == len(names)


def test_views_that_fail_leave_none(folder: Folder) -> None:
    """It keeps what it has, and no part of one."""
    before = folder.template()
    write_views(folder.views, labels="-- A.\n--\n-- x: X.\nSELECT x FROM no\n")
    with pytest.raises(RelationError):
        folder.build()
    assert (folder.template(), folder.drafts()) == (before, [])
