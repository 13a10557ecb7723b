"""Every dated duty on record, whatever the day: `dated_duties`, on drawn tables."""

import pytest

from tests.helpers.drawn import given


@pytest.mark.parametrize(
    ("status", "ended_on", "adopted_on", "listed"),
    [
        ("adopted", "", "2020-01-01", True),
        ("proposed", "", "", False),
        ("issued", "", "2020-01-01", False),
        ("superseded", "", "2020-01-01", False),
        ("superseded", "2024-12-30", "2020-01-01", False),
        ("superseded", "2024-12-31", "2020-01-01", True),
        ("withdrawn", "2025", "2020-01-01", True),
    ],
)
def test_a_deadline_is_listed_if_its_text_is_made_and_does_not_end_before_it(
    status: str, ended_on: str, adopted_on: str, listed: bool
) -> None:
    """It goes by the last day that the deadline and the end can mean."""
    database = given(
        instruments=f"""
            id  | status   | adopted_on   | ended_on
            act | {status} | {adopted_on} | {ended_on}
        """,
        commitments="""
            id | instrument_id | due_on
            c1 | act           | 2024
        """,
    )
    assert bool(database.sql("SELECT id FROM dated_duties").fetchall()) is listed


@pytest.mark.parametrize(("status", "listed"), [("overtaken", False), ("complete", True)])
def test_a_commitment_that_events_have_overtaken_is_not_due(status: str, listed: bool) -> None:
    """It leaves out what no longer binds, and keeps what is met."""
    database = given(
        instruments="""
            id  | status  | adopted_on
            act | adopted | 2020-01-01
        """,
        commitments="""
            id | instrument_id | due_on
            c1 | act           | 2024
        """,
        assessments=f"""
            id | commitment_id | as_of      | status
            a  | c1            | 2021-06-01 | {status}
        """,
    )
    assert bool(database.sql("SELECT id FROM dated_duties").fetchall()) is listed


def test_milestones_of_every_status_are_listed_but_those_of_a_deadline() -> None:
    """It leaves the deadline of a commitment to the commitment."""
    database = given(
        instruments="""
            id  | status  | adopted_on
            act | adopted | 2020-01-01
        """,
        commitments="""
            id | instrument_id | due_on
            c1 | act           | 2024-05
        """,
        milestones="""
            id     | commitment_id | instrument_id | kind     | status    | happened_on
            same   | c1            |               | deadline | planned   | 2024-05-31
            off    | c1            |               | deadline | cancelled | 2024-05-31
            summit |               |               | meeting  | held      | 2023-01-01
        """,
    )
    rows = database.sql("SELECT origin, id, status, instrument_id, actor_ids FROM dated_duties")
    assert rows.fetchall() == [
        ("commitment", "c1", "planned", "act", []),
        ("milestone", "off", "cancelled", "act", []),
        ("milestone", "summit", "held", None, []),
    ]
