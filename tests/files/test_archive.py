"""The archive of everything: complete, checkable, and of use without us."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dashboard.source.archive import packed
from tests.helpers.drawing import extracted
from tests.helpers.tables import TABLES
from transforms import paths
from transforms.clean import clean

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 21)

ALONE = """
import duckdb, json
closed = {"enable_external_access": "false", "autoload_known_extensions": "false"}
connection = duckdb.connect("tracker.duckdb", read_only=True, config=closed)
connection.execute("SET enable_progress_bar = false")  # a slow query would print it
ask = lambda sql: connection.execute(sql).fetchall()
silent = [
    name
    for kind in ("tables", "views", "columns", "functions")
    for name, in ask(f"SELECT {kind.rstrip('s')}_name FROM duckdb_{kind}() "
                     "WHERE NOT internal AND coalesce(comment, '') = ''")
]
given = {"day": "DATE '2026-11-21'", "country": "'KEN'", "q": "'Kneya'", "lang": "'en'",
         "record_kind": "'text'", "record_id": "'gdc'", "about_kind": "'text'", "about_id": "'gdc'",
         "grouped_by": "'text'", "bodies": "'dco oecd'",
         "from_day": "DATE '2026-01-01'", "to_day": "DATE '2026-11-21'"}
rows = {}
for name, kind, parameters in ask(
    "SELECT relation, kind, parameters FROM dictionary WHERE column_name IS NULL"
):
    needed = [each["name"] for each in parameters or () if each["default"] is None]
    call = f"({', '.join(given[each] for each in needed)})" if kind == "macro" else ""
    rows[name] = len(ask(f'FROM "{name}"{call}'))
