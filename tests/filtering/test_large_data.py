"""What is found by keys, where there is much on record, is what one query finds."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dashboard.components.changes.lately import TELLING
from dashboard.filtering import found as filtering
from dashboard.kinds import COUNTRY, KINDS
from dashboard.kinds.declared import Kind
from dashboard.source import belonging, recent, row_pages, two_days
from dashboard.source.row_pages import Part
from dashboard.source.two_days import Comparison
from tests.helpers.web_client import web_client
from transforms import paths

DAY = date(2026, 11, 21)
RECORDS = ((COUNTRY, "KEN"), (KINDS["organization"], "itu"), (KINDS["text"], "gdc"))


@pytest.fixture(autouse=True)
def _read(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "DATABASE", database)


def as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look things up as where there is much on record."""
    monkeypatch.setattr(row_pages, "LARGE", 0)


def sections(kind: Kind, key: str) -> dict[str, pl.DataFrame]:
    """Return the first rows of the sections of a record that have an order."""
    return {
        each.name: belonging.page(
            each.relation,
            each.by,
            key,
            DAY,
            where=each.where.replace("{language}", "en"),
            order=each.order.replace("{language}", "en"),
            limit=each.most,
            offset=0,
            record=key,
            found_in=each.found_in,
        )
        for each in kind.sections
        if each.relation and each.order and each.most > 1 and not each.of
    }


@pytest.mark.parametrize(("kind", "key"), RECORDS, ids=lambda value: str(value)[:20])
def test_sections_have_the_same_rows(kind: Kind, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how many there are in all, in the same order."""
    plain = sections(kind, key)
    as_large(monkeypatch)
    found = sections(kind, key)
    assert any(rows.height for rows in plain.values())
    for name, rows in plain.items():
        assert found[name].height == rows.height, name
        if rows.height:
            assert_frame_equal(found[name], rows, check_column_order=False)


def test_parts_of_a_relation_are_those_of_pages() -> None:
    """Sections that share a relation have the rows that each has alone."""
    alone = sections(COUNTRY, "KEN")
    shared = [each for each in COUNTRY.sections if each.relation == "country_participations"]
    parts = {
        each.name: Part(each.where, each.order.replace("{language}", "en"), each.most)
        for each in shared
    }
    found = belonging.parts(
        "country_participations", "", "KEN", DAY, parts, record="KEN", options={}
    )
    assert len(shared) > 2
    for name, rows in found.items():
        assert_frame_equal(rows, alone[name], check_column_order=False)


def test_changes_have_the_same_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked up for the rows that are shown."""
    comparison = Comparison(date(2025, 1, 1), DAY)
    plain = two_days.rows(comparison)
    as_large(monkeypatch)
    found = two_days.rows(comparison)
    assert plain.height > 100
    assert_frame_equal(found, plain, check_column_order=False)


@pytest.mark.parametrize(
    "address",
    [
        "commitments_on.csv?as_of=2026-11-21&limit=7&offset=3",
        "commitments_on.csv?as_of=2026-11-21&limit=7&_sort_desc=due_on&instrument_id=gdc",
        "text_profiles_on.json?as_of=2026-11-21&limit=5&_sort=adopted_on",
        "commitments_on.csv?as_of=2026-11-21&limit=7&due_state=overdue&status=complete",
    ],
)
def test_few_rows_of_an_address_are_the_same(
    address: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filtered and in order, from any row on; none too."""
    client = web_client(database, monkeypatch)
    plain = client.get(f"/data/{address}")
    as_large(monkeypatch)
    found = client.get(f"/data/{address}")
    assert plain.status_code == 200, plain.text[:200]
    assert found.content == plain.content


@pytest.mark.parametrize("offset", [0, 30, 10_000])
def test_a_page_of_a_list_has_the_same_rows(offset: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order, whatever that is made of; none past the end."""
    of = filtering.found("commitments_on", DAY, {"status": "not_assessed"})
    plain = filtering.rows(of, 25, offset, by_urgency=["overdue", "later"])
    as_large(monkeypatch)
    found = filtering.rows(of, 25, offset, by_urgency=["overdue", "later"])
    assert plain.height == (25 if offset < of.n else 0)
    assert_frame_equal(found, plain, check_column_order=False)


@pytest.mark.parametrize("day", [DAY, date(2026, 11, 9), date(2024, 6, 1)])
def test_what_changed_lately_is_something(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks back to the newest of what it tells, also where the days since have nothing."""
    monkeypatch.setattr(recent, "MOST", 1)
    assert recent.rows(recent.since(day, TELLING), day, TELLING).height
