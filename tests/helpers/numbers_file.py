"""A small DuckDB file and a sandbox for it, for the tests of the sandbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dashboard.sandbox import Sandbox


def write_numbers(path: Path) -> Path:
    """Write a DuckDB file with one table of 50,000 numbers."""
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE numbers AS SELECT range AS number FROM range(50000)")
    return path


@contextmanager
def opened(**options: float) -> Iterator[Sandbox]:
    """Open a sandbox, and close it in the end."""
    sandbox = Sandbox(**options)
    try:
        yield sandbox
    finally:
        sandbox.close()
