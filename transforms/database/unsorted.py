"""The same rows in no order, for queries that count them, join them or put them in an order anew.

DuckDB sorts what a view or macro sorts, whatever a query makes of the rows: counting a million
would sort them first. So whatever others read is there once more, under the same name in a schema
of its own, and views read that.
"""

import re
from collections.abc import Iterable

SCHEMA = "unsorted"
"""The schema of what is not sorted."""
PART = re.compile(r"\b(\w+) AS (?:NOT )?(?:MATERIALIZED )?\(")
"""How a part of a query (``WITH``) begins, with its name."""
READ = re.compile(r"\b((?:FROM|JOIN)\s+)(\w+)\b")
"""What a query reads from, with its name."""


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
    # Not where a part of the query has the name.
    read = {*names}.difference(PART.findall(sql))
    return READ.sub(
        lambda found: f"{found[1]}{SCHEMA}.{found[2]}" if found[2] in read else found[0], sql
    )
