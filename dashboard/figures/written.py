"""A query as a reader can read and run it: with its values written out."""

import re
from datetime import date

from dashboard.filtering.query import Query
from dashboard.source.literals import literal

NAME = re.compile(r"\$(\w+)")
DAY = "$day"
"""How the SQL page calls the as-of day, which it fills in."""


def written(query: Query, day: date) -> str:
    """Return a query without parameters but the day.

    >>> written(Query("FROM x($value_0) WHERE a = $value_1", {"value_0": date(2026, 1, 1),
    ...     "value_1": "it's"}), date(2026, 1, 1))
    "FROM x($day) WHERE a = 'it''s'"
    """
    return NAME.sub(lambda found: _literal(query.values[found[1]], day), query.sql)


def _literal(value: object, day: date) -> str:
    if value == day and isinstance(value, date):
        return DAY
    if isinstance(value, list | tuple):
        return f"[{', '.join(_literal(each, day) for each in value)}]"
    return literal(value)
