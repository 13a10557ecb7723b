"""Which rows of the timeline match what the reader asked for, and what is shown of them."""

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from dashboard.shaping.search import found_in
from dashboard.words.i18n import Translator
from dashboard.words.labels import localized_columns

MAIN = (date(2019, 1, 1), date(2030, 12, 31))
"""What the chart shows at first."""
YEAR = timedelta(days=365)
MARGIN = timedelta(days=60)
NAMED = 12
"""How many texts are named in the chart: those with the most commitments."""
SEARCHED = ("title", "description", "lane")
"""What words are looked for in, in every language."""
SINCE = pl.coalesce("happened_on_earliest", "happened_on_latest")
"""First day that an event can have been on; the last where the source leaves it open."""


@dataclass(frozen=True)
class TimelineFilters:
    """What the reader asked for; nothing named means that nothing is left out."""

    words: str = ""
    bodies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    when: str | None = None
    since: str | None = None
    until: str | None = None
    every: bool = False
    later: bool = True
    """Also what was first known after the day."""


def matching(events: pl.DataFrame, asked: TimelineFilters, day: date) -> pl.DataFrame:
    """Return the rows that the reader asked for.

    A year takes in whatever may have been in it; what may lie after ``day`` is ahead.
    """
    wanted = [
        (pl.col("lane_id").is_in(list(asked.bodies)), bool(asked.bodies)),
        (pl.col("kind").is_in(list(asked.kinds)), bool(asked.kinds)),
        (past(day), asked.when == "past"),
        (~past(day), asked.when == "ahead"),
        (~pl.col("known_later"), not asked.later),
        (pl.col("happened_on_latest").dt.year() >= int(asked.since or 0), bool(asked.since)),
        (SINCE.dt.year() <= int(asked.until or 0), bool(asked.until)),
    ]
    for condition, on in wanted:
        events = events.filter(condition) if on else events
    return events.filter(_found(events, asked.words)) if asked.words else events


def past(day: date) -> pl.Expr:
    """Whether the last day that an event can have been on has come."""
    return pl.col("happened_on_latest") <= day


def window(events: pl.DataFrame, span: str, day: date) -> tuple[date, date]:
    """Return the first and the last day to show."""
    if span == "year":
        return day - YEAR, day + YEAR
    first: date = events.select(SINCE.min()).item()
    last: date = events.select(pl.col("happened_on_latest").max()).item()
    if span == "all" or last < MAIN[0] or first > MAIN[1]:
        return min(first, day) - MARGIN, max(last, day) + MARGIN
    return MAIN


def within(events: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    """Return what may have been between two days."""
    return events.filter(pl.col("happened_on_latest") >= first, SINCE.le(last))


def labelled(events: pl.DataFrame, commitments: pl.DataFrame, t: Translator) -> pl.DataFrame:
    """Return ``events`` with ``label``, what is written beside a mark.

    It is the short title at the adoption of the texts with the most commitments, and how many
    at a deadline of several.
    """
    name = f"instrument_{t.language}"
    texts = (
        commitments.group_by("instrument_id", name)
        .len()
        .sort("len", name, descending=[True, False])
    )
    titles = dict(texts.head(NAMED).select("instrument_id", name).iter_rows())
    adopted = pl.col("kind") == "adoption"
    title = pl.when(adopted & pl.struct("instrument_id", "kind").is_first_distinct()).then(
        pl.col("instrument_id").replace_strict(titles, default=None, return_dtype=pl.String)
    )
    due = pl.when(pl.col("origin").eq("commitment_deadline") & pl.col("n").gt(1))
    return events.with_columns(label=pl.coalesce(due.then(pl.col("n").cast(pl.String)), title))


def _found(events: pl.DataFrame, words: str) -> pl.Series:
    """Whether an event's texts, in any language, have all of ``words``, accents aside."""
    columns = [column for name in SEARCHED for column in localized_columns(name)]
    texts = events.select(pl.concat_str(columns, separator=" ", ignore_nulls=True))
    return found_in(texts.to_series(), words)
