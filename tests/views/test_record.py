"""What the views answer on the real record."""

import duckdb
import pytest


@pytest.mark.parametrize(
    ("body", "day", "members"),
    [
        ("dco", "2020-12-01", 5),
        ("dco", "2021-05-01", 7),
        ("dco", "2023-03-01", 13),
        ("dco", "2024-03-01", 16),
        ("un", "1945-12-31", 51),
        ("un", "1960-12-31", 99),
        ("un", "1990-12-31", 159),
        ("un", "1992-12-31", 179),
        ("un", "2026-01-01", 193),
    ],
)
def test_a_body_has_the_members_that_it_had(
    body: str, day: str, members: int, connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts them from the roster, all of them certain."""
    rows = connection.sql(f"""
        SELECT certainty, count(*) FROM members_on(DATE '{day}')
        WHERE organization_id = '{body}'
        GROUP BY ALL
    """)

    assert rows.fetchall() == [("certain", members)]


def test_the_first_resolution_and_its_draft_are_one_line(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It leads from A/78/L.49 to A/RES/78/265."""
    rows = connection.sql("""
        SELECT DISTINCT line FROM instrument_lines
        JOIN instruments ON instruments.id = instrument_lines.instrument_id
        WHERE symbol IN ('A/78/L.49', 'A/RES/78/265')
    """)

    assert rows.fetchall() == [("a-78-l49",)]


def test_what_was_only_proposed_to_the_itu_is_never_counted_as_made(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It stays among the proposals."""
    made = "SELECT count(*) FROM commitments_on(DATE '2100-01-01') WHERE instrument_id = $text"
    proposed = made.replace("commitments_on", "proposals_on")
    written = made.replace("commitments_on(DATE '2100-01-01')", "commitments")
    text = {"text": "itu-cwg-ai-proposal"}

    assert connection.sql(made, params=text).fetchall() == [(0,)]
    assert connection.sql(proposed, params=text).fetchall() > [(0,)]
    assert (
        connection.sql(proposed, params=text).fetchall()
        == connection.sql(written, params=text).fetchall()
    )


@pytest.mark.parametrize("day", ["2024-03-15", "2025-06-30", "2026-11-21"])
def test_nothing_is_both_made_and_proposed(day: str, connection: duckdb.DuckDBPyConnection) -> None:
    """It holds on every day."""
    both = connection.sql(f"""
        SELECT id FROM commitments_on(DATE '{day}')
        INTERSECT
        SELECT id FROM proposals_on(DATE '{day}')
    """)

    assert both.fetchall() == []


def test_the_gaps_use_all_four_marks(connection: duckdb.DuckDBPyConnection) -> None:
    """It has needs met and unmet, offers nobody asked for, and blanks."""
    rows = connection.sql("SELECT DISTINCT state FROM capacity_gaps(DATE '2026-11-21') ORDER BY 1")

    assert [state for (state,) in rows.fetchall()] == [
        "need_and_offer",
        "need_without_offer",
        "not_looked_at",
        "offer_without_need",
    ]


def test_the_union_that_signed_and_ratified_counts_once(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It is one adherent of the convention on artificial intelligence."""
    rows = connection.sql("""
        SELECT role FROM members_on(DATE '2026-11-21')
        WHERE instrument_id = 'coe-ai-convention' AND member_id = 'eu'
    """)

    assert rows.fetchall() == [("ratified",)]


def test_the_changes_of_every_body_add_up_to_its_count(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It never loses or invents a member between two days."""
    rows = connection.sql("""
        SELECT body_en
        FROM member_counts
        WHERE certain IS NOT NULL
        GROUP BY body_en, organization_id, instrument_id
        HAVING sum(certain_change) <> last(certain ORDER BY day)
    """)

    assert rows.fetchall() == []


def test_the_counts_of_a_day_are_those_of_the_roster(connection: duckdb.DuckDBPyConnection) -> None:
    """It agrees with members_on on a day picked for each body."""
    rows = connection.sql("""
        WITH present AS (
            SELECT
                organization_id,
                count(*) FILTER (certainty = 'certain') AS certain,
                count(*) AS possible
            FROM members_on(DATE '2022-10-15')
            WHERE organization_id IS NOT NULL
            GROUP BY ALL
        ),
        counted AS (
            SELECT organization_id, certain, possible
            FROM member_counts
            WHERE day <= DATE '2022-10-15' AND organization_id IS NOT NULL AND certain IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY organization_id ORDER BY day DESC) = 1
        )
        SELECT organization_id, counted.certain, counted.possible, present.certain, present.possible
        FROM counted
        JOIN present USING (organization_id)
        WHERE counted.certain <> present.certain OR counted.possible <> present.possible
    """)

    assert rows.fetchall() == []


def test_every_event_has_both_titles_and_a_source(connection: duckdb.DuckDBPyConnection) -> None:
    """It leaves no event of the timeline without words or evidence."""
    rows = connection.sql("""
        SELECT id FROM timeline
        WHERE title_en IS NULL OR title_fr IS NULL OR source_title IS NULL OR lane_id IS NULL
    """)

    assert rows.fetchall() == []
