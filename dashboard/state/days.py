"""The days that there is a view of."""

from datetime import date

from dashboard.source import queries

LAST_DAY = date(2100, 12, 31)


def first_day() -> date:
    """Return the first day that the tracker shows."""
    return queries.settings().first_day
