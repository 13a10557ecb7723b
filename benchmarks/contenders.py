"""Programs that turn a folder of CSV files into a database: the tracker, the floor, and peers.

``python -m benchmarks.contenders NAME FOLDER OUT`` runs one of those in ``HERE``.
"""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import duckdb

from benchmarks.peers import dbt_project

PEER = "csvs-to-sqlite"
Command = Callable[[Path, Path], list[str | Path]]
"""Returns the command, given the folder of CSV files and an empty folder."""


def duckdb_copy(folder: Path, out: Path) -> None:
    """Copy every file into a DuckDB file as text, and check nothing: the floor."""
    with duckdb.connect(out / "copy.duckdb") as connection:
        for file in sorted(folder.glob("*.csv")):
            connection.execute(
                f"CREATE TABLE {file.stem} AS"
                f" FROM read_csv('{file}', all_varchar = true, header = true)"
            )


def pandas_sqlite(folder: Path, out: Path) -> None:
    """Copy every file into SQLite through pandas, and check nothing."""
    pandas = import_module("pandas")
    with sqlite3.connect(out / "pandas.sqlite") as connection:
        for file in sorted(folder.glob("*.csv")):
            rows = pandas.read_csv(file, dtype=str, keep_default_na=False)
            rows.to_sql(file.stem, connection, index=False)


def tracker_on_dask(folder: Path, out: Path) -> None:
    """Build on a cluster of two workers on this machine, which is started and stopped for it."""
    from distributed import LocalCluster

    from transforms import pipeline
    from transforms.staging.where import Where

    own = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**own) as cluster:  # type: ignore[no-untyped-call]  # no types
        where = Where(cluster=cluster.scheduler_address)
        pipeline.build(folder, out / "tracker.duckdb", where=where)


DBT = "dbt-duckdb, with its tests"


def imports(_: Path, __: Path) -> None:
    """Only import Polars and DuckDB."""
    import_module("polars")


TRACKER = "tracker build"
IN_PROCESSES = f"{TRACKER}, 2 processes"
ON_DASK = f"{TRACKER}, Dask with 2 workers"
HERE: Mapping[str, Callable[[Path, Path], None]] = {
    ON_DASK: tracker_on_dask,
    "DuckDB, plain copy": duckdb_copy,
    "pandas and SQLite": pandas_sqlite,
    "import polars, duckdb": imports,
    DBT: dbt_project.build,
}


def contenders() -> dict[str, Command]:
    """Return those that can run on this machine, by name; the tracker first."""
    found: dict[str, Command] = {TRACKER: _tracker, IN_PROCESSES: _in_processes}
    for name in HERE:
        if name != DBT or shutil.which(dbt_project.COMMAND):
            found[name] = _here(name)
    if (peer := shutil.which(PEER)) is not None:
        found[PEER] = lambda folder, out: [peer, *_for_peer(folder), out / "peer.sqlite"]
    return found


def _for_peer(folder: Path) -> list[Path]:
    """Return the files without a column ``table_name``, which the peer takes for its own."""
    files = sorted(folder.glob("*.csv"))
    return [file for file in files if "table_name" not in file.open(encoding="utf-8").readline()]


def _tracker(folder: Path, out: Path) -> list[str | Path]:
    build = [sys.executable, "-m", "tracker", "build"]
    return [*build, "--data", folder, "--database", out / "tracker.duckdb"]


def _in_processes(folder: Path, out: Path) -> list[str | Path]:
    return [*_tracker(folder, out), "--workers", "2"]


def _here(name: str) -> Command:
    return lambda folder, out: [sys.executable, "-m", "benchmarks.contenders", name, folder, out]


if __name__ == "__main__":
    HERE[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
