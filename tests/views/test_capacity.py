"""Needs beside what reaches them: `capacity_gaps`, on drawn tables."""

from typing import Any

import duckdb
import pytest

from tests.helpers.drawn import given

GROUPS = """
    id            | kind          | parent_id
    all-countries | country_group |
    developing    | country_group | all-countries
    ldc           | country_group | developing
    islands       | country_group |
    KEN           | state         |
    ETH           | state         |
    UGA           | state         |
"""
FIELDS = """
    id     | broader_id
    skills |
    school | skills
"""


def world(**more: str) -> duckdb.DuckDBPyConnection:
    """Return a database with groups inside each other, and needs of two of them."""
    needs = """
        id | actor_id   | focus_area_id | stated_on
        n  | ldc        | skills        | 2024-09-22
        m  | developing | school        | 2024-09-22
    """
    return given(actors=GROUPS, focus_areas=FIELDS, **{"needs": needs, **more})


def offered(reach: str, area: str = "skills", initiative: str = "") -> duckdb.DuckDBPyConnection:
    """Return a database with one initiative that reaches some groups in one area."""
    named = "\n".join(f"i | {group}" for group in reach.split())
    return world(
        initiatives=initiative or "id | started_on\ni | 2025-01-01",
        initiative_focus_areas=f"initiative_id | focus_area_id\ni | {area}",
        initiative_reach=f"initiative_id | actor_id\n{named}",
    )


def gap(
    database: Any,
    group: Any = "ldc",
    area: Any = "skills",
    day: Any = "2026-01-01",
    columns: Any = "state, reach, answer",
) -> Any:
    """Return the mark of one cell."""
    [row] = database.sql(f"""
        SELECT {columns} FROM capacity_gaps(DATE '{day}')
        WHERE group_id = '{group}' AND focus_area_id = '{area}'
    """).fetchall()
    return row


def test_a_need_without_an_answer_is_a_gap() -> None:
    """It marks it as one."""
    assert gap(world()) == ("need_without_offer", None, None)


def test_a_cell_without_need_and_offer_was_not_looked_at() -> None:
    """It does not say that there is no need."""
    assert gap(world(), area="school") == ("not_looked_at", None, None)


@pytest.mark.parametrize(
    ("named", "reach"), [("ldc", "aimed"), ("developing", "general"), ("all-countries", "general")]
)
def test_an_offer_to_a_group_or_a_wider_one_reaches_it(named: str, reach: str) -> None:
    """It tells an offer aimed at the group from a general one."""
    assert gap(offered(named)) == ("need_and_offer", reach, "initiative")


def test_an_offer_to_a_part_of_a_group_is_aimed_at_the_group() -> None:
    """It reaches those that contain the part."""
    assert gap(offered("ldc"), group="developing") == ("offer_without_need", "aimed", "initiative")


def test_an_offer_to_some_is_no_offer_to_all_countries() -> None:
    """It does not call a regional programme worldwide."""
    database = world(
        needs="""
            id | actor_id      | focus_area_id | stated_on
            n  | all-countries | skills        | 2024-09-22
        """,
        initiatives="id | started_on\ni | 2025-01-01",
        initiative_focus_areas="initiative_id | focus_area_id\ni | skills",
        initiative_reach="initiative_id | actor_id\ni | ldc",
    )

    assert gap(database, group="all-countries") == ("need_without_offer", None, None)


def test_a_group_without_a_wider_one_is_still_part_of_all_countries() -> None:
    """It reaches everybody with what is offered to all."""
    database = world(
        needs="id | actor_id | focus_area_id | stated_on\nn | islands | skills | 2024-09-22",
        initiatives="id | started_on\ni | 2025-01-01",
        initiative_focus_areas="initiative_id | focus_area_id\ni | skills",
        initiative_reach="initiative_id | actor_id\ni | all-countries",
    )

    assert gap(database, group="islands") == ("need_and_offer", "general", "initiative")


