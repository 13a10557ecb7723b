"""The step lines of the rosters, with derived members or without: `roster_steps`."""

import duckdb

from tests.helpers.drawn import given

STEPS = "SELECT day::VARCHAR, certain, possible FROM roster_steps(include_derived := $derived)"
ONLY_HERE = """
    SELECT organization_id, instrument_id, day, certain, possible
    FROM roster_steps()
    WHERE day IS NOT NULL
    EXCEPT
    SELECT organization_id, instrument_id, day, certain, possible
    FROM member_counts
"""


def test_a_join_known_to_the_month_is_two_steps() -> None:
    """It raises what is possible first, what is certain later."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | MAR       | dco             | 2022-04
        """,
    )

    assert database.sql(STEPS, params={"derived": False}).fetchall() == [
        ("2022-04-01", 0, 1),
        ("2022-04-30", 1, 1),
    ]


def test_a_beginning_left_open_is_a_step_without_a_day() -> None:
    """It says that who is on a list may have been in before."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | africa          | [..2019-12-31]
        """,
    )

    assert database.sql(STEPS, params={"derived": False}).fetchall() == [
        (None, 0, 1),
        ("2019-12-31", 1, 1),
    ]


def test_derived_members_count_only_if_asked_for() -> None:
    """It leaves out what follows from something else."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | basis
            a  | LVA       | gpai            | 2024-07-03 | derived
        """,
    )

    assert database.sql(STEPS, params={"derived": False}).fetchall() == []
    assert database.sql(STEPS, params={"derived": True}).fetchall() == [("2024-07-03", 1, 1)]


def test_the_steps_are_those_beside_the_reports(connection: duckdb.DuckDBPyConnection) -> None:
    """It counts the declared rosters as `member_counts` does, on the real data."""
    assert connection.sql(ONLY_HERE).fetchall() == []
