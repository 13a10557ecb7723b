"""Who is in what: the rows that the Members page shows, one body at a time."""

from datetime import date

import polars as pl

from dashboard.filtering.rows import rows
from dashboard.source import queries


def roster(body: str, day: date, *, derived: bool, left: bool) -> pl.DataFrame:
    """Return who is in on the day and, if asked for, who has left by then."""
    found = rows("members_on", day, {"body": body}, include_derived=derived, include_former=left)
    return queries.sourced(found)
