"""A sandbox without processes, for tests of what is done with an answer: to start one takes long.

Queries, errors and values are those of the worker's own code on the worker's own settings. What
only a process can do, be killed and be bounded by the system, is tested in ``tests/sandbox/``.
"""

import json
import time
from collections.abc import Callable
from functools import cache
from unittest.mock import patch

import duckdb

from dashboard.sandbox import Limits, Result, Sandbox
from dashboard.sandbox.idle_workers import IdleWorkers
from dashboard.sandbox.worker import Worker
from dashboard.sandbox_worker import __main__ as far
from tests.helpers.numbers_file import PATIENT, UNHURRIED


class NearWorker(Worker):
    """Runs queries in the thread that asks it to."""

    def __init__(self) -> None:
        """Start nothing."""
        self._stopped_for = None
        self._cursor: duckdb.DuckDBPyConnection | None = None

    def run(self, message: bytes, limits: Limits, on_start: Callable[[], None]) -> Result:
        """Answer a query as a worker does."""
        started, query = time.monotonic(), json.loads(message)
        on_start()
        with _connection(tuple(query["file"]), query["memory"]).cursor() as self._cursor:
            header, body = far._outcome(query, self._cursor)
        if self._stopped_for:
            raise self._stopped_for
        return self._parsed(json.dumps(header).encode() + b"\n" + body, started)

    def kill(self) -> None:
        """Interrupt the query."""
        if self._cursor:
            self._cursor.interrupt()

    def end(self) -> None:
        """Leave nothing behind."""


class _Near(IdleWorkers):
    def take(self) -> Worker:
        return NearWorker()


@cache
def near_sandbox() -> Sandbox:
    """Return the one sandbox of all tests of a process; its limits of time end nothing."""
    sandbox = Sandbox(None, UNHURRIED, PATIENT, ready=0)
    sandbox._idle = _Near(0)
    return sandbox


@cache
def _connection(file: tuple[str, int, int, int], memory: int) -> duckdb.DuckDBPyConnection:
    with patch.object(far, "resource"):  # this process stays as it is
        return far._open(list(file), memory)
