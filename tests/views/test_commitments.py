"""What was promised by a day and how far it was met: `commitments_on`, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given

COMPACT = """
    id      | status  | adopted_on
    compact | adopted | 2024-09-22
"""


def status_on(database: Any, day: Any) -> Any:
    """Return the status of the only commitment on a day."""
    [(status,)] = database.sql(f"SELECT status FROM commitments_on(DATE '{day}')").fetchall()
    return status


def made_on(database: Any, day: Any) -> Any:
    """Return the commitments made by a day."""
    return [id for (id,) in database.sql(f"SELECT id FROM commitments_on(DATE '{day}')").fetchall()]


def test_a_proposal_is_not_a_commitment() -> None:
    """It lists what a proposed text would commit to, and never counts it as made."""
    database = given(
        instruments="""
            id       | status   | proposed_on
            proposal | proposed | 2024-06
        """,
        commitments="""
            id | instrument_id
            p1 | proposal
        """,
    )

    standing = database.sql("SELECT id, standing FROM commitment_register").fetchall()

    assert standing == [("p1", "proposed")]
    assert made_on(database, "2030-01-01") == []


def test_what_its_author_only_issued_is_not_made() -> None:
    """It does not count the recommendations of a report."""
    database = given(
        instruments="""
            id     | status | adopted_on
            report | issued | 2024-09-19
        """,
        commitments="""
            id | instrument_id
            r1 | report
        """,
    )

    assert made_on(database, "2030-01-01") == []


def test_a_commitment_of_a_text_dated_to_the_year_is_made_after_that_year() -> None:
    """It waits for the last day that the adoption can mean."""
    database = given(
        instruments="""
            id   | status  | adopted_on
            code | adopted | 2025
        """,
        commitments="""
            id | instrument_id
            c1 | code
        """,
    )

    assert made_on(database, "2025-12-30") == []
    assert made_on(database, "2025-12-31") == ["c1"]


def test_nobody_having_looked_is_said_so() -> None:
    """It does not take silence for failure."""
    database = given(instruments=COMPACT, commitments="id | instrument_id\nc1 | compact")

    assert status_on(database, "2025-01-01") == "not_assessed"


def test_signing_and_adopting_move_no_status() -> None:
    """It leaves delivery to assessments: acceptance is not delivery."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | KEN      | compact       | ratified | 2024-10-01
        """,
        milestones="""
            id | commitment_id | happened_on | kind     | status
            m  | c1            | 2024-10-01  | adoption | held
        """,
    )

    assert status_on(database, "2025-01-01") == "not_assessed"


def test_an_assessment_counts_once_its_last_possible_day_has_come() -> None:
    """It does not know in June what a source of that year may say in December."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        assessments="""
            id | commitment_id | as_of | status
            a  | c1            | 2025  | substantial
        """,
    )

    assert status_on(database, "2025-06-30") == "not_assessed"
    assert status_on(database, "2025-12-31") == "substantial"


def test_evidence_older_than_the_text_says_nothing_about_its_fulfilment() -> None:
    """It leaves a commitment unassessed when all that is known happened before it was made."""
    database = given(
        instruments=COMPACT,
        commitments="""
            id | instrument_id
            c1 | compact
        """,
        assessments="""
            id | commitment_id | as_of   | status
            a1 | c1            | 2023-12 | limited
        """,
    )

    assert status_on(database, "2025-01-01") == "not_assessed"


def test_a_search_that_found_nothing_is_a_status_of_its_own() -> None:
    """It neither calls it a failure nor hides that somebody looked."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        assessments="""
            id | commitment_id | as_of      | status
            a  | c1            | 2025-03-01 | no_evidence_found
        """,
    )

    assert status_on(database, "2025-04-01") == "no_evidence_found"


@pytest.mark.parametrize(
    ("one", "other", "remaining"),
    [
        ("limited | context | high", "substantial | supports | low", "substantial"),
        ("limited | supports | low", "regressed | contradicts | medium", "regressed"),
        ("limited | supports | high", "complete | supports | high", "limited"),
    ],
)
def test_a_tie_of_one_day_goes_to_evidence_then_confidence_then_key(
    one: str, other: str, remaining: str
) -> None:
    """It has one answer for two assessments of one day."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        assessments=f"""
            id | commitment_id | as_of      | status | polarity | confidence
            a  | c1            | 2025-03-01 | {one}
            b  | c1            | 2025-03-01 | {other}
        """,
    )

    assert status_on(database, "2025-04-01") == remaining


def test_the_latest_assessment_counts_whichever_way_it_points() -> None:
    """It shows a commitment that has gone back."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        assessments="""
            id | commitment_id | as_of      | status
            a  | c1            | 2025-03-01 | complete
            b  | c1            | 2026-03-01 | regressed
        """,
    )

    assert status_on(database, "2026-01-01") == "complete"
    assert status_on(database, "2026-04-01") == "regressed"


def test_two_actors_and_areas_make_one_row() -> None:
    """It joins names with semicolons, sorted, and keeps keys as a list."""
    database = given(
        instruments=COMPACT,
        commitments="id | instrument_id\nc1 | compact",
        actors="""
            id  | kind         | name_en | name_fr
            who | organization | WHO     | OMS
            itu | organization | ITU     | UIT
        """,
        commitment_actors="""
            commitment_id | actor_id | role
            c1            | who      | responsible
            c1            | itu      | responsible
        """,
        commitment_sdgs="""
            commitment_id | sdg
            c1            | 17
            c1            | 4
        """,
    )

    row = "SELECT actors_en, actors_fr, actor_ids, sdgs, focus_area_ids FROM commitment_register"

    assert database.sql(row).fetchall() == [("ITU; WHO", "OMS ; UIT", ["itu", "who"], [4, 17], [])]
