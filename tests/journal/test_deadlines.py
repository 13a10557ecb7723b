"""The calendar's state: how often a date moved, and what was called off, whatever day is asked."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import duckdb

from tests.helpers import tiny_history
from tests.helpers.tiny_history import MEETING
from transforms import journal
from transforms.journal import deadlines as journal_deadlines
from transforms.journal.deadlines import Duty, next_state, query, sequence_at

DAY = datetime(2026, 11, 22, tzinfo=UTC)


def state(*steps: Mapping[str, object] | None, days: int = 1) -> list[tuple[int, str]]:
    """SEQUENCE and status of a meeting after each edition, which come some days apart."""
    before: dict[str, journal_deadlines.Deadline] = {}
    seen = []
    for n, step in enumerate(steps):
        known = [] if step is None else [{**MEETING, **step}]
        before = next_state(before, known, DAY + n * timedelta(days))  # type: ignore[arg-type]  # whole
        seen += [(duty["sequence"], duty["status"]) for duty in before.values()]
    return seen


def test_a_date_that_moves_raises_sequence() -> None:
    """It counts each move from one edition to the next, back ones too."""
    there, back = {"due_on": "2027-04"}, {"due_on": "2027-03-10"}
    assert [n for n, _ in state({}, {}, there, there, back)] == [0, 0, 1, 1, 2]
    assert [n for n, _ in state({}, {"ended_on": "2027-03-12"})] == [0, 1]


def test_a_new_title_changes_no_sequence_but_the_time_of_change() -> None:
    """It is the same event, told otherwise."""
    before = next_state({}, [MEETING], DAY)
    later = DAY + timedelta(1)
    (now,) = next_state(
        before, [{**MEETING, "title": {"en": "Great meeting", "fr": "Réunion"}}], later
    ).values()
    assert (now["sequence"], now["changed_at"]) == (0, later.isoformat())


def test_what_is_called_off_and_on_again_raises_sequence() -> None:
    """It tells a cancelled, a postponed and a vanished meeting, and one that comes back."""
    for off in ({"status": "cancelled"}, {"status": "postponed"}, None):
        status = "absent" if off is None else off["status"]
        assert state({}, off, off, {}) == [(0, "planned"), (1, status), (1, status), (2, "planned")]


def test_a_meeting_that_was_held_is_not_cancelled() -> None:
    """It stays what it was: that it is over moves no date."""
    assert state({}, {"status": "held"}) == [(0, "planned"), (0, "held")]


def test_what_was_never_on_the_calendar_is_not_cancelled_in_it() -> None:
    """It tells nobody of meetings that nobody had been told of."""
    assert state({"status": "cancelled"}) == []
    assert state({"status": "held"}) == []


def test_what_is_gone_is_told_for_a_year() -> None:
    """It is forgotten then; a calendar is no archive."""
    assert state({}, None, None, days=300) == [(0, "planned"), (1, "absent"), (1, "absent")]
    assert state({}, None, None, None, days=300) == state({}, None, None, days=300)


def test_what_is_known_again_after_years_goes_on_from_a_higher_number() -> None:
    """It needs no memory of what it gave, even where a duty moved at every build of a day."""
    first, later = sequence_at(DAY), DAY + timedelta(400)
    before = next_state({}, [MEETING], DAY, first)
    for n in range(200):
        meeting: Duty = {**MEETING, "due_on": f"2027-03-{n % 2 + 10}"}
        before = next_state(before, [meeting], DAY + timedelta(seconds=3 * n), first)
    (last,) = before.values()
    assert last["sequence"] == first + 199
    (again,) = next_state({}, [MEETING], later, sequence_at(later)).values()
    assert again["sequence"] > last["sequence"] + 10**6


def test_a_sequence_is_a_number_that_calendars_can_hold() -> None:
    """It is never below 0 nor above 31 bits, whatever the clock says."""
    assert sequence_at(datetime(1970, 1, 1, tzinfo=UTC)) == 0
    assert 2**30 < sequence_at(datetime(2093, 12, 31, tzinfo=UTC)) < 2**31
    assert sequence_at(datetime(2500, 1, 1, tzinfo=UTC)) == 2**31 - 1
    before = next_state({}, [MEETING], DAY, 2**31 - 1)
    (now,) = next_state(before, [{**MEETING, "due_on": "2029"}], DAY).values()
    assert now["sequence"] == 2**31 - 1


def test_the_calendar_knows_what_is_due_whatever_day_is_asked(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It holds every duty that the views find open, on that day as ten years later."""
    cursor = connection.execute(query(["en", "fr"]))
    names = [column[0] for column in cursor.description]
    known = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    reported = set(next_state({}, known, DAY))  # type: ignore[arg-type]  # rows of the right columns
    for day in ("2026-11-22", "2036-11-22"):
        rows = connection.execute(f"SELECT origin || ':' || id FROM deadlines_on(DATE '{day}')")
        assert {name for (name,) in rows.fetchall()} <= reported


def test_three_editions_move_dates_as_they_should() -> None:
    """It carries the calendar's state through real builds, there and back."""
    first = journal.read(tiny_history.second())
    last = journal.read(tiny_history.pointer())
    assert first is not None
    assert last is not None
    least = first.deadlines["milestone:several"]["sequence"]
    sequences = {name: duty["sequence"] - least for name, duty in first.deadlines.items()}
    assert sequences == {
        "commitment:pact-1": 0,
        "milestone:between": 0,
        "milestone:called-off": 1,
        "milestone:dropped": 1,
        "milestone:moved": 1,
        "milestone:renamed": 0,
        "milestone:several": 0,
    }
    risen = {name for name, duty in last.deadlines.items() if duty["sequence"] == least + 2}
    assert risen == {"milestone:called-off", "milestone:dropped", "milestone:moved"}
