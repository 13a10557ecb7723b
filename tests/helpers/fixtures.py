"""What the tests share: the database of this repository, built once for all of them."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache, wraps
from pathlib import Path
from unittest.mock import patch

import duckdb
import hypothesis
import pytest
from streamlit.components.v2 import manifest_scanner

from dashboard.sandbox import Sandbox
from tests.helpers import staged_once, template_once
from tests.helpers.numbers_file import opened, write_numbers
from tests.helpers.shared import made_once, share
from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import Folder, write_views
from tests.helpers.tracker_command import own, tracker
from transforms.database import relations, template
from transforms.paths import DATA, VIEWS
from transforms.pipeline import build
from transforms.staging import tables

# How long an example takes says more about the machine than about the code; and whether a change
# lands is not left to chance: the checks try the same examples each time, developers new ones.
hypothesis.settings.register_profile("tracker", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("tracker")


@pytest.fixture(scope="session", autouse=True)
def _scanned_once() -> Iterator[None]:
    """Look for components in all installed packages once: each app under test does, for 0.1 s."""
    found = cache(manifest_scanner.scan_component_manifests)
    with patch.object(manifest_scanner, "scan_component_manifests", found):
        yield


@pytest.fixture(scope="session", autouse=True)
def _staged_once() -> Iterator[None]:
    """Stage what builds of several tests have in common once."""
    with patch.object(tables, "stage", staged_once.stage):
        yield


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """Parse each of our views once for the same languages."""
    parse = relations._parse
    parsed = cache(parse)

    @wraps(parse)
    def once(path: Path, languages: tuple[str, ...]) -> relations.Relation:
        return (parsed if VIEWS in path.parents else parse)(path, languages)

    with patch.object(relations, "_parse", once):
        yield


@pytest.fixture(scope="session", autouse=True)
def _described_once() -> Iterator[None]:
    """Create and describe the same views and macros once, not in each folder of a test."""
    with patch.object(template, "ready", template_once.ready):
        yield


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let all test processes share what is made once."""
    share(tmp_path_factory)


@pytest.fixture(scope="session")
def database() -> Path:
    """The real database, built from ``data/``; no test changes it."""

    def make(folder: Path) -> None:
        build(data=DATA, database=folder / "tracker.duckdb")

    return made_once("database", make) / "tracker.duckdb"


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    """The address of the real app on the real database; no query ends because it is busy."""
    from tools.browser import serve  # few tests need what it imports, which takes long

    with serve(database, environment={"TRACKER_SQL_SECONDS": "600"}) as address:
        yield address


@pytest.fixture(scope="session")
def duplicate(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real database under a name of its own.

    DuckDB refuses to open one file twice in a process with different settings, and the pages
    under test hold ``database`` open with theirs.
    """
    return Path(shutil.copy(database, tmp_path_factory.mktemp("duplicate") / "tracker.duckdb"))


@pytest.fixture(scope="session")
def once_built() -> Path:
    """A folder in which the tiny data was built; no test changes it."""

    def make(folder: Path) -> None:
        write_views(folder / "views")
        Folder(folder).build()

    return made_once("once", make)


@pytest.fixture
def folder(once_built: Path, tmp_path: Path) -> Folder:
    """A copy of it, for one test."""
    return Folder(shutil.copytree(once_built, tmp_path / "build", symlinks=True))


@pytest.fixture(scope="session")
def built_once() -> Path:
    """A folder with tiny data that the command has built, with the real views; it stays so."""

    def make(folder: Path) -> None:
        write_tiny(folder / "data")
        assert tracker("build", *own(folder)).exit_code == 0

    return made_once("own", make)


@pytest.fixture
def with_template(built_once: Path) -> Callable[[Path], Path]:
    """``with_template(database)`` lays the empty database of the tiny data beside a pointer.

    For a build in a process of its own, which would make it for seconds.
    """

    def laid(database: Path) -> Path:
        [file] = built_once.glob(".own.template-*")
        database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, database.with_name(file.name.replace("own", database.stem, 1)))
        return database

    return laid


@pytest.fixture
def built(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it, for one test, which has its own folder beside."""
    folder = tmp_path_factory.mktemp("built") / "own"
    return Path(shutil.copytree(built_once, folder, symlinks=True))


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with one table of 50,000 numbers."""
    return write_numbers(tmp_path_factory.mktemp("numbers") / "numbers.duckdb")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that is closed when the tests of this file are over."""
    with opened() as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def _newest_edition() -> Iterator[None]:
    """Forget which edition a page or an address read: the next test may have another database."""
    yield
    if door := sys.modules.get("dashboard.source.database"):
        door._run.__dict__.clear()


@pytest.fixture(scope="session")
def _connected(duplicate: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The one connection whose cursors the tests have: to open the file takes 30 ms each time."""
    with duckdb.connect(duplicate, read_only=True) as connection:
        yield connection


@pytest.fixture
def connection(_connected: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the real database."""
    with _connected.cursor() as connection:
        yield connection
