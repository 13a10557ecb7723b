"""The numbers that sentences and cards say: views of one row or a few, on drawn tables."""

import duckdb

from tests.helpers.drawn import given
from tests.helpers.sentences import row

DAY = "DATE '2026-01-01'"


def test_commitments_are_counted_with_their_texts_and_states(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It counts what was made by the day, and apart from that what is proposed."""
    assert row(commitments, f"commitment_totals_on({DAY})") == {
        "commitments": 5,
        "instruments": 2,
        "complete": 1,
        "overdue_commitments": 1,
        "not_judged": 0,
        "due_soon": 1,
        "not_assessed": 2,
        "not_read": 2,
        "proposed": 0,
        "proposing_instruments": 0,
    }


def test_before_all_commitments_there_is_a_row_of_noughts(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It does not answer with nothing."""
    assert set(row(commitments, "commitment_totals_on(DATE '1990-01-01')").values()) == {0}


def test_what_is_proposed_is_counted_apart() -> None:
    """It is not among the commitments made."""
    database = given(
        instruments="id | status | proposed_on\ndraft | proposed | 2020-01-01",
        commitments="id | instrument_id\na | draft\nb | draft",
    )
    found = row(database, f"commitment_totals_on({DAY})")

    assert (found["commitments"], found["proposed"], found["proposing_instruments"]) == (0, 2, 1)


def test_statuses_are_counted_in_the_order_of_their_list(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It goes from complete to not assessed, and leaves out what no commitment has."""
    assert commitments.sql(f"FROM status_totals_on({DAY})").fetchall() == [
        ("complete", 1),
        ("substantial", 1),
        ("limited", 1),
        ("not_assessed", 2),
    ]


def test_each_text_has_the_totals_of_its_commitments(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It puts the text with the most commitments first."""
    totals = commitments.sql(f"""
        SELECT instrument_id, commitments, complete, overdue_commitments, due_soon, not_assessed,
            not_read
        FROM instrument_totals_on({DAY})
    """).fetchall()

    assert totals == [("pact", 3, 0, 1, 1, 1, 1), ("act", 2, 1, 0, 0, 1, 1)]


def test_needs_are_counted_by_what_answers_them(commitments: duckdb.DuckDBPyConnection) -> None:
    """It counts a commitment once however many needs it answers, and says how far it is met."""
    assert row(commitments, f"capacity_answers_on({DAY})") == {
        "needs": 4,
        "answered_by_initiative": 2,
        "answered_by_commitment_only": 1,
        "unanswered": 1,
        "commitments": 3,
        "commitments_assessed": 3,
        "commitments_met": 2,
        "commitments_in_area": 3,
    }


def test_the_area_of_the_commitments_can_be_chosen(commitments: duckdb.DuckDBPyConnection) -> None:
    """It counts those of the area and of narrower ones."""
    assert row(commitments, f"capacity_answers_on({DAY}, area := 'trade')") == (
        row(commitments, f"capacity_answers_on({DAY})") | {"commitments_in_area": 1}
    )


def test_before_any_need_nothing_is_answered(commitments: duckdb.DuckDBPyConnection) -> None:
    """It answers with noughts."""
    found = row(commitments, "capacity_answers_on(DATE '1990-01-01')")

    assert set(found.values()) == {0}


def test_broader_areas_count_what_lies_in_narrower_ones_once(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It puts the area with the most needs first, and narrower areas below the broader one."""
    totals = commitments.sql(f"""
        SELECT id, depth, needs, commitments, initiatives FROM focus_area_totals_on({DAY})
    """).fetchall()

    assert totals == [
        ("capacity-building", 0, 2, 3, 1),
        ("skills", 1, 2, 2, 1),
        ("school", 2, 1, 1, 1),
        ("trade", 0, 2, 1, 0),
    ]
