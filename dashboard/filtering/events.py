"""What the filters of the timeline leave: how much of it when, and its rows by page."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from dashboard.filtering.query import Query
from dashboard.filtering.rows import FilterValues, page, query_for
from dashboard.shaping.timeline import YEAR
from dashboard.source import database

RELATION = "timeline_on"
SINCE = "coalesce(happened_on_earliest, happened_on_latest)"
"""First day that an event can have been on; the last where the source leaves it open."""
NEWEST_FIRST = "happened_on_latest DESC, id"


@dataclass(frozen=True)
class Events:
    """What is found, in numbers.

    Attributes:
        query: The rows that readers see: what was first known later only where they want it.
        counts: One row per year of the last possible day, whether it was first ``known_later``
            and whether it is ``past``: how many (``n``), how many begin within twelve months
            (``near``), and the days between which they are.
        later: Whether the reader wants to see what was first known after the day.
    """

    query: Query
    counts: pl.DataFrame
    later: bool

    @property
    def known(self) -> pl.DataFrame:
        """The counts of what was known on the day."""
        return self.counts.filter(~pl.col("known_later"))

    @property
    def shown(self) -> pl.DataFrame:
        """The counts of what readers see."""
        return self.counts if self.later else self.known

    @property
    def n(self) -> int:
        """How many rows readers see."""
        return int(self.shown["n"].sum())

    @property
    def known_later(self) -> int:
        """How many were first known after the day, whether or not readers see them."""
        return int(self.counts.filter("known_later")["n"].sum())


def found(day: date, values: FilterValues, *, later: bool) -> Events:
    """Count what meets every filter; ``later`` includes what was first known after the day."""
    every = query_for(RELATION, database.turn(day), values)
    counts = database.run(
        "SELECT year(happened_on_latest) AS year, known_later, phase = 'past' AS past,"
        f" count(*) AS n, count(*) FILTER ({SINCE} <= $soon) AS near,"
        f" min({SINCE}) AS happened_on_earliest, max(happened_on_latest) AS happened_on_latest"
        f" FROM ({every.unsorted}) GROUP BY ALL ORDER BY ALL",
        **every.values,
        soon=day + YEAR,
    )
    return Events(every if later else _where(every, "NOT known_later"), counts, later)


def within(of: Query, first: date, last: date) -> Query:
    """Return the query for what may have been between two days."""
    query = _where(of, f"happened_on_latest >= $first AND {SINCE} <= $last")
    return replace(query, values={**query.values, "first": first, "last": last})


def rows(of: Events, limit: int | None = None, offset: int = 0) -> pl.DataFrame:
    """Return some of the rows, the latest first."""
    return page(of.query, NEWEST_FIRST, limit, offset)


def ahead(of: Events, day: date, limit: int, *, near: bool) -> pl.DataFrame:
    """Return the first of what was known to lie ahead, within twelve months or beyond.

    What is known to a year comes with the end of that year.
    """
    query = _where(of.query, f"NOT known_later AND phase = 'ahead' AND ({SINCE} <= $soon) = {near}")
    query = replace(query, values={**query.values, "soon": day + YEAR})
    return page(query, "happened_on_latest, happened_on_earliest NULLS FIRST, id", limit)


def past(of: Events, limit: int) -> pl.DataFrame:
    """Return the last of what was known to have been."""
    years = of.known.filter("past").group_by("year").agg(pl.col("n").sum())
    years = years.sort("year", descending=True).with_columns(
        after=pl.col("n").cum_sum() - pl.col("n")
    )
    first = years.filter(pl.col("after") < limit)["year"].min()
    if first is None:
        return page(_where(of.query, "false"), "id", limit)
    # The years that have them are named, so that no words of others are looked up.
    query = _where(of.query, "NOT known_later AND phase = 'past' AND happened_on_latest >= $since")
    query = replace(query, values={**query.values, "since": date(int(str(first)), 1, 1)})
    return page(query, "happened_on_latest DESC, id DESC", limit)


def _where(of: Query, condition: str) -> Query:
    rows, unsorted = (f"FROM ({sql}) WHERE {condition}" for sql in (of.sql, of.unsorted))
    return Query(rows, of.values, unsorted)
