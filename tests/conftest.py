"""What the tests share: the database of this repository, built once for all of them."""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import hypothesis
import pytest

from dashboard.sandbox import Sandbox
from tests.helpers.numbers_file import opened, write_numbers
from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import Folder, write_views
from tests.helpers.tracker_command import own, tracker
from transforms.paths import DATA
from transforms.pipeline import build

# How long an example takes says more about the machine than about the code; and whether a change
# lands is not left to chance: the checks try the same examples each time, developers new ones.
hypothesis.settings.register_profile("tracker", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("tracker")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real database, built from ``data/`` by the first test process that wants it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # the one that all workers share
    path = folder / "database" / "tracker.duckdb"
    path.parent.mkdir(exist_ok=True)
    with path.with_suffix(".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not path.exists():
            build(data=DATA, database=path)
    return path


@pytest.fixture(scope="session")
def duplicate(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real database under a name of its own.

    DuckDB refuses to open one file twice in a process with different settings, and the pages
    under test hold ``database`` open with theirs.
    """
    return Path(shutil.copy(database, tmp_path_factory.mktemp("duplicate") / "tracker.duckdb"))


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the tiny data was built."""
    folder = Folder(tmp_path_factory.mktemp("once"))
    write_views(folder.views)
    folder.build()
    return folder.path


@pytest.fixture
def folder(once_built: Path, tmp_path: Path) -> Folder:
    """A copy of it, for one test."""
    return Folder(shutil.copytree(once_built, tmp_path / "build", symlinks=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny data that the command has built, with the real views."""
    folder = tmp_path_factory.mktemp("own")
    write_tiny(folder / "data")
    assert tracker("build", *own(folder)).exit_code == 0
    return folder


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


@pytest.fixture
def connection(duplicate: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the real database."""
    with duckdb.connect(duplicate, read_only=True) as connection:
        yield connection
