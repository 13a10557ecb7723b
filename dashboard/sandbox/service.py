"""Ask a reader's SQL: in the sandbox, and only once for all who ask the same."""

import atexit
import threading
from collections.abc import Callable, Mapping
from functools import cache

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.sandbox import Asked, Asker, Limits, Progress, Sandbox
from dashboard.sandbox.placeholders import parameters_of
from dashboard.sandbox.result_cache import KeptOutcomes, Key, Outcome
from dashboard.source import database

__all__ = ["LIMITS", "Outcome", "Progress", "ask", "forget", "parameters_of", "warm"]

LIMITS = Limits()
"""What one question may take."""


def ask(
    sql: str,
    parameters: Mapping[str, object],
    tell: Callable[[Progress], None] | None = None,
) -> Outcome:
    """Return the answer to ``sql`` on the current edition, or why there is none.

    Args:
        sql: One question.
        parameters: Values of its ``$name`` placeholders: text, number, truth, day or None.
        tell: Called every 0.2 s, in the caller's thread, while there is no outcome yet. Whatever
            it raises is let through, and gives the question up unless another reader waits for
            the same one.
    """
    file = database.file()
    values = sorted((name, type(value).__name__, value) for name, value in parameters.items())
    key: Key = (sql, tuple(values), database.edition(), file, LIMITS)
    if kept := _kept.get(key):
        return kept
    with _lock:
        asked = _asked.get(key)
        if asked is None or not asked.open:
            asked = _asked[key] = _sandbox().begin(sql, file, parameters, LIMITS, _asker())
        _readers[asked] = _readers.get(asked, 0) + 1
    try:
        outcome = asked.attend(tell)
        _kept.put(key, outcome)
    finally:
        _leave(key, asked)
    return outcome


def forget(sql: str) -> None:
    """Have ``sql`` asked anew where it took too long or too much: a reader wants another try."""
    _kept.forget(sql)


def warm() -> None:
    """Start workers, so that the first question does not wait for one."""
    _sandbox().warm(database.file())


_lock = threading.Lock()
_asked: dict[Key, Asked] = {}
_readers: dict[Asked, int] = {}
_kept = KeptOutcomes()


def _asker() -> Asker:
    """Who asks: this tab of a browser, at its address where that is known."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return Asker()
    return Asker(context.session_id, st.context.ip_address or "")


def _leave(key: Key, asked: Asked) -> None:
    """Note that one reader waits no longer; what nobody waits for is given up."""
    with _lock:
        _readers[asked] -= 1
        if _readers[asked]:
            return
        del _readers[asked]
        if _asked.get(key) is asked:
            del _asked[key]
        if asked.open:
            asked.cancel()


@cache
def _sandbox() -> Sandbox:
    """The one sandbox of this server."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox
