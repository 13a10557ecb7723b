"""Every dated thing, told once: `timeline`, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given


def test_a_milestone_stands_on_the_lane_of_its_organization() -> None:
    """It goes up to the nearest organization, and not beyond it."""
    database = given(
        actors="""
            id      | kind         | parent_id
            un      | organization |
            itu     | organization | un
            council | organ        | itu
            unga    | organ        | un
        """,
        milestones="""
            id | happened_on | actor_id
            m  | 2024-06-04  | council
            n  | 2024-06-05  | unga
        """,
    )

    rows = database.sql("SELECT row_id, lane_id FROM timeline").fetchall()

    assert rows == [("m", "itu"), ("n", "un")]


def test_governments_stand_under_their_state_and_forums_for_themselves() -> None:
    """It finds the state by parent or seat."""
    database = given(
        actors="""
            id        | kind       | parent_id | seat_country_id
            CHN       | state      |           |
            ITA       | state      |           |
            gov-china | government | CHN       |
            mimit     | government |           | ITA
            g7        | forum      |           |
            sherpas   | organ      | g7        |
        """,
    )

    lanes = dict(database.sql("SELECT actor_id, lane_id FROM actor_lanes").fetchall())

    assert lanes["gov-china"] == "CHN"
    assert lanes["mimit"] == "ITA"
    assert lanes["sherpas"] == lanes["g7"] == "g7"


def test_an_event_of_a_text_stands_on_the_lane_of_the_body_that_adopted_it() -> None:
    """It finds the body of an annex through the whole."""
    database = given(
        actors="id | kind\nun | organization",
        instruments="""
            id    | adopted_by_id | part_of_id
            pact  | un            |
            annex |               | pact
        """,
        milestones="""
            id | happened_on | instrument_id
            m  | 2024-09-22  | annex
        """,
    )

    assert database.sql("SELECT lane_id FROM timeline").fetchall() == [("un",)]


def test_commitments_of_one_text_and_deadline_are_one_row() -> None:
    """It says how many there are, in both languages."""
    database = given(
        instruments="""
            id      | status  | adopted_on | short_title_en | short_title_fr
            compact | adopted | 2024-09-22 | Compact        | Pacte
        """,
        commitments="""
            id | instrument_id | due_on
            a  | compact       | 2030
            b  | compact       | 2030
            c  | compact       | 2028-09
        """,
    )
    rows = "SELECT n, row_id, commitment_id, title_en, title_fr, status, row_ids FROM timeline"
    grouped = database.sql(f"{rows} WHERE origin = 'commitment_deadline'").fetchall()

    assert [row[:3] for row in grouped] == [(1, "c", "c"), (2, None, None)]
    assert grouped[1][3:5] == ("Compact: 2 commitments due", "Pacte : 2 engagements à échéance")
    assert grouped[1][5:] == ("planned", ["a", "b"])


@pytest.mark.parametrize("status", ["proposed", "withdrawn"])
def test_what_was_never_adopted_has_no_deadlines(status: str) -> None:
    """It draws none for what was never promised."""
    database = given(
        instruments=f"id | status | proposed_on\np | {status} | 2024-06",
        commitments="id | instrument_id | due_on\na | p | 2026",
    )

    assert "commitment_deadline" not in origins(database)


def origins(database: Any) -> Any:
    """Return where the events of a timeline come from."""
    return [row[0] for row in database.sql("SELECT origin FROM timeline").fetchall()]


def test_a_deadline_that_is_a_milestone_is_told_once() -> None:
    """It keeps the milestone, which has words of its own."""
    database = given(
        instruments="id | status | adopted_on\nact | adopted | 2024-09-22",
        commitments="id | instrument_id | due_on\na | act | 2024-12",
        milestones="""
            id | happened_on | kind     | commitment_id | instrument_id
            m  | 2024-12     | deadline | a             |
            n  | 2024-09-22  | adoption |               | act
        """,
    )

    assert origins(database) == ["milestone", "milestone"]


def test_an_adoption_without_a_milestone_has_a_row_of_its_own() -> None:
    """It adds none where a milestone tells it, and names a report a report."""
    database = given(
        instruments="""
            id     | status   | kind    | proposed_on | adopted_on
            told   | adopted  | charter |             | 2020-01-01
            untold | adopted  | charter |             | 2021-01-01
            paper  | issued   | report  |             | 2022-01-01
            idea   | proposed | charter | 2023        |
        """,
        milestones="id | happened_on | kind | instrument_id\nm | 2020-01-01 | adoption | told",
    )
    rows = database.sql("SELECT instrument_id, kind FROM timeline WHERE origin = 'instrument'")

    assert rows.fetchall() == [("untold", "adoption"), ("paper", "report"), ("idea", "proposal")]


def test_a_founding_without_a_milestone_has_a_row_of_its_own() -> None:
    """It tells the first and the last day of an actor, in its timeline too."""
    database = given(
        actors="""
            id     | kind         | founded_on | dissolved_on
            told   | organization | 2020       |
            untold | organization | 2021-01-01 | 2022
        """,
        milestones="id | happened_on | kind | actor_id\nm | 2020-05-01 | establishment | told",
    )
    record = "FROM record_events_on(DATE '2023-01-01') WHERE about_id = 'untold'"
    rows = database.sql(f"SELECT kind, record_kind, record_id {record} ORDER BY happened_on")

    assert rows.fetchall() == [
        ("establishment", "organization", "untold"),
        ("dissolution", "organization", "untold"),
    ]
    assert database.sql("FROM timeline WHERE origin = 'actor'").shape[0] == len(rows)


def test_those_who_join_on_one_day_are_one_row() -> None:
    """It counts them, and names a single one."""
    database = given(
        actors="""
            id  | kind         | acronym_en | acronym_fr
            dco | organization | DCO        | DCO
        """,
        memberships="""
            id | member_id | organization_id | role            | joined_on
            a  | NGA       | dco             | founding_member | 2021-04-12
            b  | OMN       | dco             | founding_member | 2021-04-12
            c  | KEN       | dco             | member          | 2021-04-12
            d  | RWA       | dco             | member          | 2021-12
        """,
    )
    rows = database.sql("SELECT n, title_en, title_fr FROM timeline").fetchall()

    assert rows == [
        (2, "DCO: 2 founding members", "DCO : 2 membres fondateurs"),
        (1, "DCO: new member (KEN)", "DCO : nouveau membre (KEN)"),
        (1, "DCO: new member (RWA)", "DCO : nouveau membre (RWA)"),
    ]


def test_members_of_groups_and_of_the_united_nations_are_left_out() -> None:
    """It does not bury the rest under them."""
    database = given(
        actors="id | kind\nldc | country_group\nun | organization",
        memberships="""
            id | member_id | organization_id | joined_on  | basis
            a  | NPL       | ldc             | 1971-11-18 | declared
            b  | NPL       | un              | 1955-12-14 | declared
            c  | NPL       | gpai            | 2024-07-03 | derived
        """,
    )

    assert origins(database) == []


def test_acts_towards_a_text_are_told_by_kind_unless_a_milestone_does() -> None:
    """It keeps signatures and ratifications apart."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | CAN      | treaty        | signed   | 2025-02-11
            b  | JPN      | treaty        | signed   | 2025-02-11
            c  | eu       | treaty        | ratified | 2026-05-15
            d  | UKR      | treaty        | signed   | 2025-05
        """,
        milestones="id | happened_on | kind | instrument_id\nm | 2025-02-11 | signature | treaty",
    )
    rows = database.sql("SELECT kind, n FROM timeline WHERE origin = 'adherence'").fetchall()

    assert rows == [("signature", 1), ("ratification", 1)]
