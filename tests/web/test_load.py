"""One who asks much does not keep the others waiting."""

from pathlib import Path

import pytest

from dashboard.state.days import LONGEST
from dashboard.web.http import handler
from tests.helpers.web_client import web_client


def test_an_endless_search_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how long a search may be, instead of looking for a thousand words in every row."""
    answer = web_client(database, monkeypatch).get(f"/data/dictionary.csv?q={'a+' * LONGEST}")

    assert (answer.status_code, f"{LONGEST} characters" in answer.json()["detail"]) == (400, True)


def test_health_is_told_while_all_places_are_taken(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It never waits in line behind those who download."""
    monkeypatch.setattr(handler.limiter(), "total_tokens", 0)
    answer = web_client(database, monkeypatch).get("/readyz")

    assert answer.json()["status"] == "ok"
