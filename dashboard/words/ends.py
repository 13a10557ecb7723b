"""When something ended: tables hold the first day after it, and readers see its last day."""

from collections.abc import Container
from datetime import date, timedelta

BEGINNINGS = {"ended_on": "started_on", "until": "since"}
"""Columns with the first day after something, and for each that with its first day.

The end of what has no such beginning is a day in itself, as is the day on which a member leaves.
"""


def is_end(name: str, columns: Container[str]) -> bool:
    """Whether a column holds the first day after something, by the columns beside it."""
    return name in BEGINNINGS and BEGINNINGS[name] in columns


def shown(name: str, text: str, columns: Container[str]) -> str:
    """Return a date as readers see it: where it ends something, the last day."""
    return last_day(text) if is_end(name, columns) else text


def last_day(text: str) -> str:
    """Return the last day for a date that is the first day after; a month or year stays itself.

    >>> last_day("2029-02-12"), last_day("[2026-11-09..2027-01-01]"), last_day("1994-12")
    ('2029-02-11', '[2026-11-08..2026-12-31]', '1994-12')
    """
    if text.startswith("["):
        return f"[{'..'.join(map(last_day, text.strip('[]').split('..')))}]"
    is_day = len(text) == len("2029-02-12")
    return str(date.fromisoformat(text) - timedelta(days=1)) if is_day else text
