"""How long a query may hold a place in the express lane while others wait."""

import time

from dashboard.sandbox.fair_queue import FairQueue
from dashboard.sandbox.limits import Limits
from dashboard.sandbox.pending import PendingQuery
from dashboard.sandbox.timers import Timers
from dashboard.sandbox.worker import Worker

CHECK_EVERY = 0.1
"""Seconds between two looks whether a query in the express lane has to make room."""


class PreemptedError(Exception):
    """A query had to leave the express lane before it was finished."""

    def __init__(self, *, slow: bool) -> None:
        """Say whether it has had all its time there, or made room for another."""
        super().__init__()
        self.slow = slow


class ExpressTime:
    """The time of one run of a query in the express lane.

    A class, as a function that passes itself on to the next timer would refer to itself, and
    keep the query and its result in memory until the garbage collector comes round.
    """

    def __init__(
        self,
        queue: FairQueue,
        timers: Timers,
        pending: PendingQuery,
        worker: Worker,
        limits: Limits,
    ) -> None:
        """Belong to one worker that runs ``pending``."""
        self._queue, self._timers = queue, timers
        self._pending, self._worker, self._limits = pending, worker, limits
        self._began = 0.0

    def start(self) -> None:
        """Begin to count: the worker has begun with the query."""
        self._began = time.monotonic()
        first = min(self._limits.slice_seconds, self._limits.express_seconds)
        self._timers.after(first, self._make_room)

    def _make_room(self) -> None:
        left = self._limits.express_seconds - (time.monotonic() - self._began)
        if self._queue.promote(self._pending):
            return
        if left <= 0 or self._queue.has_newcomers():
            self._worker.stop(PreemptedError(slow=left <= 0))
        else:
            self._timers.after(min(left, CHECK_EVERY), self._make_room)
