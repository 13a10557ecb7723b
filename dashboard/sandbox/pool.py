"""A pool of processes of which each runs one query and is thrown away.

Kept by hand: pebble and loky run Python functions in workers that are used again, and have neither
limits of the operating system per query, nor fairness between clients, nor a way to put a job that
takes too long back into the queue.
"""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from dashboard.sandbox.fair_queue import ANONYMOUS, FairQueue
from dashboard.sandbox.hidden_path import FileIdentity, HiddenPaths
from dashboard.sandbox.lane import Client
from dashboard.sandbox.limits import Capacity, Limits
from dashboard.sandbox.pending import PendingQuery
from dashboard.sandbox.results import Progress, Result, SandboxError
from dashboard.sandbox.worker import Worker

REPLACE_AFTER = 0.2
"""Seconds of a query after which another worker is started for the next, which would otherwise
wait for that; not at once, as most queries are over by then, and would share the processor."""


class PreemptedError(Exception):
    """A query had to leave the express lane before it was finished."""


class Sandbox:
    """Runs the queries of all readers of one server, a few at a time, with workers kept ready."""

    def __init__(
        self,
        capacity: Capacity | None = None,
        limits: Limits | None = None,
        patience: float = 20.0,
        ready: int = 2,
    ) -> None:
        """Keep ``ready`` idle workers; a query waits up to ``patience`` seconds for a place."""
        self._queue = FairQueue(capacity or Capacity())
        self._limits = limits or Limits()
        self._patience = patience
        self._ready = ready
        self._idle: deque[Worker] = deque()
        self._paths = HiddenPaths()
        self._lock = threading.Lock()
        self._closed = False

    @property
    def idle(self) -> list[Worker]:
        """The workers that wait for a query."""
        return list(self._idle)

    def warm(self, database: Path) -> None:
        """Start workers with ``database`` open; this does not wait until they are ready."""
        with self._lock:
            if self._closed:
                return
            message = _json_line(file=self._paths.of(database), memory=self._limits.memory)
            self._idle = deque(worker for worker in self._idle if worker.alive)
            while len(self._idle) < self._ready:
                self._idle.append(Worker(message))

    def close(self) -> None:
        """End the idle workers and remove their files; submit no query afterwards."""
        with self._lock:
            self._closed = True
            while self._idle:
                self._idle.pop().end()
        self._paths.close()

    def run(
        self,
        sql: str,
        database: Path,
        parameters: Mapping[str, object] | None = None,
        limits: Limits | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Result:
        """Submit a query as `submit` does, and return its result.

        ``on_progress`` is called every 0.2 s, in this thread. Whatever it raises, or Ctrl-C,
        cancels the query.

        Raises:
            SandboxError: It is not a query, DuckDB refuses it, or it takes too much.
        """
        pending = self.submit(sql, database, parameters, limits)
        try:
            outcome = pending.wait(on_progress)
        except BaseException:
            pending.cancel()
            raise
        if isinstance(outcome, SandboxError):
            raise outcome
        return outcome

    def submit(
        self,
        sql: str,
        database: Path,
        parameters: Mapping[str, object] | None = None,
        limits: Limits | None = None,
        client: Client = ANONYMOUS,
    ) -> PendingQuery:
        """Submit a query, and do not wait for its outcome.

        Args:
            sql: Exactly one statement.
            database: The DuckDB file; it is opened read-only and shut off from all other files.
            parameters: Values of ``$name`` placeholders: text, number, boolean, date or None.
                Those that the query does not use are left out.
            limits: What it may take, if not what all may.
            client: Who sends it.

        Raises:
            TypeError: A parameter is something else.
        """
        limits, pending = limits or self._limits, PendingQuery(self._queue)
        try:
            message = _message(sql, self._paths.of(database), parameters or {}, limits)
        except SandboxError as refusal:
            pending.resolve(refusal)
            return pending
        if self._queue.enter(pending, client):
            work = (pending, message, limits, database)
            threading.Thread(target=self._serve, args=work, daemon=True).start()
        else:
            pending.resolve(SandboxError("busy"))
        return pending

    def _serve(self, pending: PendingQuery, message: bytes, limits: Limits, database: Path) -> None:
        """Run the query when it has a place, and give the place to the next."""
        try:
            while self._queue.wait_for_place(pending, self._patience):
                try:
                    self._run(pending, message, limits, database)
                    break
                except PreemptedError:
                    if not self._queue.requeue(pending):
                        break
        except OSError:  # the machine has no process to spare
            pass
        finally:
            pending.resolve(SandboxError("busy"))
            self._queue.leave(pending)
            with suppress(OSError):
                self.warm(database)

    def _run(self, pending: PendingQuery, message: bytes, limits: Limits, database: Path) -> None:
        """Run the query in a worker, and end that, which may take a while, before returning."""
        worker = self._take()
        try:
            if pending.assign(worker):
                with self._timed(pending, worker, limits, database) as on_start:
                    pending.resolve(worker.run(message, limits, on_start))
        except SandboxError as refusal:
            pending.resolve(refusal)
        finally:
            worker.end()

    @contextmanager
    def _timed(
        self, pending: PendingQuery, worker: Worker, limits: Limits, database: Path
    ) -> Iterator[Callable[[], None]]:
        """Meanwhile, stop the worker at the limit of time, or before if it holds others up.

        Yield what starts the time of the express lane: the start of a process, which may take a
        second on a busy machine, does not count.
        """

        def expire() -> None:
            refusal = SandboxError("time")
            pending.resolve(refusal)  # at once: a large process takes a while to be gone
            worker.stop(refusal)

        def make_room() -> None:
            if not self._queue.promote(pending):
                worker.stop(PreemptedError())

        def replace() -> None:
            with suppress(OSError):
                self.warm(database)

        timers: list[threading.Timer] = []

        def start(seconds: float, act: Callable[[], None]) -> None:
            timer = threading.Timer(seconds, act)
            timer.daemon = True
            timers.append(timer)
            timer.start()

        start(limits.seconds, expire)
        start(REPLACE_AFTER, replace)
        try:
            yield lambda: start(limits.express_seconds, make_room)
        finally:
            for timer in timers:
                timer.cancel()

    def _take(self) -> Worker:
        with self._lock:
            worker = self._idle.popleft() if self._idle else None
        return worker if worker is not None and worker.alive else Worker()


def _message(
    sql: str, file: FileIdentity, parameters: Mapping[str, object], limits: Limits
) -> bytes:
    """Write a query as the worker reads it; its docstring says what is in it."""
    texts = [sql, *parameters, *(value for value in parameters.values() if isinstance(value, str))]
    if (characters := sum(map(len, texts))) > limits.query_characters:
        allowed = f"at most {limits.query_characters:,}"
        raise SandboxError("long", f"{characters:,} characters; {allowed}")
    try:
        return _json_line(
            sql=sql,
            file=file,
            parameters=dict(parameters),
            memory=limits.memory,
            rows=limits.rows,
            columns=limits.columns,
            cells=limits.cells,
            header_characters=limits.header_characters,
            cell_characters=limits.cell_characters,
            seconds=limits.seconds,
        )
    except UnicodeEncodeError as lone_surrogate:
        raise SandboxError("query", str(lone_surrogate)) from None


def _json_line(**fields: object) -> bytes:
    return json.dumps(fields, default=_date, ensure_ascii=False).encode() + b"\n"


def _date(value: object) -> dict[str, str]:
    """Write a date so that the worker tells it from a text."""
    if not isinstance(value, date):
        raise TypeError(f"a parameter cannot be a {type(value).__name__}")
    return {"date": value.isoformat()}
