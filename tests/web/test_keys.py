"""A column of keys takes every key of its table and nothing else, whoever has rows here."""

from pathlib import Path

import polars as pl
import pytest
from starlette.testclient import TestClient

from dashboard.filtering import catalogue
from dashboard.source import database as door
from dashboard.web.request.parameters import keys_in
from tests.helpers.macro_values import VALUES
from transforms import paths


def held(relation: catalogue.Relation) -> pl.DataFrame:
    """Return the rows of a relation, for one country where it is of one."""
    needed = [each.name for each in relation.arguments if each.default is None]
    call = ", ".join(f"{name} := ${name}" for name in needed)
    brackets = f"({call})" if relation.arguments else ""
    sql = f'FROM "{relation.name}"{brackets}'
    return door.run(sql, **{name: VALUES[name] for name in needed})


@pytest.mark.slow
def test_columns_of_keys_hold_keys_of_their_tables(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It refuses no key that the data has."""
    monkeypatch.setattr(paths, "DATABASE", database)
    strange, tried = {}, 0
    for relation in catalogue.relations().values():
        rows = held(relation)
        for column in relation.columns:
            keys = keys_in(relation, column)
            known = keys() if keys else None
            if known is None:
                continue
            tried += 1
            cells = rows[column.name]
            values = cells.explode() if cells.dtype == pl.List else cells
            strange[f"{relation.name}.{column.name}"] = set(values.drop_nulls()) - set(known)

    assert {where: values for where, values in strange.items() if values} == {}
    assert tried > 200


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
