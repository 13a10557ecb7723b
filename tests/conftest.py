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


@pytest.fixture(autouse=True)
def _newest_edition() -> Iterator[None]:
    """Forget which edition a page or an address read: the next test may have another database."""
    yield
    if door := sys.modules.get("dashboard.database"):
        door._run.__dict__.clear()


@pytest.fixture
def connection(duplicate: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the real database."""
    with duckdb.connect(duplicate, read_only=True) as connection:
        yield connection
