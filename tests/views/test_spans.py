"""What stands how from which day on: stored as spans, and the same as asking the rules each day.

The real data are needed: dates of every kind, and all ways in which texts and judgements follow one
another. The database is built once for all tests.
"""

from datetime import date

import duckdb
import pytest

DAYS = [
    date(2026, 11, 21),
    date(2025, 8, 26),
    date(2024, 9, 22),
    date(2019, 5, 22),
    date(1999, 1, 1),
]
BETWEEN = (date(2025, 8, 26), date(2026, 11, 21))


@pytest.mark.parametrize("day", DAYS)
def test_totals_are_those_of_the_rows(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """Changes added up until a day give what the commitments of that day give one by one."""
    added = connection.execute("FROM commitment_totals_on($day)", {"day": day}).fetchall()
    counted = connection.execute(
        """
        SELECT
            count(*),
            count(DISTINCT instrument_id),
            count(*) FILTER (status = 'complete'),
            count(*) FILTER (overdue),
            count(*) FILTER (due_state = 'not_judged'),
            count(*) FILTER (is_due_soon(due_state)),
            count(*) FILTER (status = 'not_assessed'),
            count(*) FILTER (verification <> 'read'),
            (SELECT count(*) FROM proposals_on($day)),
            (SELECT count(DISTINCT instrument_id) FROM proposals_on($day))
        FROM commitments_on($day)
        """,
        {"day": day},
    ).fetchall()

    assert added == counted


@pytest.mark.parametrize("day", DAYS)
def test_states_follow_the_rules(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """No day lies inside a span on which a rule says otherwise than at its beginning."""
    otherwise = connection.execute(
        """
        SELECT spans.commitment_id
        FROM commitment_spans AS spans
        JOIN commitments ON commitments.id = spans.commitment_id
        JOIN instruments AS texts ON texts.id = spans.instrument_id
        WHERE
            spans.since <= $day
            AND coalesce(spans.until > $day, true)
            AND (
                (spans.standing = 'made') <> is_made(texts.status, texts.adopted_on_latest, $day)
                OR (spans.stands AND has_ended(texts.status, texts.ended_on_latest, $day))
                OR spans.due_state <> due_state(
                    deadline_binds(commitments.due_on_latest, spans.stands, spans.status),
                    spans.status,
                    commitments.due_on_earliest,
                    commitments.due_on_latest,
                    $day
                )
            )
        """,
        {"day": day},
    ).fetchall()

    assert otherwise == []


def test_only_what_can_have_changed_is_compared(connection: duckdb.DuckDBPyConnection) -> None:
    """Two days differ in nothing that is left out for having no day between them."""
    whole = """
        SELECT coalesce(was.aspect, now.aspect), coalesce(was.item_id, now.item_id)
        FROM states_on($since) AS was
        FULL JOIN states_on($until) AS now ON now.aspect = was.aspect AND now.item_id = was.item_id
        WHERE
            (was.state, was.certainty, was.value)
            IS DISTINCT FROM (now.state, now.certainty, now.value)
    """
    values = dict(zip(("since", "until"), BETWEEN, strict=True))
    compared = "SELECT aspect, item_id FROM changes_between($since, $until)"

    left_out = connection.execute(f"{whole} EXCEPT {compared}", values).fetchall()

    assert left_out == []


@pytest.mark.parametrize("day", [date(2026, 8, 3), date(2024, 5, 21), date(2021, 7, 1)])
def test_what_changed_on_a_day_is_the_comparison_with_the_day_before(
    connection: duckdb.DuckDBPyConnection, day: date
) -> None:
    """What is stored day by day is what two days that follow one another differ in."""
    columns = """
        aspect, item_id, change, record_kind, record_id, before, after, before_certainty,
        after_certainty, changed_on, row_table, row_id, source_id, locator
    """
    aspects = "aspect IN ('status', 'deadline', 'text', 'membership', 'act', 'programme')"
    compared = f"SELECT {columns} FROM changes_between($day - 1, $day) WHERE {aspects}"
    stored = f"SELECT {columns} FROM daily_changes WHERE changed_from = $day"

    otherwise = connection.execute(
        f"(({compared}) EXCEPT ALL ({stored})) UNION ALL (({stored}) EXCEPT ALL ({compared}))",
        {"day": day},
    ).fetchall()

    assert otherwise == []
