"""A column of keys takes every key of its table and nothing else, whoever has rows here."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dashboard.filtering import catalogue
from dashboard.source import database as door
from transforms import paths


def test_sections_of_countries_are_known(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It knows every word of the profile of those of which most is known."""
    monkeypatch.setattr(paths, "DATABASE", database)
    known = {
        column.name: column.codes for column in catalogue.relations()["country_profile"].columns
    }
    for country in ("BHR", "CHE", "CHN", "EGY", "FRA", "IND", "PAK", "QAT", "RWA", "USA"):
        rows = door.run("FROM country_profile($country, DATE '2026-11-21')", country=country)
        for column in ("section", "detail"):
            assert set(rows[column].drop_nulls()) <= set(known[column]), (country, column)


@pytest.mark.parametrize(
    "query",
    [
        "members_on.json?organization_id=FRA",
        "members_on.json?member_id=un-sg&body=dco",
        "deadlines_on.json?id=ms-001",
        "country_profile.json?country=ABW&section=appointment",
        "timeline.json?row_id=whatever",
    ],
)
def test_a_key_without_rows_is_an_empty_answer(client: TestClient, query: str) -> None:
    """It gives no rows for what exists elsewhere, and lets be what holds keys of many things."""
    answer = client.get(f"/data/{query}")

    assert (answer.status_code, answer.json()) == (200, []), answer.text
