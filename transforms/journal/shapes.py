"""The forms of the texts and numbers of a journal, as they are checked when one is read."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta

from transforms.database.editions import IDENTIFIER
from transforms.edtf.text import YEARS, parse

LARGEST = 2**31 - 1
"""Of numbers: what an INTEGER of a calendar can be (RFC 5545, section 3.3.8)."""

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

Count = Annotated[int, Meta(ge=0, le=LARGEST)]
Identifier = Annotated[str, Meta(pattern=rf"^{IDENTIFIER}\Z")]
"""What an edition is named after."""
Origin = Literal["commitment", "milestone"]
"""The kind of thing that is due, as in the views."""
Day = Annotated[str, Meta(pattern=rf"^{_DAY}\Z")]
"""ISO 8601."""
Moment = Annotated[str, Meta(pattern=rf"^{_DAY}T[:0-9]{{8}}(\.[0-9]{{6}})?\+00:00\Z")]
"""UTC, ISO 8601."""
Edtf = str
"""A day or a longer time, as in the data."""
Uuid = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
"""Of the journal."""


def check_dates(
    moments: Iterable[Moment], days: Iterable[Day | None], dates: Iterable[Edtf | None]
) -> None:
    """See that dates of the right form are in the calendar; each different one once.

    Raises:
        ValueError: One is not, such as 30 February, or is in a year that no data means.
    """
    for moment in set(moments):
        datetime.fromisoformat(moment)
    for day in filter(None, set(days)):
        date.fromisoformat(day)
    for text in filter(None, set(dates)):
        dated = parse(text)
        for on in filter(None, (dated.earliest, dated.latest)):
            if not YEARS[0] <= on.year <= YEARS[1]:
                raise ValueError(f"no date is in the year {on.year}")
