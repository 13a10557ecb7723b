"""``/deadlines.ics``: a calendar that any client can read, and that never invents a day."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
import vobject
from starlette.testclient import TestClient

from tests.helpers import tiny_history
from tests.helpers.calendars import duties, read
from tests.helpers.tiny_history import serving


@pytest.fixture
def then(real: TestClient) -> Iterator[TestClient]:
    """The addresses, on the second of three tiny editions."""
    with serving(tiny_history.second()) as client:
        yield client


def lines(text: str) -> list[str]:
    """The lines of a calendar, unfolded."""
    return text.replace("\r\n ", "").split("\r\n")


def risen(found: dict[str, vobject.base.Component], name: str) -> int:
    """By how much SEQUENCE is above that of a meeting that never moved."""
    two = (found[f"milestone-{key}"].sequence.value for key in (name, "several"))
    return int(next(two)) - int(next(two))


def test_lines_are_as_the_standard_wants_them(real: TestClient) -> None:
    """It ends each with CRLF and folds at 75 octets, and never inside a letter."""
    content = real.get("/deadlines.ics?lang=fr").content
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    folded = content.split(b"\r\n")
    assert max(map(len, folded)) <= 75
    assert all(line.decode() is not None for line in folded)


def test_the_calendar_says_what_it_is(real: TestClient) -> None:
    """It names itself, its maker, its address, and how often to ask again."""
    head = lines(real.get("/deadlines.ics?lang=fr").text)[:15]
    assert head[:5] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//policy-commitment-tracker//Deadlines//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in head
    assert "X-PUBLISHED-TTL:P1D" in head
    assert "X-WR-CALNAME:Échéances\u00a0: Suivi des engagements" in head
    assert "SOURCE;VALUE=URI:http://testserver/deadlines.ics?lang=fr" in head


def test_every_duty_has_what_clients_need(real: TestClient) -> None:
    """It gives each a UID of its own, a stamp in UTC, a title, a page and where it was read."""
    found = duties(read(real))
    assert len(found) > 80
    for duty in found.values():
        assert duty.dtstamp.value.tzinfo is not None
        assert duty.last_modified.value <= duty.dtstamp.value
        assert duty.url.value.startswith("http://testserver/")
        assert "Source: " in duty.description.value
        assert "Edition: " in duty.description.value
        assert 0 <= int(duty.sequence.value) < 2**31
    stamps = re.findall(r"^DTSTAMP(.*)$", real.get("/deadlines.ics").text, re.MULTILINE)
    assert all(re.fullmatch(r":\d{8}T\d{6}Z\r", stamp) for stamp in stamps)


@pytest.mark.parametrize("periods", ["months", "all", "tasks"])
def test_only_a_day_that_a_source_names_is_shown_as_a_day(real: TestClient, periods: str) -> None:
    """It shows a month or a year across all of it, or on no day; and says so in the title."""
    for duty in duties(read(real, f"?periods={periods}")).values():
        due = duty.contents["x-tracker-due-on"][0].value
        if duty.name == "VTODO":
            assert not {"dtstart", "due", "duration"} & duty.contents.keys()
            assert len(due) != 10
            continue
        days = (duty.dtend.value - duty.dtstart.value).days
        assert duty.transp.value == "TRANSPARENT"
        assert type(duty.dtstart.value) is date
        if len(due) != 10:
            assert days >= 28
            assert duty.summary.value.startswith(("By ", "In ", "Between "))
        else:
            assert duty.dtstart.value.isoformat() == due


def test_a_month_is_an_event_and_a_year_a_task(then: TestClient) -> None:
    """It leaves years and longer spans out of the days of a calendar, unless asked for them."""
    found = duties(read(then))
    assert found["milestone-renamed"].name == "VEVENT"
    assert found["milestone-renamed"].dtstart.value == date(2027, 6, 1)
    assert found["milestone-renamed"].dtend.value == date(2027, 7, 1)
    assert found["milestone-between"].name == "VTODO"
    whole = duties(read(then, "?periods=all"))["milestone-between"]
    assert (whole.dtstart.value, whole.dtend.value) == (date(2027, 9, 1), date(2028, 10, 1))


def test_a_meeting_of_days_ends_after_its_last(then: TestClient) -> None:
    """It spans them, with an end that is not part of it."""
    several = duties(read(then))["milestone-several"]
    assert (several.dtstart.value, several.dtend.value) == (date(2027, 9, 1), date(2027, 9, 4))


def test_a_date_that_moves_raises_sequence(then: TestClient) -> None:
    """It tells clients that this is the newer one of two with the same UID."""
    found = duties(read(then))
    moved = found["milestone-moved"]
    assert (risen(found, "moved"), moved.dtstart.value) == (1, date(2027, 4, 1))


def test_the_uid_stays_when_the_title_changes(then: TestClient) -> None:
    """It names a duty by its key, and raises no SEQUENCE for a word."""
    old = duties(read(then))["milestone-renamed"]
    with serving(tiny_history.pointer()) as now:
        new = duties(read(now))["milestone-renamed"]
    assert old.uid.value == new.uid.value == "milestone-renamed@tiny"
    assert old.summary.value == 'In June 2027: Tiny Pact: Meeting "new" & 1 < 2'
    assert new.summary.value == "In June 2027: Tiny Pact: Meeting, old; name"
    assert old.sequence.value == new.sequence.value


def test_what_is_called_off_or_gone_stays_as_cancelled(then: TestClient) -> None:
    """It says so by status, by SEQUENCE and in words, as clients honour one or the other."""
    found = duties(read(then))
    off, dropped = found["milestone-called-off"], found["milestone-dropped"]
    assert (off.name, off.status.value, risen(found, "called-off")) == ("VEVENT", "CANCELLED", 1)
    assert off.summary.value == "Cancelled: Tiny Pact: Meeting"
    assert (dropped.name, dropped.status.value) == ("VTODO", "CANCELLED")
    assert dropped.summary.value == "Withdrawn: Tiny Pact: Report due"
    assert found["milestone-moved"].status.value == "CONFIRMED"


def test_what_comes_back_is_confirmed_again() -> None:
    """It raises SEQUENCE once more."""
    with serving(tiny_history.pointer()) as client:
        found = duties(read(client))
    assert found["milestone-called-off"].status.value == "CONFIRMED"
    assert risen(found, "called-off") == 2


def test_texts_are_escaped(then: TestClient) -> None:
    """It keeps commas, semicolons and quotation marks what they are."""
    with serving(tiny_history.pointer()) as client:
        text = "\n".join(lines(client.get("/deadlines.ics").text))
    assert "Meeting\\, old\\; name" in text
