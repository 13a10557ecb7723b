"""What the filters of the list of commitments leave: how much of what, and its rows by page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.filtering.query import Query
from dashboard.filtering.rows import FilterValues, page, query_for
from dashboard.source import database

MADE = "commitments_on"
PARAGRAPH = (
    "regexp_replace(regexp_replace({}, '(\\d+)', '000\\1', 'g'), '0*(\\d{{4}})', '\\1', 'g')"
)
"""Numbers are made equally long, so that 9 comes before 10."""


@dataclass(frozen=True)
class Found:
    """What is found, in numbers.

    Attributes:
        relation: ``commitments_on`` or ``proposals_on``.
        query: Its rows.
        n: How many rows.
        texts: How many texts they are from.
        overdue: How many are overdue.
        unread: How many were not read in the text's own wording.
        statuses: How many have each status; nothing of proposals.
        due_states: How many deadlines stand how; the same.
    """

    relation: str
    query: Query
    n: int
    texts: int
    overdue: int
    unread: int
    statuses: Mapping[str, int]
    due_states: Mapping[str, int]


def found(relation: str, day: date, values: FilterValues) -> Found:
    """Count what meets every filter; for the arguments see ``rows.rows``."""
    query = query_for(relation, day, values)
    states = "status, due_state" if relation == MADE else "NULL AS status, NULL AS due_state"
    counted = database.run(
        f"WITH each AS MATERIALIZED (SELECT {states}, instrument_id, count(*) AS n,"
        f" count(*) FILTER (verification <> 'read') AS unread FROM ({query.unsorted}) GROUP BY ALL)"
        " SELECT status, due_state, sum(n)::BIGINT AS n, sum(unread)::BIGINT AS unread,"
        " (SELECT count(DISTINCT instrument_id) FROM each) AS texts FROM each GROUP BY 1, 2",
        **query.values,
    )
    due = _summed(counted, "due_state")
    return Found(
        relation,
        query,
        n=int(counted["n"].sum()),
        texts=next(iter(counted["texts"]), 0),
        overdue=due.get("overdue", 0),
        unread=int(counted["unread"].sum()),
        statuses=_summed(counted, "status"),
        due_states=due,
    )


def rows(
    of: Found,
    limit: int | None = None,
    offset: int = 0,
    *,
    by_deadline: bool = False,
    by_urgency: Iterable[str] = (),
) -> pl.DataFrame:
    """Return some rows: the newest text first and its paragraphs as they stand.

    Args:
        of: What is found.
        limit: At most so many; all without it.
        offset: Rows before them.
        by_deadline: The nearest deadline first.
        by_urgency: States of a deadline from the most urgent on: in that order, of each the soonest
            first.
    """
    paragraph = PARAGRAPH.format(f"paragraph_{database.settings().languages[0]}")
    keys = ["made_on_latest DESC", "instrument_id", paragraph, "id"]
    if by_deadline or by_urgency:
        keys.insert(0, "due_on_latest")
    if by_urgency:
        keys.insert(0, f"list_position({list(by_urgency)!r}, due_state)")
    order = ", ".join(f"{key} NULLS LAST" for key in keys)
    return page(of.query, order, limit, offset)


def _summed(counted: pl.DataFrame, name: str) -> dict[str, int]:
    """Return how many there are of each code of a column."""
    known = counted.drop_nulls(name)
    return dict(known.group_by(name).agg(pl.col("n").sum()).sort(name).iter_rows())
