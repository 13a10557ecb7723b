"""A fatal error of DuckDB for real: a checkpoint for which there is no room on the disk."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

FATAL = "CHECKPOINT spare"
"""The query that fails fatally where there is no room; DuckDB then refuses every other query."""


class WithSpare:
    """``duckdb.connect``, but what would be in memory alone has a file that can be written."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in a folder."""
        self.connect = duckdb.connect
        self.opened: list[duckdb.DuckDBPyConnection] = []
        self._folder = folder

    def __call__(self, *path: Any, **options: Any) -> duckdb.DuckDBPyConnection:
        """Open a DuckDB."""
        if path:
            return self.connect(*path, **options)
        folder = self._folder / str(len(self.opened))
        folder.mkdir()
        connection = self.connect(folder / "spare.duckdb")
        connection.execute("CREATE TABLE spare.waiting AS SELECT 1 AS to_be_written")
        self.opened.append(connection)
        return connection


@contextmanager
def no_room() -> Iterator[None]:
    """Let this process write no file any further than its first few bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (12_288, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
