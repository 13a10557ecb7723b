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


def test_a_member_turns_once_however_often_it_acts() -> None:
    """It does not have who ratifies after signing come in a second time."""
    database = given(
        instruments="""
            id     | short_title
            treaty | Treaty
        """,
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | KEN      | treaty        | signed   | 2024-09-05
            b  | KEN      | treaty        | ratified | 2025-03-01
        """,
    )
    turns = "SELECT changed_on::VARCHAR, certain_change, possible_change FROM roster_turns()"

    assert database.sql(turns).fetchall() == [("2024-09-05", 1, 1)]


def test_the_share_of_a_group_counts_only_its_members() -> None:
    """It says how many of the group are in, of how many that are in the group on the day."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | africa          | 2000-01-01
            b  | RWA       | africa          | 2000-01-01
            c  | KEN       | dco             | 2021-01-01
            d  | MAR       | dco             | 2022-01-01
        """,
    )
    shares = """
        SELECT changed_on::VARCHAR, certain, possible, group_size
        FROM group_shares_on(DATE '2026-01-01', of_group := 'africa')
        WHERE organization_id = 'dco'
    """

    assert database.sql(shares).fetchall() == [("2021-01-01", 1, 1, 2)]


def test_roles_that_count_add_up_to_the_members() -> None:
    """It tells a candidate from the members, who are those of members_on."""
    database = given(
        memberships="""
            id | member_id | organization_id | role            | joined_on
            a  | KEN       | dco             | founding_member | 2021-01-01
            b  | RWA       | dco             | candidate       | 2022-01-01
            c  | MAR       | dco             | member          | 2022-01-01
        """,
    )
    roles = "SELECT role, counted, n FROM roster_roles_on(DATE '2026-01-01')"

    assert sorted(database.sql(roles).fetchall()) == [
        ("candidate", False, 1),
        ("founding_member", True, 1),
        ("member", True, 1),
    ]
