"""A query that was submitted: it waits in the queue, runs, and has a result or a refusal."""

import threading
import time
from collections.abc import Callable

from dashboard.sandbox.fair_queue import FairQueue
from dashboard.sandbox.results import Outcome, Progress, SandboxError
from dashboard.sandbox.worker import Worker

REPORT_EVERY = 0.2
"""Seconds between two reports of progress."""


class PendingQuery:
    """One query from its submission to its outcome."""

    def __init__(self, queue: FairQueue) -> None:
        """Belong to the ``queue`` in which it may wait."""
        self._queue = queue
        self._outcome: Outcome = SandboxError("crash")
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._cancelled = False

    @property
    def is_open(self) -> bool:
        """Whether it has no outcome yet and somebody waits for it."""
        return not self._done.is_set() and not self._cancelled

    @property
    def worker(self) -> Worker | None:
        """The process that runs it, or ran it last."""
        return self._worker

    @property
    def ahead(self) -> int | None:
        """How many queries wait in the queue before it; None if it does not wait."""
        return self._queue.ahead(self)

    def wait(self, on_progress: Callable[[Progress], None] | None = None) -> Outcome:
        """Wait for the outcome; call ``on_progress`` every 0.2 s meanwhile, in this thread."""
        began = time.monotonic()
        while not self._done.wait(REPORT_EVERY if on_progress else None):
            if on_progress:
                on_progress(Progress(self.ahead, time.monotonic() - began))
        return self._outcome

    def cancel(self) -> None:
        """Give it up: kill the process that runs it, at once, or leave the queue."""
        with self._lock:
            self._cancelled = True
            if self._worker is not None:
                self._worker.kill()
            self._queue.release(self)

    def assign(self, worker: Worker) -> bool:
        """Note which process runs it; return whether it is still wanted."""
        with self._lock:
            self._worker = worker
            return not self._cancelled

    def resolve(self, outcome: Outcome) -> None:
        """Set the outcome, unless there is one, and wake those who wait for it."""
        with self._lock:
            if not self._done.is_set():
                self._outcome = outcome
                self._queue.release(self)  # first, so that whoever wakes may submit the next
                self._done.set()
