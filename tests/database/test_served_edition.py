"""The edition that a server reads: whole, of its own data, and waited for where there is none."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.source import building, database
from dashboard.source.errors import DatabaseError, NoDatabaseError, QueryError
from tests.helpers.published import Published
from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import MORE_NEEDS, Folder
from transforms import paths
from transforms.schema import TABLES


@pytest.fixture
def served(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder with two whole editions, the second of which is read."""
    monkeypatch.setattr(paths, "DATABASE", folder.database)
    folder.build(needs=MORE_NEEDS)
    database.follow()
    return folder


def needs() -> int:
    """How many needs a page that is opened now would show."""
    database.follow()
    return int(database.run("SELECT count(*) AS n FROM needs").item())


def test_an_edition_is_called_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the name out of the database, whatever its file is called."""
    file = Published(tmp_path)("a")
    monkeypatch.setattr(paths, "DATABASE", file.rename(tmp_path / "t.duckdb"))

    assert database.edition() == "a"


@pytest.mark.parametrize("size", [0, 20_000])
def test_the_last_whole_edition_stands_in_for_a_damaged_one(
    served: Folder, caplog: pytest.LogCaptureFixture, size: int
) -> None:
    """It notices a file that was cut under a running server, and says which it is."""
    os.truncate(served.database.resolve(), size)

    with caplog.at_level(logging.ERROR):
        assert needs() == 1

    assert database.current_is_damaged()
    assert f"{served.database.resolve()} is damaged and not served" in caplog.text


def test_a_mended_edition_is_read_again(served: Folder) -> None:
    """It turns back to the current edition when a build has written it anew."""
    os.truncate(served.database.resolve(), 0)
    assert needs() == 1

    served.build(needs=MORE_NEEDS)

    assert needs() == 2
    assert not database.current_is_damaged()


def test_damage_that_no_stamp_shows_is_found_in_reading(served: Folder) -> None:
    """It looks at the file again after a query has failed on it."""
    file = served.database.resolve()
    state = file.stat()
    assert needs() == 2
    file.write_bytes(bytes(state.st_size))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    everything = " UNION ALL BY NAME ".join(f"(FROM {name})" for name in TABLES)
    with pytest.raises(DatabaseError):
        database.run(everything)

    assert needs() == 1


def test_a_replaced_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not go on reading what had the same name before."""
    file = tmp_path / "t.duckdb"
    monkeypatch.setattr(paths, "DATABASE", file)
    names = []
    for name in ("a", "b"):
        Published(tmp_path)(name).replace(file)
        names.append((database.edition(), database.run("FROM editions").item()))

    assert names == [("a", "a"), ("b", "b")]


@pytest.mark.parametrize("gone", ["the pointer", "all of it"])
def test_a_server_waits_for_what_is_gone(
    served: Folder, caplog: pytest.LogCaptureFixture, gone: str
) -> None:
    """It builds nothing, says so in the log once, and goes on when it is back."""
    target = served.database.readlink()
    away = served.path.with_name("away")
    served.database.unlink() if gone == "the pointer" else served.path.rename(away)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            with pytest.raises(NoDatabaseError):
                database.follow()
    assert caplog.text.count("waiting for it") == 1

    served.database.symlink_to(target) if gone == "the pointer" else away.rename(served.path)

    assert needs() == 2


@pytest.mark.slow
def test_a_server_that_starts_builds_from_its_own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_template: Callable[[Path], Path]
) -> None:
    """It takes the data folder that it was started with."""
    monkeypatch.setattr(paths, "DATABASE", with_template(tmp_path / "build" / "tracker.duckdb"))
    monkeypatch.setenv("TRACKER_DATABASE", str(paths.DATABASE))
    monkeypatch.setenv("TRACKER_DATA", str(write_tiny(tmp_path / "data")))

    building.build_missing()

    assert needs() == 1


def test_a_server_never_builds_from_other_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits where it was told a database and not of what."""
    monkeypatch.setattr(paths, "DATABASE", tmp_path / "build" / "tracker.duckdb")
    monkeypatch.setenv("TRACKER_DATABASE", str(paths.DATABASE))
    monkeypatch.delenv("TRACKER_DATA", raising=False)

    building.build_missing()

    with pytest.raises(NoDatabaseError):
        database.follow()


def test_the_probe_reads_the_file(served: Folder) -> None:
    """It finds what a cached answer would hide."""
    assert database.probe()[0] == database.edition()
    file = served.database.resolve()
    state = file.stat()
    file.write_bytes(bytes(state.st_size))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    with pytest.raises(QueryError):
        database.probe()
