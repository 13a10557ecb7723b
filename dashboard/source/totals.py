"""The numbers that sentences and cards say, by name; each is defined in ``transforms/views``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from dashboard.source import database

Row = Mapping[str, Any]

NEAR = 20
"""Among so many times as many events as are wanted, the next are looked for at first."""


def commitments(day: date) -> Row:
    """How many commitments had been made or proposed by ``day``, and how they stood."""
    return _row("commitment_totals_on", day)


def of_record(kind: str, key: str, day: date) -> pl.DataFrame:
    """How many of the commitments of a record had each status on ``day``."""
    return database.run(
        "FROM record_statuses($kind, $key, $day)", kind=kind, key=key, day=database.turn(day)
    )


def capacity(day: date, developing_as: str | None = None) -> Row:
    """How many needs had been stated by ``day``, and what answers them."""
    return _row("capacity_answers_on", day, developing_as=developing_as)


def country(country: str, day: date) -> Row:
    """What one country takes part in on ``day``, and what commits it."""
    return _row("country_totals", day, country=country)


def developing(day: date, developing_as: str | None = None) -> int:
    """How many members those have on ``day`` who stand for the developing countries."""
    rows = database.run(
        "SELECT count(*) AS n FROM unsorted.groupings_on($day, developing_as := $developing_as)"
        " WHERE group_id = $group",
        # As a value, so that only its members are looked at.
        group=database.settings().developing_countries,
        day=database.turn(day),
        developing_as=developing_as,
    )
    return int(rows.item())


def latest_events(day: date, n: int) -> pl.DataFrame:
    """The last ``n`` things that had happened by ``day``, as known then."""
    day = database.turn(day)
    near = database.run(
        "SELECT happened_on_latest FROM timeline_events WHERE happened_on_latest <= $day"
        " AND origin IN ('milestone', 'instrument')"
        " ORDER BY happened_on_latest DESC LIMIT 1 OFFSET $near",
        day=day,
        near=NEAR * n,
    ).to_series()
    begins = pl.coalesce("happened_on_earliest", "happened_on_latest")
    for since in near:
        rows = database.run(
            "FROM latest_events_on($day) WHERE happened_on_latest >= $since LIMIT $n",
            day=day,
            since=since,
            n=n,
        )
        # What ended before began before, too.
        if rows.height == n and rows.select(begins.min()).item() > since:
            return rows
    return database.run("FROM latest_events_on($day) LIMIT $n", day=day, n=n)


def next_events(day: date, n: int) -> pl.DataFrame:
    """The next ``n`` things that were planned for after ``day``, as known then."""
    near = database.run(
        "SELECT happened_on_latest FROM timeline_events WHERE happened_on_latest > $day"
        " ORDER BY happened_on_latest LIMIT 1 OFFSET $near",
        day=day,
        near=NEAR * n,
    ).to_series()
    for until in (*near, None):
        rows = database.run(
            "FROM next_events_on($day, up_to_day := $until) LIMIT $n",
            day=database.turn(day),
            until=until,
            n=n,
        )
        # What is called off or met is passed over: then those that are further off, too.
        if rows.height == n:
            break
    return rows


def due_soon() -> tuple[str, ...]:
    """The states of a deadline that mean that it falls due soon."""
    codes = database.run(
        "SELECT code FROM vocabularies WHERE vocabulary = 'due_state' AND is_due_soon(code)"
        " ORDER BY position"
    )
    return tuple(codes["code"])


def _row(relation: str, day: date, **arguments: object) -> Row:
    return database.rows_on(relation, day, **arguments).row(0, named=True)
