"""The same rows in no order, for queries that count them, join them or put them in an order anew.

DuckDB sorts what a view or macro sorts, whatever a query makes of the rows: counting a million
would sort them first. So whatever others read is there once more, under the same name in a schema
of its own, and views read that.
"""

import re
from collections.abc import Iterable

SCHEMA = "unsorted"
"""The schema of what is not sorted."""


def without_order(sql: str) -> str:
    r"""Return a query without the order of its rows.

    >>> without_order("SELECT id\nFROM actors\nORDER BY id")
    'SELECT id\nFROM actors'
    """
    *parts, last = re.split(r"\n(?=\w)", sql)
    return "\n".join(parts).rstrip() if last.startswith("ORDER BY") else sql


def reading_unsorted(sql: str, names: Iterable[str]) -> str:
    """Return a query that reads some views and macros as they are without their order.

    >>> reading_unsorted("FROM states_on(day) JOIN names USING (id)", ["states_on", "names"])
    'FROM unsorted.states_on(day) JOIN unsorted.names USING (id)'
    """
    for name in names:
        # Not where a part of the query has the name.
        if not re.search(rf"\b{name} AS (NOT )?(MATERIALIZED )?\(", sql):
            sql = re.sub(rf"\b(FROM|JOIN)(\s+){name}\b", rf"\1\2{SCHEMA}.{name}", sql)
    return sql
