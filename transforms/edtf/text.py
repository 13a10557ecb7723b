"""Partial dates in plain Python: the pattern, and what a date can mean; importable without Polars.

The only other reading of these dates is that of whole columns, in ``expressions``; a test compares
the two.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
PATTERN = rf"^({_DATE}|\[({_DATE})?\.\.{_DATE}\])$"
"""The date pattern as a regular expression."""
YEARS = (1800, 2200)
"""The first and the last year that can be meant; 0204 and 20204 are slips of a finger."""


@dataclass(frozen=True)
class PartialDate:
    """A date as precise as its source, or one day in a span.

    Attributes:
        first: ``2025``, ``2025-08`` or ``2025-08-26``; empty where a span has no beginning.
        last: The same as ``first``, or where a span ends.
        earliest: The first day that it can mean; None where a span has no beginning.
        latest: The last day that it can mean.
        is_span: Whether it is one day between two dates.
    """

    first: str
    last: str
    earliest: date | None
    latest: date
    is_span: bool

    @property
    def is_day(self) -> bool:
        """Whether the source names the day."""
        return not self.is_span and len(self.last) == len("2025-08-26")


def parse(text: str) -> PartialDate:
    """Return what a date can mean.

    Raises:
        ValueError: It has another form, or the calendar has no such day.

    >>> parse("2024-02").latest, parse("[..2025]").earliest, parse("2025-08-26").is_day
    (datetime.date(2024, 2, 29), None, True)
    """
    if not re.match(PATTERN, text) or text.endswith("\n"):
        raise ValueError(f"{text!r} is not a date such as 2025, 2025-08 or 2025-08-26")
    is_span = text.startswith("[")
    first, _, last = text.strip("[]").partition("..") if is_span else (text, "", text)
    earliest = date.fromisoformat(f"{first}-01-01"[:10]) if first else None
    return PartialDate(first, last, earliest, _end(last), is_span)


def _end(text: str) -> date:
    """Return the last day of a day, a month or a year."""
    if len(text) == len("2025-08-26"):
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7] or 12)
    return date(year, month, monthrange(year, month)[1])
