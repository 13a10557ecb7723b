"""The rows of the timeline that match the filters, and their columns."""

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
from polars import selectors

BEFORE, AFTER = 7, 4
"""Years on either side of that of the as-of day that the chart shows at first."""
SPANS = ("main", "year", "all")
"""What the chart can show, beside the time between two days: the years around the day, one on
either side of it, everything."""
YEAR = timedelta(days=365)
MARGIN = timedelta(days=60)
SINCE = pl.coalesce("happened_on_earliest", "happened_on_latest")
"""First day that an event can have been on; the last where the source leaves it open."""


def past(day: date) -> pl.Expr:
    """Whether the last day that an event can have been on has come."""
    return pl.col("happened_on_latest") <= day


def span_of(span: str) -> tuple[date, date] | None:
    """Return the two days of a span that a reader chose; nothing if it is none.

    >>> span_of("2025-01-01..2026-06-30")
    (datetime.date(2025, 1, 1), datetime.date(2026, 6, 30))
    >>> span_of("main"), span_of("2026-01-01..2025-01-01")
    (None, None)
    """
    first, _, last = span.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return days if days[0] < days[1] else None


def around(day: date) -> tuple[date, date]:
    """Return the first and the last day of the years around a day.

    >>> around(date(2026, 5, 1))
    (datetime.date(2019, 1, 1), datetime.date(2030, 12, 31))
    """
    first, last = max(date.min.year, day.year - BEFORE), min(date.max.year, day.year + AFTER)
    return date(first, 1, 1), date(last, 12, 31)


def window(events: pl.DataFrame, span: str, day: date) -> tuple[date, date]:
    """Return the first and the last day to show of events, or of counts of them."""
    if chosen := span_of(span):
        return chosen
    if span == "year":
        return day - YEAR, day + YEAR
    first: date = events.select(SINCE.min()).item()
    last: date = events.select(pl.col("happened_on_latest").max()).item()
    since, until = around(day)
    if span == "all" or last < since or first > until:
        return min(first, day) - MARGIN, max(last, day) + MARGIN
    return since, until


def labelled(events: pl.DataFrame, titles: Mapping[str, str]) -> pl.DataFrame:
    """Return ``events`` with ``label``, what is written beside a mark.

    It is the short title at the adoption of a text that ``titles`` has, by its key, and how many
    at a deadline of several.
    """
    adopted = pl.col("kind") == "adoption"
    title = pl.when(adopted & pl.struct("instrument_id", "kind").is_first_distinct()).then(
        pl.col("instrument_id").replace_strict(titles, default=None, return_dtype=pl.String)
    )
    due = pl.when(pl.col("origin").eq("commitment_deadline") & pl.col("n").gt(1))
    return events.with_columns(label=pl.coalesce(due.then(pl.col("n").cast(pl.String)), title))


def looks(events: pl.DataFrame, day: date, first: date) -> tuple[int, ...]:
    """Return what is the same on two days on which all events look the same, from ``first`` on.

    That is all there is of each, and whether it is over or lies ahead; not its lists of keys.
    """
    over = pl.col("happened_on_latest") <= day
    since = pl.coalesce("happened_on_earliest", pl.min_horizontal("happened_on_latest", first))
    told = events.with_columns(over=over, ahead=since > day)
    return tuple(told.select(~selectors.nested()).hash_rows())
