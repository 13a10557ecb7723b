"""A question that was handed in: it waits in line, runs, and has an answer or a refusal."""

import threading
import time
from collections.abc import Callable

from dashboard.sandbox.answers import Answer, Progress, SandboxError
from dashboard.sandbox.fair_queue import Line
from dashboard.sandbox.worker import Worker

TELL_EVERY = 0.2
"""Seconds between two reports to whoever waits."""


class Asked:
    """One question, from being handed in to its outcome; for whoever waits for it."""

    def __init__(self, line: Line) -> None:
        """Belong to ``line``, in which it may wait."""
        self._line = line
        self._outcome: Answer | SandboxError = SandboxError("crash")
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._cancelled = False

    @property
    def open(self) -> bool:
        """Whether it still may have an outcome that somebody wants."""
        return not self._done.is_set() and not self._cancelled

    def attend(self, tell: Callable[[Progress], None] | None = None) -> Answer | SandboxError:
        """Wait for the outcome; meanwhile ``tell`` how it stands, every 0.2 s, in this thread."""
        began = time.monotonic()
        while not self._done.wait(TELL_EVERY if tell else None):
            if tell:
                tell(Progress(self._line.ahead(self), time.monotonic() - began))
        return self._outcome

    def cancel(self) -> None:
        """Give it up: kill who works on it, at once, or leave the line."""
        with self._lock:
            self._cancelled = True
            if self._worker is not None:
                self._worker.kill()
            self._line.give_up(self)

    def given_to(self, worker: Worker) -> bool:
        """Note who works on it; return whether somebody still wants it."""
        with self._lock:
            self._worker = worker
            return not self._cancelled

    def settle(self, outcome: Answer | SandboxError) -> None:
        """Note the outcome, and wake who waits."""
        self._outcome = outcome
        self._done.set()