@pytest.mark.parametrize(
    ("reach", "state"),
    [
        ("ETH", "need_and_offer"),
        ("ETH UGA", "need_and_offer"),
        ("ETH KEN", "need_without_offer"),
        ("ETH UGA KEN", "need_without_offer"),
    ],
)
def test_an_offer_to_single_countries_reaches_a_group_that_holds_them_all(
    reach: str, state: str
) -> None:
    """It does not call a programme of many countries one for the few among them."""
    database = world(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | ETH       | ldc             | 1971-11-18
            b  | UGA       | ldc             | 1971-11-18
        """,
        initiatives="id | started_on\ni | 2025-01-01",
        initiative_focus_areas="initiative_id | focus_area_id\ni | skills",
        initiative_reach="initiative_id | actor_id\n"
        + "\n".join(f"i | {country}" for country in reach.split()),
    )

    assert gap(database, columns="state") == (state,)


def test_a_narrower_offer_answers_a_broader_need_and_not_the_other_way_round() -> None:
    """It looks for offers in the area of the need and below it."""
    narrow_need = "id | actor_id | focus_area_id | stated_on\nn | ldc | school | 2024-09-22"
    broad_offer = world(
        needs=narrow_need,
        initiatives="id | started_on\ni | 2025-01-01",
        initiative_focus_areas="initiative_id | focus_area_id\ni | skills",
        initiative_reach="initiative_id | actor_id\ni | ldc",
    )

    assert gap(offered("ldc", area="school"), columns="state") == ("need_and_offer",)
    assert gap(broad_offer, area="school", columns="state") == ("need_without_offer",)


@pytest.mark.parametrize(
    ("status", "started", "ended", "day", "runs"),
    [
        ("active", "2025-06", "", "2025-06-29", False),
        ("active", "2025-06", "", "2025-06-30", True),
        ("forming", "2025", "", "2026-01-01", True),
        ("announced", "2025", "", "2026-01-01", False),
        ("proposed", "", "", "2026-01-01", False),
        ("active", "", "", "2026-01-01", True),
        ("completed", "2024-12-09", "2024-12-14", "2024-12-13", True),
        ("completed", "2024-12-09", "2024-12-14", "2024-12-14", False),
        ("completed", "2024", "", "2026-01-01", False),
    ],
)
def test_only_what_runs_on_the_day_is_an_offer(
    status: str, started: str, ended: str, day: str, runs: bool
) -> None:
    """It does not count what is announced, proposed or over."""
    initiative = f"id | status | started_on | ended_on\ni | {status} | {started} | {ended}"
    [count] = gap(offered("ldc", initiative=initiative), day=day, columns="initiatives")

    assert count == int(runs)


def promised(status: str, assessed: str = "") -> duckdb.DuckDBPyConnection:
    """Return a database in which a text of 2024 promises skills to the least developed."""
    return world(
        instruments=f"id | status | adopted_on\nact | {status} | 2024-01-01",
        commitments="id | instrument_id\nc | act",
        commitment_focus_areas="commitment_id | focus_area_id\nc | skills",
        commitment_beneficiaries="commitment_id | actor_id\nc | ldc",
        assessments="id | commitment_id | as_of | status\n" + assessed,
    )


def test_a_commitment_without_a_programme_is_said_to_be_words_only() -> None:
    """It is an offer, and the answer says what kind."""
    assert gap(promised("adopted")) == ("need_and_offer", "aimed", "commitment_only")


def test_how_far_commitments_are_met_stands_beside_them() -> None:
    """It counts what was assessed, and what was met in substance."""
    database = promised("adopted", "a | c | 2025-01-01 | substantial")
    columns = "commitments, commitments_assessed, commitments_met, commitment_ids"

    assert gap(database, columns=columns) == (1, 1, 1, ["c"])
    assert gap(database, columns=columns, day="2024-12-01") == (1, 0, 0, ["c"])


@pytest.mark.parametrize("status", ["proposed", "withdrawn"])
def test_what_is_proposed_or_withdrawn_is_no_offer(status: str) -> None:
    """It counts commitments that stand."""
    assert gap(promised(status), columns="state") == ("need_without_offer",)


def test_a_need_counts_from_the_day_on_which_it_was_stated() -> None:
    """It waits for the last day that the text can mean."""
    database = offered("ldc", initiative="id | started_on\ni | 2020-01-01")

    assert gap(database, day="2024-09-21", columns="state, needs") == ("offer_without_need", 0)
    assert gap(database, day="2024-09-22", columns="state, needs") == ("need_and_offer", 1)
