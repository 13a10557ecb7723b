"""Parts of texts and what is promised in them: `commitments_by_part`, on drawn tables."""

import duckdb

from tests.helpers.drawn import given

PACT = """
    id   | adopted_on | status
    pact | 2024-01-01 | adopted
"""
PARTS = """
    id     | instrument_id | position | broader_id
    aims   | pact          | 1        |
    aim-1  | pact          | 2        | aims
    aim-2  | pact          | 3        | aims
    review | pact          | 4        |
"""
COMMITMENTS = """
    id | instrument_id | due_on
    a  | pact          | 2024-06-01
    b  | pact          |
    c  | pact          |
"""
PLACES = """
    commitment_id | part_id
    a             | aim-1
    b             | aim-2
    c             | aims
"""


def test_a_part_counts_what_its_narrower_parts_hold() -> None:
    """It gives each commitment to its own part and to every part around it, once."""
    database = given(
        instruments=PACT,
        instrument_parts=PARTS,
        commitments=COMMITMENTS,
        commitment_parts=PLACES,
    )

    rows = database.sql("""
        SELECT part_id, depth, commitments, overdue FROM commitments_by_part(DATE '2025-01-01')
    """).fetchall()

    assert rows == [("aims", 0, 3, 1), ("aim-1", 1, 1, 1), ("aim-2", 1, 1, 0), ("review", 0, 0, 0)]


def test_before_its_adoption_a_text_has_parts_and_no_commitments() -> None:
    """It counts what is made by the day."""
    database = given(
        instruments=PACT,
        instrument_parts=PARTS,
        commitments=COMMITMENTS,
        commitment_parts=PLACES,
    )

    rows = database.sql("SELECT commitments FROM commitments_by_part(DATE '2023-12-31')").fetchall()

    assert rows == [(0,)] * 4


def test_every_commitment_of_the_compact_has_its_part(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It leaves none of a text with parts outside them."""
    outside = connection.sql("""
        SELECT id FROM commitments
        SEMI JOIN instrument_parts USING (instrument_id)
        ANTI JOIN commitment_parts ON commitment_parts.commitment_id = commitments.id
    """)

    assert outside.fetchall() == []


def test_groups_beyond_the_largest_are_one_and_count_what_they_share_once() -> None:
    """It folds them together where they are more than one, with what stands in two of them once."""
    database = given(
        instruments=PACT,
        instrument_parts=PARTS,
        commitments=COMMITMENTS,
        commitment_parts="""
            commitment_id | part_id
            a             | aim-1
            b             | aim-2
            c             | aim-2
            c             | review
        """,
    )

    def totals(largest: int) -> list[tuple[str, int, int]]:
        return database.sql(f"""
            SELECT group_id, commitments, groups
            FROM commitment_group_totals_on(DATE '2025-01-01', 'part', largest := {largest})
        """).fetchall()

    assert totals(1) == [("aims", 3, 1), ("_others", 3, 3)]
    assert totals(3) == [("aims", 3, 1), ("aim-2", 2, 1), ("aim-1", 1, 1), ("review", 1, 1)]
