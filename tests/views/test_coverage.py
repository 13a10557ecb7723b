"""What the record holds and rests on: `coverage`, `sources_used` and others, on drawn tables."""

from typing import Any

from tests.helpers.drawn import given
from tests.helpers.tables import TABLES


def covered(database: Any, relation: Any, columns: Any) -> Any:
    """Return some columns of the coverage of one table."""
    rows = database.sql(f"SELECT {columns} FROM coverage WHERE relation = '{relation}'")
    [row] = rows.fetchall()
    return row


def test_every_table_has_a_row_in_the_order_of_the_schema() -> None:
    """It says of an empty table that it is empty."""
    rows = given().sql("SELECT relation, rows FROM coverage").fetchall()

    assert rows == [(name, 0) for name in TABLES]


def test_rows_that_do_not_say_where_are_counted() -> None:
    """It counts them per table, and says nothing of a table that cannot say it."""
    database = given(
        needs="""
            id | actor_id | focus_area_id | locator
            a  | KEN      | skills        | para. 3
            b  | KEN      | skills        |
        """,
        commitment_sdgs="commitment_id | sdg\nc | 4",
    )

    assert covered(database, "needs", "without_locator") == (1,)
    assert covered(database, "commitment_sdgs", "without_locator") == (None,)


def test_a_commitment_is_read_if_its_own_wording_was() -> None:
    """It does not take the source of an account for the text."""
    database = given(
        sources="id | read_as | language\npress | full_text | en",
        commitments="""
            id | source_id | verification
            a  | press     | read
            b  | press     | secondary
        """,
        needs="id | source_id | actor_id | focus_area_id\nn | press | KEN | skills",
    )

    assert covered(database, "commitments", "rows, sources, languages, read_share") == (
        2,
        1,
        ["en"],
        0.5,
    )
    assert covered(database, "needs", "read_share") == (1.0,)


def test_what_nobody_assessed_is_counted() -> None:
    """It counts commitments, not assessments."""
    database = given(
        commitments="id | instrument_id\na | act\nb | act",
        assessments="""
            id | commitment_id | as_of
            x  | a             | 2025
            y  | a             | 2026-01-01
        """,
    )

    assert covered(database, "commitments", "unassessed") == (1,)
    assert covered(database, "assessments", "unassessed, newest_on::VARCHAR") == (
        None,
        "2026-01-01",
    )


def test_a_plan_is_not_the_newest_fact() -> None:
    """It counts what was held, from the first day that its date can mean."""
    database = given(
        milestones="""
            id | happened_on | status
            a  | 2030        | planned
            b  | 2026        | held
        """,
    )

    assert covered(database, "milestones", "newest_on::VARCHAR") == ("2026-01-01",)


def test_a_source_says_how_many_rows_of_which_tables_rest_on_it() -> None:
    """It counts further citations apart."""
    database = given(
        sources="id\npress\nunused",
        needs="id | source_id | actor_id | focus_area_id\nn | press | KEN | skills",
        citations="table_name | row_id | source_id\nactors | KEN | press",
    )
    rows = database.sql("""
        SELECT source_id, rows, further_rows, relations FROM sources_used
        WHERE source_id IN ('press', 'unused')
    """).fetchall()

    assert rows == [("press", 1, 1, ["actors", "needs"]), ("unused", 0, 0, [])]


def test_the_history_of_a_commitment_begins_with_the_judgement_that_counts() -> None:
    """It has the order of the latest assessment, with the source beside each row."""
    database = given(
        sources="id | title\npress | Daily",
        commitments="id | instrument_id\nc | act",
        assessments="""
            id | commitment_id | as_of      | polarity | source_id
            a  | c             | 2025-01-01 | supports | press
            b  | c             | 2026-01-01 | context  | press
            d  | c             | 2026-01-01 | supports | press
        """,
    )
    rows = database.sql("SELECT assessment_id, source_title FROM assessment_history").fetchall()

    assert rows == [("d", "Daily"), ("b", "Daily"), ("a", "Daily")]


def test_an_initiative_shows_its_newest_actual_figure() -> None:
    """It does not show a pledge for money spent."""
    database = given(
        initiatives="id | lead_id\ni | itu",
        initiative_figures="""
            id | initiative_id | as_of   | value | nature
            a  | i             | 2024    | 10    | actual
            b  | i             | 2025-06 | 20    | actual
            c  | i             | 2026    | 99    | pledged
        """,
    )

    rows = database.sql("SELECT figure, figure_as_of FROM initiative_overview").fetchall()

    assert rows == [(20.0, "2025-06")]