print(json.dumps({"silent": silent, "rows": rows}))
"""
"""What somebody asks who has the file, DuckDB, and nothing of ours."""


@pytest.fixture(scope="module")
def archive(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command leaves in an empty folder."""
    folder = tmp_path_factory.mktemp("taken")
    command = [sys.executable, "-m", "tracker", "export", "--all", "--as-of", str(DAY)]
    message = subprocess.run(
        [*command, "--database", str(database)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    [path] = folder.iterdir()
    assert message.stdout == f"{path.name}\n"
    return path


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(archive) as files:
        files.extractall(folder)
    return folder


def test_the_archive_is_named_after_edition_and_day(
    archive: Any, connection: duckdb.DuckDBPyConnection
) -> None:
    """It cannot be taken for that of another edition or day."""
    [[edition]] = connection.sql("SELECT id FROM edition").fetchall()

    assert archive.name == f"tracker-{edition}-2026-11-21.zip"


def test_the_archive_holds_every_relation_twice(
    folder: Any, connection: duckdb.DuckDBPyConnection
) -> None:
    """It has CSV and Parquet of all that needs no more than a day."""
    plain = connection.sql(
        "SELECT relation, parameters FROM dictionary WHERE column_name IS NULL"
    ).fetchall()
    query = {
        name
        for name, parameters in plain
        if {each["name"] for each in parameters or () if each["default"] is None} <= {"day"}
    }
    tables = {
        each["name"]
        for each in json.loads((folder / "data" / "datapackage.json").read_text("utf-8"))[
            "resources"
        ]
    }

    assert {path.stem for path in (folder / "parquet").iterdir()} == query
    assert {path.stem for path in (folder / "data").glob("*.csv")} == tables
    assert {path.stem for path in (folder / "views").iterdir()} == query - tables


def test_what_has_no_file_is_named(folder: Any) -> None:
    """It says in both languages which macros are left to the database."""
    for name in ("README.md", "LISEZMOI.md"):
        assert "`country_profile(country, day" in (folder / name).read_text("utf-8")


def test_what_to_read_first_is_written_for_readers(
    folder: Any, connection: duckdb.DuckDBPyConnection
) -> None:
    """It gives numbers and days as each language writes them."""
    [[rows]] = connection.sql("SELECT rows FROM edition").fetchall()
    english, french = ((folder / name).read_text("utf-8") for name in ("README.md", "LISEZMOI.md"))

    assert f"{rows:,} rows" in english
    assert "as of 21 November 2026. Licence" in english
    assert f"{rows:,} lignes".replace(",", "\u202f") in french
    assert "au 21\u00a0novembre 2026. Licence" in french


def test_the_checksums_are_those_of_all_files(folder: Any) -> None:
    """It lists every file but itself, the way that sha256sum checks."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS"]

    assert sorted(lines) == sorted(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in files
    )


def test_the_package_is_valid(folder: Any) -> None:
    """It passes the check of the standard, with every table that it names."""
    report = frictionless.validate(str(folder / "data" / "datapackage.json"))

    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]


def test_its_tables_are_those_of_the_repository(folder: Any) -> None:
    """It gives our own reader the same rows as ``data/``, cell by cell."""
    original, _ = extracted(paths.DATA)
    again, problems = extracted(folder / "data")

    assert problems == []
    for name, schema in TABLES.items():
        own, taken = (clean(each[name], schema).drop("line") for each in (original, again))
        assert_frame_equal(taken, own.sort(schema.primary_key()))


def test_macros_are_those_of_the_day(folder: Any, connection: duckdb.DuckDBPyConnection) -> None:
    """It holds what a page shows on that day, with types in Parquet."""
    made = connection.sql("FROM commitments_on(DATE '2026-11-21')").pl()

    taken = pl.read_parquet(folder / "parquet" / "commitments_on.parquet")
    assert taken["id"].to_list() == made["id"].to_list()
    assert taken.schema["due_on_latest"] == pl.Date
    texts = pl.read_csv(folder / "views" / "commitments_on.csv", infer_schema=False)
    assert texts["id"].to_list() == made["id"].to_list()


def test_it_says_what_it_is_and_how_to_cite_it(folder: Any, archive: Any) -> None:
    """It names edition and day in both languages, and the edition as version."""
    edition = archive.name.split("-")[1]
    for name in ("README.md", "LISEZMOI.md"):
        text = (folder / name).read_text("utf-8")
        assert f"`{edition}`" in text
        assert "2026-11-21" in text
        assert re.findall(r"\$\w+", text) == []
    assert f'\nversion: "{edition}"\n' in (folder / "CITATION.cff").read_text("utf-8")
    for name in ("LICENSE", "LICENSE-DATA"):
        assert (folder / name).read_bytes() == (paths.ROOT / name).read_bytes()


def test_the_button_gives_the_archive_of_the_command(archive: Any, database: Path) -> None:
    """It is one archive, byte for byte, whoever packs it."""
    assert packed(database.resolve(), DAY) == archive.read_bytes()


GAPS = ("assessment_gaps", "group_shares_on")
"""What is empty as long as nothing is missing, or no group is named."""


def test_the_database_needs_nothing_but_duckdb(folder: Any, tmp_path: Path) -> None:
    """It explains every part of it, and answers every view and macro, in a folder of its own."""
    (tmp_path / "tracker.duckdb").write_bytes((folder / "tracker.duckdb").read_bytes())
    command = [sys.executable, "-I", "-c", ALONE]
    message = json.loads(
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    )

    assert message["silent"] == []
    assert len(message["rows"]) > 60
    assert [name for name, rows in message["rows"].items() if rows == 0 and name not in GAPS] == []
    assert [path.name for path in tmp_path.iterdir()] == ["tracker.duckdb"]


@pytest.mark.parametrize("name", ["LICENSE", "LICENSE-DATA", "CITATION.cff"])
def test_licences_are_found_where_the_package_is_installed(
    name: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks where the wheel puts them."""
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert (paths.ROOT / name).read_text("utf-8") == paths.document(name).read_text("utf-8")

    monkeypatch.setattr(paths, "ROOT", tmp_path)

    assert paths.document(name) == tmp_path / included[name]
