"""``/deadlines.ics``: what it can be asked for, and what it says to what it cannot."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import duckdb
import pytest
from starlette.testclient import TestClient

from tests.helpers.calendars import duties, read

TODAY = date.today()


def test_filters_leave_what_they_name(real: TestClient) -> None:
    """It takes the filters of the pages: any of the values of one, all of different ones."""
    every = duties(read(real))
    texts = duties(read(real, "?instrument=gdc&origin=commitment"))
    assert 0 < len(texts) < len(every)
    assert all(name.startswith("commitment-") for name in texts)
    assert texts.keys() <= every.keys()
    actor = duties(read(real, "?actor=un-sg"))
    assert 0 < len(actor) < len(every)
    assert duties(read(real, "?focus_area=capacity-building")).keys() < every.keys()


def test_a_country_has_the_commitments_of_its_page(
    real: TestClient, connection: duckdb.DuckDBPyConnection
) -> None:
    """It leaves the dated commitments that commit the country today, as on Commitments."""
    rows = f"country_commitments('KEN', DATE '{TODAY}')"
    binding = connection.sql(f"""
        SELECT DISTINCT 'commitment-' || commitment_id FROM {rows} WHERE way <> 'pending'
    """).fetchall()
    every = duties(read(real, "?origin=commitment")).keys()
    own = duties(read(real, "?country=KEN&origin=commitment")).keys()
    assert own == every & {name for (name,) in binding}
    assert 0 < len(own) < len(every)


def test_a_country_has_the_milestones_of_its_texts_and_bodies(real: TestClient) -> None:
    """It keeps those of the UN and its organs for a member, and not those of the EU."""
    titles = {
        duty.summary.value for duty in duties(read(real, "?country=KEN&origin=milestone")).values()
    }
    assert "UN: Panel term ends" in titles
    assert not [title for title in titles if "EU AI Act" in title]


def test_a_calendar_of_a_country_says_whose_it_is(real: TestClient) -> None:
    """It names the country, in the language of the calendar."""
    found = read(real, "?country=KEN&lang=fr")
    assert found.contents["x-wr-calname"][0].value == "Échéances\u00a0: Kenya"


def test_a_calendar_with_nothing_in_it_is_one(real: TestClient) -> None:
    """It holds what no client shows, as the standard wants something."""
    found = read(real, "?instrument=cybercrime-convention&state=overdue")
    assert duties(found) == {}
    assert set(found.contents) > {"vtimezone", "method"}


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("?state=overdu", "did you mean 'overdue'"),
        ("?instrument=gcd", "did you mean 'gdc'"),
        ("?instrumnt=gdc", "did you mean 'instrument'"),
        ("?contry=KEN", "it has lang, country, instrument,"),
        ("?country=Kenya", "did you mean 'KEN' (Kenya)?"),
        ("?actor=KEN", "'KEN' is a country: ask with country=KEN."),
        ("?periods=years", "periods can be months, all, tasks, not 'years'"),
        ("?lang=de", "lang can be en, fr"),
        ("?periods=all&periods=tasks", "periods can be given once"),
    ],
)
def test_what_cannot_be_understood_is_said(real: TestClient, query: str, hint: str) -> None:
    """It answers 400 with a sentence and the right spelling."""
    answer = real.get(f"/deadlines.ics{query}")
    assert answer.status_code == 400
    assert hint in answer.json()["detail"]


def test_who_has_it_already_is_told_so(real: TestClient) -> None:
    """It answers 304 to the same question, and not to another."""
    answer = real.get("/deadlines.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert parsedate_to_datetime(answer.headers["last-modified"]) <= datetime.now(UTC)
    known = {"If-None-Match": answer.headers["etag"]}
    assert real.get("/deadlines.ics", headers=known).status_code == 304
    assert real.get("/deadlines.ics?lang=fr", headers=known).status_code == 200
    head = real.head("/deadlines.ics")
    assert (head.status_code, head.content) == (200, b"")
