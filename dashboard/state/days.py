"""Limits of addresses: the range of days, and the length of a search."""

from datetime import date

from dashboard.source import database
from transforms.edtf.text import YEARS

LAST_DAY = date(2100, 12, 31)
LONGEST = 200
"""Characters that can be searched for: each word is looked for in every row."""


def first_day() -> date:
    """Return the first day that the tracker shows; no date of the data is of an earlier year."""
    return max(database.settings().first_day, date(YEARS[0], 1, 1))


def read_day(text: str) -> date | None:
    """Return a text as a day that pages show; nothing for any other text.

    >>> read_day("soon")
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if first_day() <= day <= LAST_DAY else None
