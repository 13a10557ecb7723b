"""A day on which nothing turns is answered with the day before: it must be the same."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from dashboard.source import database as door
from transforms import paths

DAY = timedelta(days=1)
QUERIES = (
    "changes_between(from_day := $day - 30, to_day := $day)",
    "commitment_totals_on(day := $day)",
    "focus_area_totals_on(day := $day)",
    "initiatives_on(day := $day)",
    "instrument_totals_on(day := $day)",
    "latest_events_on(day := $day)",
    "members_on(day := $day)",
    "needs_on(day := $day)",
    "next_events_on(day := $day)",
    "status_totals_on(day := $day)",
    "timeline_on(day := $day)",
)
"""What pages ask for the turn instead of the day; the first has turns of its own."""
SPARSE = timedelta(days=40)
"""How long a gap between two turns must at least be to be looked at."""


def turns(connection: duckdb.DuckDBPyConnection) -> list[date]:
    """Return all turning days, the first first."""
    return [day for (day,) in connection.execute("FROM turning_days ORDER BY day").fetchall()]


def test_nearness_turns_when_the_view_says(connection: duckdb.DuckDBPyConnection) -> None:
    """It changes its answer on the day, on the day after, and so many days before as the view."""
    found = connection.execute(
        "SELECT off FROM (SELECT off, nearness(d, d, d, d + off::INTEGER) AS state,"
        " lag(state) OVER (ORDER BY off) AS earlier"
        " FROM (SELECT DATE '2026-03-01' AS d), range(-500, 500) AS days(off))"
        " WHERE state <> earlier ORDER BY off"
    ).fetchall()

    assert found == [(-90,), (0,), (1,)]


@pytest.mark.parametrize("query", QUERIES)
def test_nothing_changes_between_two_turns(
    query: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """It answers the last day of a long gap as it does the first."""
    every = turns(connection)
    later = [day for day in every if day.year > 2024]
    first, then = next(
        (a, b) for a, b in zip(later, [*later[1:], date.max], strict=True) if b - a > SPARSE
    )
    since = first + 31 * DAY if "from_day" in query else first
    rows = [
        sorted(map(repr, connection.execute(f"FROM {query}", {"day": day}).fetchall()))
        for day in (since, min(then, since + SPARSE) - DAY)
    ]

    assert rows[0] == rows[1]


def test_the_turn_of_a_day_is_not_after_it(
    database: Path, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the day itself where something turns, else the last one before; none is before all."""
    monkeypatch.setattr(paths, "DATABASE", database)
    first, *_, last = turns(connection)

    assert door.turn(last) == door.turn(last + 400 * DAY) == last
    assert door.turn(first - DAY) == first - DAY
