"""Who voted how: `vote_results` and `vote_rosters`, on drawn tables."""

import duckdb
import pytest

from tests.helpers.drawn import given

ACTORS = """
    id        | kind         | parent_id
    un        | organization |
    committee | organ        | un
    KEN       | state        |
    NAM       | state        |
    FJI       | state        |
"""
MEMBERS = """
    id | member_id | organization_id | joined_on  | left_on
    a  | KEN       | un              | 1963-12-16 |
    b  | NAM       | un              | 1990-04-23 |
    c  | FJI       | un              | 1970-10-13 | 2000-01-01
"""
TALLY = """
    id   | instrument_id | body_id   | held_on    | votes_for | votes_against | abstentions
    vote | text          | committee | 2024-11-06 | 1         | 1             | 0
"""


@pytest.fixture
def voted() -> duckdb.DuckDBPyConnection:
    """A vote of a committee in which one of two members is named."""
    return given(
        actors=ACTORS,
        memberships=MEMBERS,
        vote_tallies=TALLY,
        votes="tally_id | actor_id | choice\nvote | NAM | against",
    )


def test_the_roster_of_the_day_stands_beside_the_choices(voted: duckdb.DuckDBPyConnection) -> None:
    """It lists the members of the body above on that day, and who left before is not among them."""
    rows = voted.sql("SELECT member_id, choice, on_roster FROM vote_rosters").fetchall()

    assert rows == [("KEN", None, True), ("NAM", "against", True)]


def test_a_member_that_nobody_names_can_have_chosen_what_is_left(
    voted: duckdb.DuckDBPyConnection,
) -> None:
    """It leaves out the choices of which all are named; who was absent nobody says."""
    rows = voted.sql("SELECT member_id, open_choices FROM vote_rosters").fetchall()

    assert rows == [("KEN", ["for", "absent"]), ("NAM", None)]


def test_a_voter_that_the_roster_lacks_is_shown_as_such() -> None:
    """It keeps a choice that a source names, whoever is missing from the list."""
    database = given(
        actors=ACTORS,
        memberships=MEMBERS,
        vote_tallies=TALLY,
        votes="tally_id | actor_id | choice\nvote | FJI | for",
    )

    rows = database.sql("SELECT member_id, on_roster FROM vote_rosters WHERE choice IS NOT NULL")

    assert rows.fetchall() == [("FJI", False)]


def test_every_voter_of_the_real_votes_was_a_member(connection: duckdb.DuckDBPyConnection) -> None:
    """It finds each of those whom sources name on the roster of the day."""
    rows = connection.sql("SELECT tally_id, member_id FROM vote_rosters WHERE NOT on_roster")

    assert rows.fetchall() == []
