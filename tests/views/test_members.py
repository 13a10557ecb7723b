"""Who is in what on a day: `members_on`, on drawn tables."""

from typing import Any

import duckdb
import pytest

from tests.helpers.drawn import given


def in_on(database: duckdb.DuckDBPyConnection, day: str, more: str = "") -> list[tuple[str, str]]:
    """Return who is in on a day, with how sure that is."""
    return database.sql(
        f"SELECT member_id, certainty FROM members_on(DATE '{day}'{more})"
    ).fetchall()


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2022-03-31", []),
        ("2022-04-01", [("MAR", "possible")]),
        ("2022-04-29", [("MAR", "possible")]),
        ("2022-04-30", [("MAR", "certain")]),
    ],
)
def test_a_join_known_to_the_month_is_certain_after_its_last_day(
    day: str, answer: list[Any] | list[tuple[str, str]]
) -> None:
    """It is possible from the first day of the month."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | MAR       | dco             | 2022-04
        """,
    )

    assert in_on(database, day) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2020-12-31", [("GBR", "certain")]),
        ("2021-01-01", [("GBR", "possible")]),
        ("2021-12-30", [("GBR", "possible")]),
        ("2021-12-31", []),
    ],
)
def test_a_departure_known_to_the_year_ends_membership_possibly_then_certainly(
    day: str, answer: list[tuple[str, str]] | list[Any]
) -> None:
    """It counts from the first to the last day that the year can mean."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | GBR       | club            | 1973-01-01 | 2021
        """,
    )

    assert in_on(database, day) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-11-23", [("LAO", "certain")]),
        ("2026-11-24", [("LAO", "possible")]),
        ("2040-01-01", [("LAO", "possible")]),
    ],
)
def test_past_its_expected_end_a_membership_is_possible_and_never_over(
    day: str, answer: list[tuple[str, str]]
) -> None:
    """It waits for a source that says who left."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on | expected_left_on
            a  | LAO       | ldc             | 1971-11   | [2026-11-24..2029-11-24]
        """,
    )

    assert in_on(database, day) == answer


def test_an_expected_end_lowers_the_certain_number_alone() -> None:
    """It draws the step line of the certain members down, and not that of the possible ones."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on | expected_left_on
            a  | LAO       | ldc             | 1971      | 2026-11-24
        """,
    )

    steps = database.sql("SELECT day::VARCHAR, certain, possible FROM roster_steps()").fetchall()

    assert steps == [("1971-01-01", 0, 1), ("1971-12-31", 1, 1), ("2026-11-24", 0, 1)]


def test_the_day_of_departure_is_the_first_day_out() -> None:
    """It reads left_on as half open."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | GBR       | club            | 1973-01-01 | 2020-02-01
        """,
    )

    assert in_on(database, "2020-01-31") == [("GBR", "certain")]
    assert in_on(database, "2020-02-01") == []


def test_a_join_without_a_first_day_was_always_possible() -> None:
    """It does not take an open beginning for no membership."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | NPL       | ldc             | [..2024-12-31]
        """,
    )

    assert in_on(database, "1900-01-01") == [("NPL", "possible")]
    assert in_on(database, "2024-12-31") == [("NPL", "certain")]


def test_a_member_with_two_spells_is_in_once_and_not_between_them() -> None:
    """It lists the spell of the day."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | IDN       | un              | 1950-09-28 | 1965-03-01
            b  | IDN       | un              | 1966-09-28 |
        """,
    )

    assert in_on(database, "1960-01-01") == [("IDN", "certain")]
    assert in_on(database, "1966-01-01") == []
    assert in_on(database, "2020-01-01") == [("IDN", "certain")]


def test_two_spells_that_may_meet_are_one_member() -> None:
    """It counts a member once on a day on which either spell may hold."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on | left_on
            a  | SYR       | un              | 1945      | 1961
            b  | SYR       | un              | 1961      |
        """,
    )

    assert in_on(database, "1961-06-01") == [("SYR", "possible")]


@pytest.mark.parametrize("role", ["observer", "candidate", "associate", "president"])
def test_only_members_are_members(role: str) -> None:
    """It leaves out the other roles."""
    database = given(
        memberships=f"""
            id | member_id | organization_id | role   | joined_on
            a  | CHN       | dco             | {role} | 2020-01-01
        """,
    )

    assert in_on(database, "2021-01-01") == []


def test_what_is_derived_is_out_unless_asked_for() -> None:
    """It tells a declared member from one by way of something else."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | basis
            a  | FRA       | gpai            | 2020-06-15 | declared
            b  | LVA       | gpai            | 2024-07-03 | derived
        """,
    )

    assert in_on(database, "2025-01-01") == [("FRA", "certain")]
    assert in_on(database, "2025-01-01", ", include_derived := true") == [
        ("FRA", "certain"),
        ("LVA", "certain"),
    ]


def test_nobody_is_in_a_body_that_is_dissolved() -> None:
    """It ends every membership with its body."""
    database = given(
        actors="""
            id       | kind         | dissolved_on
            gone     | organization | 2024-06
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            a  | FRA       | gone            | 2020-01-01
        """,
    )

    assert in_on(database, "2024-05-31") == [("FRA", "certain")]
    assert in_on(database, "2024-06-15") == [("FRA", "possible")]
    assert in_on(database, "2024-07-01") == []


def test_a_group_of_countries_has_members_like_any_body() -> None:
    """It says that the body is a group."""
    database = given(
        actors="""
            id  | kind
            ldc | country_group
        """,
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | BTN       | ldc             | 1971-11-18 | 2023-12-13
        """,
    )

    rows = "SELECT body_kind, member_id FROM members_on(DATE '2020-01-01')"

    assert database.sql(rows).fetchall() == [("country_group", "BTN")]
    assert in_on(database, "2024-01-01") == []


def test_who_is_in_both_is_counted_apart_from_who_is_in_one() -> None:
    """It counts each member once, where all that it is in is; bodies stand as they were named."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | KEN       | dco             | 2020-01-01 |
            b  | RWA       | dco             | 2020-01-01 |
            c  | RWA       | club            | 2021-01-01 |
            d  | KEN       | club            | 2021-01-01 | 2022-01-01
            e  | MAR       | other           | 2020-01-01 |
        """,
    )

    found = database.sql("FROM overlaps_on(DATE '2025-01-01', 'dco club')").fetchall()
    assert found == [("dco+club", 2, 1), ("dco", 1, 1)]
    then = database.sql("FROM overlaps_on(DATE '2021-06-01', 'club dco')").fetchall()
    assert then == [("club+dco", 2, 2)]
