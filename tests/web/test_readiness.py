"""The address that says whether the tracker is ready reads its file, and says why it is not."""

import threading
from collections.abc import Callable

import duckdb
import pytest
from httpx2 import Response

from dashboard.source import database as door
from dashboard.source.errors import QueryError
from dashboard.web import health

Get = Callable[..., Response]


def test_a_database_that_is_gone_is_said(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is alive and not ready, and says why in the reader's language, without a path."""

    def fail() -> None:
        raise QueryError(str(duckdb.IOException("no /srv/tracker.duckdb")))

    monkeypatch.setattr(door, "probe", fail)
    answer = get("/readyz", headers={"Accept-Language": "fr"})

    assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")
    assert answer.json()["detail"].startswith("Les données ne peuvent pas")
    assert "/srv" not in answer.text
    assert get("/healthz").json() == {"status": "ok"}


def test_a_database_that_does_not_answer_is_said(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives up on it, and says so."""
    answered = threading.Event()
    monkeypatch.setattr(health, "SECONDS", 0.01)
    monkeypatch.setattr(door, "probe", lambda: answered.wait(60))
    answer = get("/readyz")
    answered.set()

    assert answer.status_code == 503
    assert "did not answer" in answer.json()["detail"]


def test_readiness_names_the_edition(get: Get) -> None:
    """It has read the file."""
    assert get("/readyz").json()["edition"] == door.edition()
