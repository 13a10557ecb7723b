"""Ask a reader's SQL: in the sandbox, and only once for all who ask the same."""

import atexit
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard import database
from dashboard.sandbox import Answer, Limits, Sandbox, SandboxError

LIMITS = Limits()
"""What one question may take."""

Outcome = Answer | SandboxError


def ask(sql: str, day: date) -> Outcome:
    """Return the answer to ``sql`` on the current edition, or why there is none.

    ``$day`` in it stands for ``day``.
    """
    try:
        return _outcome(sql, day, database.edition(), str(database.file()))
    except _BusyError as busy:
        return busy


def warm() -> None:
    """Start a worker, so that the first question does not wait for it."""
    _sandbox().warm()


class _BusyError(SandboxError):
    """Raised, not returned, so that it is not kept: the next try may find a place."""


@st.cache_resource(max_entries=4, ttl=600, show_spinner=False)
def _outcome(sql: str, day: date, edition: str, file: str) -> Outcome:
    parameters: Mapping[str, object] = {"day": day}
    try:
        return _sandbox().ask(sql, Path(file), parameters, LIMITS)
    except SandboxError as error:
        if error.kind == "busy":
            raise _BusyError("busy") from error
        return error


@st.cache_resource(show_spinner=False)
def _sandbox() -> Sandbox:
    """The one sandbox of this server; a worker waits ready."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox
