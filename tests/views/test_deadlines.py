"""Due, overdue, upcoming: deadlines in `commitments_on` and `deadlines_on`, on drawn tables."""

from typing import Any

import duckdb
import pytest

from tests.helpers.drawn import given


def promised(due_on: str, *, status: str = "", ended_on: str = "") -> duckdb.DuckDBPyConnection:
    """Return a database with one commitment of 2020, assessed once if a status is given."""
    assessed = f"""
        id | commitment_id | as_of      | status
        a  | c1            | 2020-06-01 | {status}
    """
    return given(
        instruments=f"""
            id  | status                                      | adopted_on | ended_on
            act | {"withdrawn" if ended_on else "adopted"}    | 2020-01-01 | {ended_on}
        """,
        commitments=f"""
            id | instrument_id | due_on
            c1 | act           | {due_on}
        """,
        **({"assessments": assessed} if status else {}),
    )


def due(database: duckdb.DuckDBPyConnection, day: str) -> tuple[object, ...]:
    """Return how the deadline of the only commitment stands on a day."""
    rows = f"SELECT due_state, overdue, days_to_due FROM commitments_on(DATE '{day}')"
    [row] = database.sql(rows).fetchall()
    return row


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2025-10-02", ("later", False, 90 + 91)),
        ("2026-01-01", ("due_now", False, 90)),
        ("2026-04-01", ("due_now", False, 0)),
        ("2026-04-02", ("overdue", True, -1)),
    ],
)
def test_a_deadline_known_as_a_span_is_overdue_only_after_its_last_day(
    day: str, answer: tuple[str, bool, int] | tuple[str, bool, Any]
) -> None:
    """It is due now on every day that the deadline can mean."""
    assert due(promised("[2026-01-01..2026-04-01]"), day) == answer


@pytest.mark.parametrize(
    ("due_on", "last_day", "day_after"),
    [
        ("2025", "2025-12-31", "2026-01-01"),
        ("2025-02", "2025-02-28", "2025-03-01"),
        ("2025-02-11", "2025-02-11", "2025-02-12"),
    ],
)
def test_a_year_or_month_is_overdue_the_day_after_it(
    due_on: str, last_day: str, day_after: str
) -> None:
    """It takes a deadline as precisely as the text sets it."""
    database = promised(due_on)

    assert due(database, last_day) == ("due_now", False, 0)
    assert due(database, day_after) == ("overdue", True, -1)


def test_a_deadline_by_a_day_is_not_due_from_the_beginning_of_time() -> None:
    """It waits for the last 90 days where no first day is known."""
    database = promised("[..2030-12-31]")

    assert due(database, "2026-01-01")[0] == "later"
    assert due(database, "2030-12-01")[0] == "within_90_days"


@pytest.mark.parametrize("days", [1, 90])
def test_the_next_ninety_days_are_soon(days: int) -> None:
    """It counts the ninetieth day in."""
    database = promised("2026-04-01")
    [(day,)] = database.sql(f"SELECT (DATE '2026-04-01' - {days})::VARCHAR").fetchall()

    assert due(database, day) == ("within_90_days", False, days)


def test_the_ninety_first_day_is_later() -> None:
    """It ends soon with the ninetieth day."""
    assert due(promised("2026-04-01"), "2025-12-31") == ("later", False, 91)


@pytest.mark.parametrize(
    ("status", "state"), [("complete", "met"), ("overtaken", "none"), ("substantial", "overdue")]
)
def test_only_complete_and_overtaken_are_never_overdue(status: str, state: str) -> None:
    """It keeps what is met in part overdue."""
    assert due(promised("2021", status=status), "2022-01-01")[:2] == (state, state == "overdue")


def test_a_passed_deadline_that_could_not_be_judged_is_not_overdue() -> None:
    """It is a state of its own once the last possible day has passed."""
    database = promised("2021", status="unable_to_assess")

    assert due(database, "2021-12-31")[:2] == ("due_now", False)
    assert due(database, "2022-01-01")[:2] == ("not_judged", False)


