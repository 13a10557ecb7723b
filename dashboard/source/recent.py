"""What changed lately, day by day: ``daily_changes``."""

from collections.abc import Collection
from datetime import date, timedelta

import polars as pl

from dashboard.source import database, two_days
from dashboard.source.literals import literal

RELATION = "daily_changes"
SPANS = (90, 30, 14, 7, 3, 1)
"""Days that are looked back, the most that have few enough changes."""
MOST = 3_000
"""Changes up to which a span is looked through."""
RECORDS = 12
"""How many records of each kind of change are looked up."""


def since(day: date, changes: Collection[str]) -> date:
    """Return the day from which on changes of these kinds up to ``day`` are recent.

    With much on record much changes each day, and the last few days have more than is shown. Where
    so few days have nothing, it is the fewest that have something.
    """
    turns = ", ".join(
        f"count(*) FILTER (changed_from > $day - {span:d})::BIGINT AS days_{span}" for span in SPANS
    )
    n = database.run(
        f"SELECT {turns} FROM {RELATION}"
        f" WHERE changed_from > $day - {SPANS[0]:d} AND changed_from <= $day AND {_of(changes)}",
        day=day,
    ).row(0)
    some = [(span, turned) for span, turned in zip(SPANS, n, strict=True) if turned]
    few = (span for span, turned in some if turned <= MOST)
    fewest = some[-1][0] if some else SPANS[0]
    return day - timedelta(days=next(few, fewest))


def rows(first: date, day: date, changes: Collection[str]) -> pl.DataFrame:
    """Return the newest change of each thing after ``first``, as ``two_days.rows`` has them."""
    after, until = literal(first), literal(database.turn(day))
    found = two_days.first_rows(
        f"SELECT * EXCLUDE (changed_from),"
        f" coalesce(changed_on_latest <= {after} - (aspect = 'deadline')::INTEGER, false)"
        f" AS first_known FROM {RELATION}"
        f" WHERE changed_from > {after} AND changed_from <= {until}"
        f" AND {_of(changes)}"
        " QUALIFY row_number() OVER (PARTITION BY aspect, item_id ORDER BY changed_from DESC) = 1",
        RECORDS,
    )
    keys = tuple(sorted({key for key, of in found.select("item_id", "member_id").rows() if not of}))
    titles = database.run(
        "SELECT item_id, CASE subject WHEN 'commitment' THEN ['status', 'deadline'] ELSE [subject]"
        " END AS aspect, COLUMNS('^title_[a-z]{2,3}$') FROM tracked_subjects"
        " WHERE subject IN ('commitment', 'text', 'programme')"
        " AND item_id IN (SELECT unnest($keys::VARCHAR[]))",
        keys=keys,
    ).explode("aspect")
    return found.join(titles, on=["aspect", "item_id"], how="left", maintain_order="left")


def _of(changes: Collection[str]) -> str:
    return f"change IN ({', '.join(map(literal, changes))})"
