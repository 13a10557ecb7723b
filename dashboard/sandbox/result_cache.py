"""Cache query results briefly: Streamlit reruns the page on every interaction."""

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cachetools import TLRUCache

from dashboard.sandbox.limits import Limits
from dashboard.sandbox.results import Outcome, Result, SandboxError

TTL = 600.0
"""Seconds for which a result, or what DuckDB refuses, is cached."""
RETRYABLE = ("time", "memory", "crash")
"""Kinds of refusal that another try may not meet."""
RETRY_TTL = 30.0
"""Seconds for which those are cached, so that not every rerun of a page is another try."""
UNCACHED = ("busy", "long")
"""Kinds of refusal that cost nothing; the next try may find a place, and a long text would fill
the memory."""
SIZE = 48 * 1024**2
OVERHEAD = 2_000
"""Bytes of an entry beside its texts and rows."""


class Key(NamedTuple):
    """What an outcome depends on."""

    sql: str
    parameters: tuple[tuple[str, str, object], ...]
    """Name, type and value of each: 1 is not true."""
    edition: str
    file: Path
    limits: Limits


class Entry(NamedTuple):
    """An outcome, and its size in bytes with all that is stored for it."""

    outcome: Outcome
    size: int


class ResultCache:
    """The outcomes used last, up to ``size`` bytes; for all threads."""

    def __init__(self, size: int = SIZE, timer: Callable[[], float] = time.monotonic) -> None:
        """Start empty; ``timer`` gives the seconds by which entries expire."""
        self._lock = threading.Lock()
        self._entries: TLRUCache[Key, Entry] = TLRUCache(
            size, ttu=_expires, timer=timer, getsizeof=lambda entry: entry.size
        )

    def get(self, key: Key) -> Outcome | None:
        """Return the outcome; None if there is none, or it has expired."""
        with self._lock:
            entry = self._entries.get(key)
            return entry.outcome if entry else None

    def put(self, key: Key, outcome: Outcome) -> None:
        """Store an outcome, unless it is larger than the whole cache or another try is cheap."""
        with self._lock, suppress(ValueError):  # too large
            self._entries[key] = Entry(outcome, _size(key, outcome))

    def forget_failure(self, sql: str) -> None:
        """Drop refusals of ``sql``, with any parameters, that another try may not meet."""
        with self._lock:
            for key in list(self._entries):
                if key.sql == sql and _is_retryable(self._entries[key].outcome):
                    del self._entries[key]


def _expires(_: Key, entry: Entry, now: float) -> float:
    if isinstance(entry.outcome, SandboxError) and entry.outcome.kind in UNCACHED:
        return now
    return now + (RETRY_TTL if _is_retryable(entry.outcome) else TTL)


def _is_retryable(outcome: Outcome) -> bool:
    return isinstance(outcome, SandboxError) and outcome.kind in RETRYABLE


def _size(key: Key, outcome: Outcome) -> int:
    texts = sum(sys.getsizeof(part) for parameter in key.parameters for part in parameter)
    rows = outcome.rows.estimated_size() if isinstance(outcome, Result) else 0
    return int(OVERHEAD + sys.getsizeof(key.sql) + texts + rows)