def test_a_text_that_has_ended_leaves_nothing_overdue() -> None:
    """It was overdue until then."""
    database = promised("2021", ended_on="2023-01-01")

    assert due(database, "2022-12-31")[:2] == ("overdue", True)
    assert due(database, "2023-01-01")[:2] == ("none", False)


def test_without_a_deadline_nothing_is_overdue() -> None:
    """It says false, not unknown."""
    assert due(promised(""), "2030-01-01") == ("none", False, None)


def test_a_planned_milestone_in_the_past_has_passed_and_is_not_overdue() -> None:
    """It does not say that what was planned was held."""
    database = given(
        milestones="""
            id | happened_on | kind     | status    | actor_id
            m  | 2026-07-01  | meeting  | planned   | itu
            n  | 2026-07-02  | meeting  | cancelled | itu
            o  | 2026-07-03  | meeting  | held      | itu
            p  | 2026-07-04  | deadline | cancelled | itu
            q  | 2026-07-05  | deadline | postponed | itu
        """,
    )

    rows = "SELECT id, state, status FROM deadlines_on(DATE '2026-08-01')"

    assert database.sql(rows).fetchall() == [("m", "passed", None)]


@pytest.mark.parametrize(("days", "state"), [(90, "within_90_days"), (91, "later")])
@pytest.mark.parametrize("kind", ["meeting", "deadline"])
def test_a_milestone_is_soon_in_the_last_ninety_days(kind: str, days: int, state: str) -> None:
    """It counts the ninetieth day in, as for the deadline of a commitment."""
    database = given(
        milestones=f"""
            id | happened_on | kind   | status  | actor_id
            m  | 2026-04-01  | {kind} | planned | itu
        """,
    )
    day = f"(DATE '2026-04-01' - {days})::DATE"

    assert database.sql(f"SELECT state, days_left FROM deadlines_on({day})").fetchall() == [
        (state, days)
    ]


def test_a_meeting_under_way_is_now() -> None:
    """It has no days left until its last day is over."""
    database = given(
        milestones="""
            id | happened_on | ended_on   | kind    | status  | actor_id
            m  | 2026-11-09  | 2026-11-27 | meeting | planned | itu
        """,
    )

    days = ["2026-11-08", "2026-11-21", "2026-11-28"]
    rows = [
        database.sql(f"SELECT state, days_left FROM deadlines_on(DATE '{day}')").fetchall()
        for day in days
    ]

    assert rows == [[("within_90_days", 1)], [("due_now", 0)], [("passed", -19)]]


def test_a_milestone_of_a_later_source_was_not_known() -> None:
    """It does not look into the future of the day."""
    database = given(
        sources="""
            id   | published_on
            plan | 2025-06
        """,
        milestones="""
            id | happened_on | kind    | status  | actor_id | source_id
            m  | 2026-07-01  | meeting | planned | itu      | plan
        """,
    )

    assert database.sql("FROM deadlines_on(DATE '2025-05-31')").fetchall() == []
    assert len(database.sql("FROM deadlines_on(DATE '2025-06-01')").fetchall()) == 1


def test_a_deadline_told_as_milestone_and_as_commitment_is_one_row() -> None:
    """It keeps the commitment, which has a status."""
    database = given(
        instruments="""
            id  | status  | adopted_on
            act | adopted | 2020-01-01
        """,
        commitments="""
            id | instrument_id | due_on
            c1 | act           | 2024-12
        """,
        milestones="""
            id | happened_on | kind     | commitment_id
            m  | 2024-12     | deadline | c1
            n  | 2027        | deadline | c1
        """,
    )

    rows = "SELECT origin, id FROM deadlines_on(DATE '2024-01-01')"

    assert database.sql(rows).fetchall() == [("commitment", "c1"), ("milestone", "n")]
