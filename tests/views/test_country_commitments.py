"""Which commitments commit one country, and through what, on drawn tables."""

from typing import Any

from tests.helpers.drawn import given

WORLD = """
    id               | kind          | parent_id
    un               | organization  |
    club             | organization  |
    un-member-states | country_group |
    KEN              | state         |
    gov-kenya        | government    | KEN
"""
TEXTS = """
    id     | adopted_on | in_force_on | status
    text   | 2020-01-01 |             | adopted
    treaty | 2020-01-01 | 2022-01-01  | in_force
"""


def ways(database: Any, day: Any = "2026-01-01") -> Any:
    """Return commitment, way, through whom, and how surely, of Kenya."""
    return database.sql(f"""
        SELECT commitment_id, way, through_id, certainty
        FROM country_commitments('KEN', DATE '{day}')
    """).fetchall()


def world(commitments: Any, actors: Any, **more: Any) -> Any:
    """Return a database with Kenya, two texts, and commitments that address these actors."""
    return given(
        actors=WORLD, instruments=TEXTS, commitments=commitments, commitment_actors=actors, **more
    )


def test_what_addresses_the_members_of_a_body_commits_its_members() -> None:
    """It does not commit them by what addresses the body itself."""
    database = world(
        """
        id | instrument_id | addressee
        a  | text          | member_states
        b  | text          | un_entity
        """,
        """
        commitment_id | actor_id
        a             | club
        b             | club
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            m  | KEN       | club            | 2021
        """,
    )

    assert ways(database) == [("a", "membership", "club", "certain")]
    assert ways(database, "2021-06-01") == [("a", "membership", "club", "possible")]
    assert ways(database, "2020-06-01") == []


def test_members_of_the_un_are_the_states_that_the_assembly_addresses() -> None:
    """It needs no membership in the group that stands for them."""
    database = world(
        """
        id | instrument_id | addressee
        a  | text          | international_community
        """,
        """
        commitment_id | actor_id
        a             | un-member-states
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            m  | KEN       | un              | 1963-12-16
        """,
    )

    assert ways(database) == [("a", "membership", "un-member-states", "certain")]


def test_an_act_commits_to_what_the_text_asks_of_those_who_take_part() -> None:
    """It does not commit to what the text asks of others."""
    database = world(
        """
        id | instrument_id | addressee
        a  | text          | participants
        b  | text          | private_sector
        """,
        """
        commitment_id | actor_id
        a             | club
        b             | club
        """,
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            e  | KEN      | text          | endorsed | 2021-05-05
        """,
    )

    assert ways(database) == [("a", "act", "text", "certain")]


def test_a_treaty_that_is_only_signed_does_not_bind_yet() -> None:
    """It is pending until it is ratified."""
    treaty = """
        id | instrument_id | addressee
        a  | treaty        | treaty_parties
    """
    signed = """
        id | actor_id | instrument_id | act      | on_date
        s  | KEN      | treaty        | signed   | 2021-05-05
        r  | KEN      | treaty        | ratified | 2024-05-05
    """
    database = world(treaty, "commitment_id | actor_id\na | club", adherences=signed)

    assert ways(database, "2023-01-01") == [("a", "pending", "treaty", "certain")]
    assert ways(database, "2025-01-01") == [("a", "act", "treaty", "certain")]


def test_a_treaty_does_not_bind_before_it_is_in_force() -> None:
    """It is pending for those who have ratified it."""
    database = world(
        """
        id | instrument_id | addressee
        a  | treaty        | treaty_parties
        """,
        "commitment_id | actor_id\na | club",
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            r  | KEN      | treaty        | ratified | 2020-05-05
        """,
    )

    assert [way for _, way, *_ in ways(database, "2021-12-31")] == ["pending"]
    assert [way for _, way, *_ in ways(database, "2022-01-01")] == ["act"]


def test_what_names_the_government_commits_the_country() -> None:
    """It says through which actor."""
    database = world(
        """
        id | instrument_id | addressee
        a  | text          | national_government
        """,
        """
        commitment_id | actor_id
        a             | gov-kenya
        """,
    )

    assert ways(database) == [("a", "named", "gov-kenya", "certain")]


def test_a_derived_membership_commits_nobody() -> None:
    """It leaves out what follows from something else."""
    database = world(
        """
        id | instrument_id | addressee
        a  | text          | member_states
        """,
        """
        commitment_id | actor_id
        a             | club
        """,
        memberships="""
            id | member_id | organization_id | joined_on | basis
            m  | KEN       | club            | 2021      | derived
        """,
    )

    assert ways(database) == []


def test_a_proposal_commits_nobody() -> None:
    """It waits for the text to be adopted."""
    database = given(
        actors=WORLD,
        instruments="""
            id   | proposed_on | status
            text | 2020-01-01  | proposed
        """,
        commitments="""
            id | instrument_id | addressee
            a  | text          | member_states
        """,
        commitment_actors="""
            commitment_id | actor_id
            a             | club
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            m  | KEN       | club            | 2019-01-01
        """,
    )

    assert ways(database) == []
