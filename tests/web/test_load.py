"""One who asks much does not keep the others waiting."""

from pathlib import Path

import pytest

from dashboard.shaping.search import LONGEST, having
from dashboard.web.http import handler
from tests.helpers.tables import TABLES
from tests.helpers.web_client import web_client
from transforms.paths import DATA
from transforms.reading.extract import extract


def test_an_endless_search_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how long a search may be, instead of looking for a thousand words in every row."""
    answer = web_client(database, monkeypatch).get(f"/data/dictionary.csv?q={'a+' * LONGEST}")

    assert (answer.status_code, f"{LONGEST} characters" in answer.json()["detail"]) == (400, True)


def test_a_text_is_read_once_however_many_words_are_sought(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It takes no longer for a hundred words than for one, but for looking them up."""
    rows, _ = extract(DATA, TABLES)
    folded: list[str] = []

    def fold(text: str) -> str:
        folded.append(text)
        return text

    monkeypatch.setattr("dashboard.shaping.search.fold", fold)
    having(rows["sources"], " ".join(f"w{n}" for n in range(100)))

    assert len(folded) <= rows["sources"].height + 1


def test_health_is_told_while_all_places_are_taken(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It never waits in line behind those who download."""
    monkeypatch.setattr(handler.limiter(), "total_tokens", 0)
    answer = web_client(database, monkeypatch).get("/readyz")

    assert answer.json()["status"] == "ok"
