"""Outcomes of questions, kept for a while: a page asks again at every turn of its reader."""

import sys
import threading
import time
from collections import OrderedDict
from pathlib import Path

from dashboard.sandbox import Answer, Limits, SandboxError

Outcome = Answer | SandboxError
Key = tuple[str, tuple[tuple[str, str, object], ...], str, Path, Limits]
"""The text, the parameters with their types (1 is not true), the edition, its file, the limits."""

SECONDS = 600.0
SECONDS_OF_CHANCE = 30.0
"""For what may go better at the next try, but should not be tried at every turn of a page."""
CHANCE = ("time", "memory", "crash")


class KeptOutcomes:
    """The latest outcomes, up to a number and a size in memory; for all threads."""

    def __init__(self, number: int = 64, bytes: int = 48 * 1024**2) -> None:
        """Keep up to ``number`` outcomes of together up to ``bytes``."""
        self._number, self._bytes = number, bytes
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, tuple[float, int, Outcome]] = OrderedDict()

    def get(self, key: Key) -> Outcome | None:
        """Return the outcome, if it is there and not too old."""
        with self._lock:
            until, _, outcome = self._kept.get(key, (0.0, 0, None))
            if time.monotonic() >= until:
                self._kept.pop(key, None)
                return None
            self._kept.move_to_end(key)
            return outcome

    def put(self, key: Key, outcome: Outcome) -> None:
        """Keep an outcome, but not that there was no place: the next try may find one.

        Nor that the question is too long: that is seen at once, and would fill the memory.
        """
        if isinstance(outcome, SandboxError) and outcome.kind in ("busy", "long"):
            return
        seconds = SECONDS_OF_CHANCE if _may_go_better(outcome) else SECONDS
        until = time.monotonic() + seconds
        size = _size_of(key) + (outcome.rows.estimated_size() if isinstance(outcome, Answer) else 0)
        with self._lock:
            self._kept[key] = (until, int(size), outcome)
            while len(self._kept) > self._number or self._size() > self._bytes:
                self._kept.popitem(last=False)

    def forget(self, sql: str) -> None:
        """Forget why ``sql`` had no answer, with whatever parameters, where a chance is left."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == sql]:
                if _may_go_better(self._kept[key][2]):
                    del self._kept[key]

    def _size(self) -> int:
        return sum(size for _, size, _ in self._kept.values())


def _size_of(key: Key) -> int:
    return sys.getsizeof(key[0]) + sum(sys.getsizeof(part) for value in key[1] for part in value)


def _may_go_better(outcome: Outcome) -> bool:
    return isinstance(outcome, SandboxError) and outcome.kind in CHANCE
