"""A small DuckDB file, a sandbox for it, and queries that run until they are stopped."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dashboard.sandbox import Capacity, Limits, PendingQuery, Sandbox

PATIENT = 3_600.0
"""Seconds that no test takes: a limit of time that ends no query, however busy the machine."""
UNHURRIED = Limits(seconds=PATIENT, slice_seconds=PATIENT, express_seconds=PATIENT)
ENDLESS = f"SELECT sleep_ms({int(PATIENT * 1000)})"
ONE_AT_A_TIME = Capacity(main=1, express=0)
HANG = 120.0
"""Seconds after which a test that waits for a state gives up: it only ends a hang."""


def write_numbers(path: Path) -> Path:
    """Write a DuckDB file with one table of 50,000 numbers."""
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE numbers AS SELECT range AS number FROM range(50000)")
    return path


@contextmanager
def opened(
    capacity: Capacity | None = None, patience: float = PATIENT, ready: int = 0
) -> Iterator[Sandbox]:
    """Open a sandbox whose limits of time end nothing, and close it in the end."""
    sandbox = Sandbox(capacity, UNHURRIED, patience, ready)
    try:
        yield sandbox
    finally:
        sandbox.close()


@contextmanager
def running(
    sandbox: Sandbox, file: Path, limits: Limits | None = None, number: int = 1
) -> Iterator[list[PendingQuery]]:
    """Submit queries that do not end by themselves, wait until all have run, and cancel them."""
    queries = [sandbox.submit(ENDLESS, file, limits=limits) for _ in range(number)]
    try:
        until(lambda: all(query.worker for query in queries))
        yield queries
    finally:
        for query in queries:
            query.cancel()


def until(condition: Callable[[], object]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + HANG
    while not condition():
        assert time.monotonic() < end, "it hangs"
        threading.Event().wait(0.01)
