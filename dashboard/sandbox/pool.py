"""A pool of processes of which each runs one query and is thrown away.

Kept by hand: pebble and loky run Python functions in workers that are used again, and have neither
limits of the operating system per query, nor fairness between clients, nor a way to put a job that
takes too long back into the queue.
"""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from dashboard.sandbox import messages
from dashboard.sandbox.express_time import ExpressTime, PreemptedError
from dashboard.sandbox.fair_queue import ANONYMOUS, FairQueue
from dashboard.sandbox.hidden_path import HiddenPaths
from dashboard.sandbox.idle_workers import IdleWorkers
from dashboard.sandbox.lane import Client
from dashboard.sandbox.limits import Capacity, Limits
from dashboard.sandbox.pending import PendingQuery
from dashboard.sandbox.results import Progress, Result, SandboxError
from dashboard.sandbox.timers import Timers
from dashboard.sandbox.worker import Worker

REPLACE_AFTER = 0.2
"""Seconds of a query after which another worker is started for the next, which would otherwise
wait for that; not at once, as most queries are over by then, and would share the processor."""


class Sandbox:
    """Runs the queries of all readers of one server, a few at a time, on workers from a reserve."""

    def __init__(
        self,
        capacity: Capacity | None = None,
        limits: Limits | None = None,
        patience: float = 20.0,
        ready: int = 3,
    ) -> None:
        """Keep ``ready`` idle workers; a query waits up to ``patience`` seconds for a place."""
        self._queue = FairQueue(capacity or Capacity())
        self._limits = limits or Limits()
        self._patience = patience
        self._idle = IdleWorkers(ready)
        self._paths = HiddenPaths()

    @property
    def idle(self) -> list[Worker]:
        """The workers that wait for a query."""
        return self._idle.workers

    def warm(self, database: Path) -> None:
        """Start workers with ``database`` open; this does not wait until they are ready."""
        self._idle.fill(lambda: messages.opening(self._paths.of(database), self._limits))

    def close(self) -> None:
        """End the idle workers and remove their files; submit no query afterwards."""
        self._idle.close()
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
        """Submit a query of one statement, and do not wait for its outcome.

        The database is opened read-only and shut off from all other files. Values of ``$name``
        placeholders are texts, numbers, booleans, dates or None; those that the query does not use
        are left out. Without ``limits`` those of the pool hold.

        Raises:
            TypeError: A parameter is something else.
        """
        limits, pending = limits or self._limits, PendingQuery(self._queue)
        try:
            message = messages.query(sql, self._paths.of(database), parameters or {}, limits)
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
                except PreemptedError as preempted:
                    if not self._queue.requeue(pending, slow=preempted.slow):
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
        worker = self._idle.take()
        try:
            if pending.assign(worker):
                with Timers() as timers:
                    on_start = self._timed(timers, pending, worker, limits, database)
                    pending.resolve(worker.run(message, limits, on_start))
        except SandboxError as refusal:
            pending.resolve(refusal)
        finally:
            worker.end()

    def _timed(
        self, timers: Timers, pending: PendingQuery, worker: Worker, limits: Limits, database: Path
    ) -> Callable[[], None]:
        """Have the worker stopped at the limit of time, or before if it holds others up.

        Return what starts the time of the express lane: the start of a process, which may take a
        second on a busy machine, does not count.
        """

        def expire() -> None:
            refusal = SandboxError("time")
            pending.resolve(refusal)  # at once: a large process takes a while to be gone
            worker.stop(refusal)

        def replace() -> None:
            with suppress(OSError):
                self.warm(database)

        timers.after(limits.seconds, expire)
        timers.after(REPLACE_AFTER, replace)
        return ExpressTime(self._queue, timers, pending, worker, limits).start
