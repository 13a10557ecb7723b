"""Rosters beside the numbers that sources report, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given

DAY = "DATE '2026-01-01'"


def reported(count: int, qualifier: str = "exactly", as_of: str = "2025-01-01") -> Any:
    """Return a database with a club of two members and counts of it that sources report."""
    return given(
        actors="""
            id   | kind         | dissolved_on
            club | organization |
            KEN  | state        |
            NAM  | state        |
            GHA  | state        |
            DDR  | state        | 2025
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | club            | 2020-01-01
            b  | NAM       | club            | 2020-01-01
        """,
        reported_counts=f"""
            id  | actor_id | as_of      | count   | what    | qualifier   | nature
            old | club     | 2022-01-01 | 2       | members | exactly     | actual
            new | club     | {as_of}    | {count} | members | {qualifier} | actual
        """,
    )


@pytest.mark.parametrize(
    ("count", "qualifier", "roster"),
    [
        (2, "exactly", "complete"),
        (3, "exactly", "partial"),
        (1, "exactly", None),
        (1, "more_than", None),
        (5, "more_than", "partial"),
    ],
)
def test_a_roster_is_judged_by_its_newest_reported_number(
    count: int, qualifier: str, roster: str | None
) -> None:
    """It is complete if that is exact and agrees, and partial if it is above the roster."""
    reports = reported(count, qualifier).sql(f"""
        SELECT body_id, reported, possible, roster FROM roster_reports_on({DAY})
    """)

    assert reports.fetchall() == [("club", count, 2, roster)]


def test_what_is_reported_after_the_day_says_nothing() -> None:
    """It looks at what was reported by the day."""
    database = reported(3)

    assert database.sql(
        "SELECT reported, roster FROM roster_reports_on(DATE '2024-12-31')"
    ).fetchall() == [(2, "complete")]
    assert not database.sql("FROM roster_reports_on(DATE '2021-12-31')").fetchall()


def test_a_country_is_absent_only_from_a_complete_roster() -> None:
    """It does not say so of a roster that may lack members, nor of a member."""
    absent = "SELECT body_id FROM country_absences('{}', {})"

    assert reported(2).sql(absent.format("GHA", DAY)).fetchall() == [("club",)]
    assert not reported(2).sql(absent.format("KEN", DAY)).fetchall()
    assert not reported(3).sql(absent.format("GHA", DAY)).fetchall()


def test_the_states_that_are_not_in_are_those_of_the_day() -> None:
    """They are neither members nor gone; of a roster that may lack some, none is named."""
    absent = "SELECT country_id FROM absences_on(DATE '{}')"

    assert reported(2).sql(absent.format("2026-01-01")).fetchall() == [("GHA",)]
    assert reported(2, as_of="2030-01-01").sql(absent.format("2022-02-01")).fetchall() == [
        ("DDR",),
        ("GHA",),
    ]
    assert not reported(3).sql(absent.format("2026-01-01")).fetchall()
