"""Where texts stand and how they descend from each other, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given


def proposed_on(database: Any, day: Any) -> Any:
    """Return the commitments that were only proposed on a day."""
    return [id for (id,) in database.sql(f"SELECT id FROM proposals_on(DATE '{day}')").fetchall()]


def test_a_proposal_is_known_once_it_was_certainly_put_forward() -> None:
    """It waits for the last day that its date can mean."""
    database = given(
        instruments="""
            id       | status   | proposed_on
            proposal | proposed | 2024-06
        """,
        commitments="id | instrument_id\np1 | proposal",
    )

    assert proposed_on(database, "2024-06-29") == []
    assert proposed_on(database, "2024-06-30") == ["p1"]


def test_a_text_is_a_proposal_until_it_is_adopted() -> None:
    """It has it either among the proposals or among the commitments, never in both."""
    database = given(
        instruments="""
            id  | status  | proposed_on | adopted_on
            act | adopted | 2024-03-11  | 2024-03-21
        """,
        commitments="id | instrument_id\nc1 | act",
    )
    made = "SELECT id FROM commitments_on(DATE '{}')"

    assert proposed_on(database, "2024-03-20") == ["c1"]
    assert database.sql(made.format("2024-03-20")).fetchall() == []
    assert proposed_on(database, "2024-03-21") == []
    assert database.sql(made.format("2024-03-21")).fetchall() == [("c1",)]


def test_a_draft_is_no_proposal_any_more_once_it_is_adopted() -> None:
    """It leaves the floor to the resolution, whose commitments are made."""
    database = given(
        instruments="""
            id         | status   | proposed_on | adopted_on
            draft      | proposed | 2024-03-11  |
            resolution | adopted  |             | 2024-03-21
        """,
        instrument_relations="""
            from_id | to_id      | relation
            draft   | resolution | adopted_as
        """,
        commitments="""
            id | instrument_id
            d1 | draft
            r1 | resolution
        """,
    )

    assert proposed_on(database, "2024-03-20") == ["d1"]
    assert proposed_on(database, "2024-03-21") == []
    made = database.sql("SELECT id FROM commitments_on(DATE '2025-01-01')").fetchall()
    assert made == [("r1",)]


def test_a_withdrawn_proposal_is_off_the_table_and_was_never_made() -> None:
    """It counts it nowhere after its end."""
    database = given(
        instruments="""
            id       | status   | proposed_on | ended_on
            proposal | proposed | 2024-06-01  | 2025-01-01
        """,
        commitments="id | instrument_id\np1 | proposal",
    )

    assert proposed_on(database, "2024-12-31") == ["p1"]
    assert proposed_on(database, "2025-01-01") == []
    assert database.sql("FROM commitments_on(DATE '2026-01-01')").fetchall() == []


def test_a_text_shows_the_status_that_it_had_on_the_day() -> None:
    """It goes by the dates of the text, not by its status of today."""
    database = given(
        instruments="""
            id  | status     | adopted_on | in_force_on | ended_on
            act | superseded | 2019-05-22 | 2020-01-01  | 2024-05-03
        """,
        commitments="id | instrument_id\nc1 | act",
    )
    days = ["2019-06-01", "2023-01-01", "2024-05-03"]
    states = [
        database.sql(f"SELECT instrument_status FROM commitments_on(DATE '{day}')").fetchall()
        for day in days
    ]

    assert states == [[("adopted",)], [("in_force",)], [("superseded",)]]


def lines(database: Any) -> Any:
    """Return the line of descent of each text."""
    return dict(database.sql("SELECT instrument_id, line FROM instrument_lines").fetchall())


def test_a_draft_its_resolution_and_its_revision_are_one_line() -> None:
    """It names the line after the first text."""
    database = given(
        instruments="""
            id         | status   | proposed_on | adopted_on
            draft      | proposed | 2024-03-11  |
            resolution | adopted  |             | 2024-03-21
            revision   | adopted  |             | 2026-03-21
            stranger   | adopted  |             | 2020-01-01
        """,
        instrument_relations="""
            from_id    | to_id      | relation
            draft      | resolution | adopted_as
            revision   | resolution | revises
            resolution | stranger   | cites
        """,
    )

    assert lines(database) == {
        "draft": "draft",
        "resolution": "draft",
        "revision": "draft",
        "stranger": "stranger",
    }


@pytest.mark.parametrize("relation", ["implements", "cites"])
def test_implementing_or_citing_is_no_descent(relation: str) -> None:
    """It keeps two lines apart."""
    database = given(
        instrument_relations=f"""
            from_id | to_id | relation
            new     | old   | {relation}
        """,
    )

    assert lines(database) == {"new": "new", "old": "old"}


def test_what_supersedes_a_text_goes_on_with_its_line() -> None:
    """It reads the relation from the later text to the earlier."""
    database = given(
        instrument_relations="""
            from_id | to_id | relation
            a-new   | old   | supersedes
        """,
    )

    assert lines(database) == {"a-new": "old", "old": "old"}


def test_a_relation_is_told_from_both_sides() -> None:
    """It has a row for each text, with the other one beside it."""
    database = given(
        instruments="""
            id    | part_of_id
            annex | whole
        """,
        instrument_relations="""
            from_id | to_id      | relation
            draft   | resolution | adopted_as
        """,
    )

    columns = "instrument_id, direction, relation, other_id"
    rows = database.sql(f"SELECT {columns} FROM instrument_descent").fetchall()

    assert rows == [
        ("annex", "forward", "part_of", "whole"),
        ("draft", "forward", "adopted_as", "resolution"),
        ("resolution", "backward", "adopted_as", "draft"),
        ("whole", "backward", "part_of", "annex"),
    ]
