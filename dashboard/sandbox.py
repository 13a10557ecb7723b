"""Anybody's SQL, each question in a process of its own that is thrown away afterwards.

DuckDB's settings alone do not hold: some queries pass its memory limit or do not heed an
interrupt. A process can be bounded by the operating system and killed. One worker waits ready,
so that its start is over before a question comes.
"""

import io
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

WORKER = Path(__file__).with_name("sandbox_worker.py")
TIME_OVER = (0, -signal.SIGXCPU, -signal.SIGALRM)
"""How a worker ends that says nothing, where it was time and not memory."""


@dataclass(frozen=True)
class Limits:
    """How much one question may take."""

    rows: int = 10_000
    bytes: int = 20 * 1024**2
    characters: int = 100_000
    """Of a single text; a longer one is cut and ends in ``...``."""
    seconds: float = 10.0


@dataclass(frozen=True)
class Answer:
    """The rows of a question, the SQL type of each column, and what it took."""

    rows: pl.DataFrame
    types: tuple[str, ...]
    seconds: float
    truncated: bool


class SandboxError(Exception):
    """A question without an answer.

    ``kind`` is ``not_a_query``, ``query``, ``memory``, ``time``, ``size`` or ``busy``; the message
    is DuckDB's own where it said anything.
    """

    def __init__(self, kind: str, message: str = "") -> None:
        """Say what ``kind`` of no it is, and what DuckDB says."""
        super().__init__(message)
        self.kind = kind


class Sandbox:
    """Workers for one server: one waits ready, at most two answer at a time."""

    def __init__(self, at_once: int = 2, patience: float = 20.0) -> None:
        """Allow ``at_once`` questions at a time; the next waits up to ``patience`` seconds."""
        self._places = threading.BoundedSemaphore(at_once)
        self._patience = patience
        self._lock = threading.Lock()
        self._ready: subprocess.Popen[bytes] | None = None

    def warm(self) -> None:
        """Have a worker waiting, if none is."""
        with self._lock:
            if self._ready is None or self._ready.poll() is not None:
                self._ready = _start()

    def close(self) -> None:
        """End the worker that waits."""
        with self._lock:
            if self._ready is not None:
                _end(self._ready)
                self._ready = None

    def ask(
        self,
        sql: str,
        database: Path,
        parameters: Mapping[str, object] | None = None,
        limits: Limits | None = None,
    ) -> Answer:
        """Return the rows of one SELECT or EXPLAIN on ``database``.

        Args:
            sql: Exactly one statement.
            database: The DuckDB file; it is opened read-only and shut off from all other files.
            parameters: Values of ``$name`` placeholders; what the question does not ask for is
                left out.
            limits: What it may take; ten seconds, ten thousand rows and 20 MB unless told.

        Raises:
            SandboxError: It is not a question, DuckDB cannot answer it, or it takes too much.
        """
        limits = limits or Limits()
        if not self._places.acquire(timeout=self._patience):
            raise SandboxError("busy")
        try:
            worker = self._take()
            question = {
                "database": str(database),
                "sql": sql,
                "parameters": dict(parameters or {}),
                "rows": limits.rows,
                "characters": limits.characters,
                "seconds": limits.seconds,
            }
            line = json.dumps(question, default=_day).encode() + b"\n"
            answer = _exchange(worker, line, limits)
        finally:
            self._places.release()
            threading.Thread(target=self.warm, daemon=True).start()
        return answer

    def _take(self) -> subprocess.Popen[bytes]:
        with self._lock:
            worker, self._ready = self._ready, None
        return worker if worker is not None and worker.poll() is None else _start()


def _day(value: object) -> dict[str, str]:
    """Write a day so that the worker tells it from a text."""
    if not isinstance(value, date):
        raise TypeError(f"a parameter cannot be a {type(value).__name__}")
    return {"day": value.isoformat()}


def _start() -> subprocess.Popen[bytes]:
    """Start a worker that sees nothing of this process's environment but where Python is."""
    return subprocess.Popen(
        [sys.executable, "-I", str(WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PATH": "", "POLARS_MAX_THREADS": "1"},
        start_new_session=True,
    )


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            pipe.close()


def _exchange(worker: subprocess.Popen[bytes], question: bytes, limits: Limits) -> Answer:
    """Send the question, and read the answer until it ends, is too large or takes too long."""
    started = time.monotonic()
    overdue = threading.Event()

    def kill() -> None:
        overdue.set()
        worker.kill()

    timer = threading.Timer(limits.seconds, kill)
    timer.start()
    try:
        assert worker.stdin is not None
        assert worker.stdout is not None
        try:
            worker.stdin.write(question)
            worker.stdin.flush()
        except BrokenPipeError:
            raise SandboxError("query", "the worker was gone") from None
        reply = worker.stdout.read(limits.bytes + 1)
    finally:
        timer.cancel()
        _end(worker)
    if overdue.is_set():
        raise SandboxError("time")
    if len(reply) > limits.bytes:
        raise SandboxError("size")
    return _parse(reply, worker.returncode, time.monotonic() - started)


def _parse(reply: bytes, code: int | None, seconds: float) -> Answer:
    head, _, body = reply.partition(b"\n")
    if not head:
        raise SandboxError("time" if code in TIME_OVER else "memory")
    header = json.loads(head)
    if "error" in header:
        raise SandboxError(header["error"], header["message"])
    try:
        rows = pl.read_ipc(io.BytesIO(body))
    except (pl.exceptions.PolarsError, OSError):
        raise SandboxError("memory") from None
    return Answer(rows, tuple(header["types"]), seconds, header["truncated"])
