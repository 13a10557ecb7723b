"""A reserve of idle workers: to start a process takes longer than most queries."""

import threading
from collections import deque
from collections.abc import Callable

from dashboard.sandbox.worker import Worker


class IdleWorkers:
    """A number of workers that wait for a query; all methods may be called from any thread."""

    def __init__(self, number: int) -> None:
        """Size of the reserve, once it is in use."""
        self._number = number
        self._idle: deque[Worker] = deque()
        self._lock = threading.Lock()
        self._closed = False

    @property
    def workers(self) -> list[Worker]:
        """Those that wait."""
        return list(self._idle)

    def fill(self, message: Callable[[], bytes]) -> None:
        """Start what is missing, each with a first message; this does not wait for them."""
        with self._lock:
            if self._closed:
                return
            self._idle = deque(worker for worker in self._idle if worker.alive)
            while len(self._idle) < self._number:
                self._idle.append(Worker(message()))

    def take(self) -> Worker:
        """Take one, or start one where none is ready."""
        with self._lock:
            worker = self._idle.popleft() if self._idle else None
        return worker if worker is not None and worker.alive else Worker()

    def close(self) -> None:
        """End all of them, and start none any more."""
        with self._lock:
            self._closed = True
            while self._idle:
                self._idle.pop().end()
