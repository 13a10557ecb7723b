"""A query cannot find out where the server keeps its files."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.sandbox import Sandbox, SandboxError
from dashboard.sandbox.hidden_path import HiddenPaths
from tests.helpers.numbers_file import opened, write_numbers


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A DuckDB file in a folder whose name is nobody's business."""
    (tmp_path / "private").mkdir()
    return write_numbers(tmp_path / "private" / "numbers.duckdb")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder of temporary files."""
    (tmp_path / "system").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "system"))
    return tmp_path / "system"


@pytest.fixture
def paths() -> Iterator[HiddenPaths]:
    """Paths that are removed in the end."""
    paths = HiddenPaths()
    yield paths
    paths.close()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT path FROM duckdb_databases()",
        "SELECT name, value FROM duckdb_settings()",
        "SELECT current_database(), current_setting('allowed_paths')",
    ],
)
def test_the_path_is_not_shown(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It shows a neutral name where DuckDB shows a path."""
    reported = str(sandbox.run(sql, file).rows.rows())

    assert "tracker" in reported
    assert "private" not in reported
    assert "numbers" not in reported


def test_a_link_to_the_database_is_followed(sandbox: Sandbox, file: Path) -> None:
    """It answers when it is given the name that moves from edition to edition."""
    link = file.with_name("newest.duckdb")
    link.symlink_to(file.name)

    assert sandbox.run("SELECT count(*) AS n FROM numbers", link).rows.item() == 50_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "sql",
    [
        "FROM nowhere",
        "FROM duckdb_extensions()",
        "FROM read_csv('x.csv')",
        "FROM read_duckdb('x.duckdb')",
        "FROM glob('*')",
        "PRAGMA database_size",
        "SELECT error('x')",
        "ATTACH 'numbers.duckdb'",
    ],
)
def test_no_refusal_tells_a_path(sandbox: Sandbox, file: Path, sql: str) -> None:
    """It speaks of no folder of this machine."""
    with pytest.raises(SandboxError) as refusal:
        sandbox.run(sql, file)

    assert not [
        place
        for place in (str(file.parent), sys.prefix, str(Path.cwd()))
        if place in str(refusal.value)
    ]


def test_a_link_is_made_once(paths: HiddenPaths, places: Path, file: Path) -> None:
    """It takes no room for the database, and one folder."""
    first, again = paths.of(file), paths.of(file)

    assert first == again
    assert first[1] == file.stat().st_ino
    assert len(list(places.iterdir())) == 1


def test_where_no_link_can_be_there_is_a_copy(
    paths: HiddenPaths, places: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not need the folders to be on one device."""

    def link(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", link)

    assert Path(paths.of(file)[0]).read_bytes() == file.read_bytes()


def test_the_edition_before_the_last_goes(paths: HiddenPaths, places: Path, file: Path) -> None:
    """It keeps two, for those that still start on the older."""
    for _ in range(3):
        file.unlink()
        paths.of(write_numbers(file))

    assert len(list(places.iterdir())) == 2


def test_what_was_tidied_away_is_made_again(paths: HiddenPaths, places: Path, file: Path) -> None:
    """It survives a system that removes what is old."""
    Path(paths.of(file)[0]).unlink()

    assert Path(paths.of(file)[0]).is_file()


def test_nothing_stays_in_the_end(places: Path, file: Path) -> None:
    """It removes the folder, while the database stays."""
    with opened() as sandbox:
        sandbox.run("SELECT 1", file)

    assert not list(places.iterdir())
    assert file.is_file()


def test_what_a_killed_server_left_is_removed(paths: HiddenPaths, places: Path, file: Path) -> None:
    """It leaves the folder of a living one alone."""
    killed = (
        "import os, sys, tempfile; from pathlib import Path; tempfile.tempdir = sys.argv[1];"
        "from dashboard.sandbox.hidden_path import HiddenPaths;"
        "HiddenPaths().of(Path(sys.argv[2])); os.kill(os.getpid(), 9)"
    )
    mine = Path(paths.of(file)[0])
    subprocess.run([sys.executable, "-c", killed, str(places), str(file)], check=False)
    left = len(list(places.iterdir()))
    other = HiddenPaths()
    other.of(file)
    there = len(list(places.iterdir()))
    other.close()

    assert (left, there) == (2, 2)
    assert mine.is_file()


def test_a_worker_survives_an_edition_that_goes_while_it_starts(file: Path) -> None:
    """It opens the file of the query, whatever it was to open before."""
    older = write_numbers(file.with_name("older.duckdb"))
    with opened() as sandbox:
        sandbox.warm(older)
        sandbox._paths.close()

        assert sandbox.run("SELECT 1 AS one", file).rows.item() == 1
