"""Run a reader's SQL in the sandbox; readers of the same query share one run and its result."""

import atexit
import os
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.sandbox import Client, Outcome, PendingQuery, Progress, Sandbox
from dashboard.sandbox.limits import capacity_from, limits_from
from dashboard.sandbox.result_cache import Key, ResultCache
from dashboard.source import database

LIMITS = limits_from(os.environ)
"""What one query may take."""


def run(
    sql: str,
    parameters: Mapping[str, object],
    on_progress: Callable[[Progress], None] | None = None,
) -> Outcome:
    """Return the result of one query on the current edition, or why there is none.

    ``on_progress`` is called every 0.2 s, in the caller's thread, until there is an outcome.
    Whatever it raises is passed on, and cancels the query unless another reader waits for the same
    one.
    """
    file = database.file()
    key = _key(sql, parameters, file)
    if cached := _cache.get(key):
        return cached
    with _lock:
        pending = _pending.get(key)
        if pending is None or not pending.is_open:
            pending = _sandbox().submit(sql, file, parameters, LIMITS, _client())
            _pending[key] = pending
        _readers[pending] += 1
    try:
        outcome = pending.wait(on_progress)
        _cache.put(key, outcome)
    finally:
        _leave(key, pending)
    return outcome


def is_cached(sql: str, parameters: Mapping[str, object]) -> bool:
    """Whether ``run`` would answer without running anything."""
    return _cache.get(_key(sql, parameters, database.file())) is not None


def forget_failure(sql: str) -> None:
    """Let ``sql`` run anew where it took too long or too much: a reader wants another try."""
    _cache.forget_failure(sql)


def warm() -> None:
    """Start workers, so that the first query does not wait for one."""
    _sandbox().warm(database.file())


_lock = threading.Lock()
_pending: dict[Key, PendingQuery] = {}
_readers: Counter[PendingQuery] = Counter()
_cache = ResultCache()


def _key(sql: str, parameters: Mapping[str, object], file: Path) -> Key:
    values = sorted((name, type(value).__name__, value) for name, value in parameters.items())
    return Key(sql, tuple(values), database.edition(), file, LIMITS)


def _client() -> Client:
    """Return this tab of a browser, with its IP address where that is known."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return Client()
    return Client(context.session_id, st.context.ip_address or "")


def _leave(key: Key, pending: PendingQuery) -> None:
    """Drop one waiting reader; cancel the query when none is left."""
    with _lock:
        _readers[pending] -= 1
        if _readers[pending]:
            return
        del _readers[pending]
        if _pending.get(key) is pending:
            del _pending[key]
        if pending.is_open:
            pending.cancel()


@cache
def _sandbox() -> Sandbox:
    """Return the one sandbox of this server."""
    sandbox = Sandbox(capacity_from(os.environ), LIMITS)
    atexit.register(sandbox.close)
    return sandbox
