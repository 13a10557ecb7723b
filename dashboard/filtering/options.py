"""The values that filters take, where they are keys of the data."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

import polars as pl

from dashboard.source import database

Keys = Callable[[], Collection[str]]

OFFERED = 400
"""Entries of a picker where there are more: the fullest, and those in the address."""
USED = {"text": "instrument_id", "actor": "actor_ids", "part": "part_ids"}
"""What a picker holds, by the grouping of ``commitment_groups``."""


def keys_of(table: str) -> Collection[str]:
    """Return the key of every row of a table."""
    return _first(f'SELECT id FROM "{table}"')


def country_codes() -> Collection[str]:
    """Return the code of every country, also of those that are no more."""
    return _first("SELECT id FROM actors WHERE is_country(kind)")


def group_keys() -> Collection[str]:
    """Return the key of every group of countries."""
    return _first("SELECT id FROM actors WHERE kind = 'country_group'")


def body_keys() -> Collection[str]:
    """Return the key of whatever has a roster or a stated number of members."""
    return _first(
        "SELECT coalesce(organization_id, instrument_id) FROM roster_steps(include_derived := true)"
        " UNION SELECT coalesce(organization_id, instrument_id) FROM member_counts"
    )


def lane_keys() -> Collection[str]:
    """Return the key of whatever has an event on the timeline."""
    return _first("SELECT DISTINCT lane_id FROM timeline WHERE lane_id IS NOT NULL")


def span_ends(years: Iterable[str], first: str | None) -> list[str]:
    """Return the years in which a span can end that begins in the first one, if there is one."""
    return [year for year in years if year >= (first or "")]


def used_by_proposals(day: date) -> pl.DataFrame:
    """Return one row: the texts, actors and beneficiaries of proposals."""
    used = "list_distinct(flatten(list({0}))) AS {0}"
    return database.run(
        f"SELECT list(DISTINCT instrument_id) AS instrument_id, {used.format('actor_ids')},"
        f" {used.format('beneficiary_ids')} FROM unsorted.proposals_on($day)",
        day=day,
    )


def used_by_commitments(day: date, wanted: Collection[str]) -> pl.DataFrame:
    """Return one row: the texts, actors, parts and beneficiaries that most commitments have.

    Args:
        day: The as-of day.
        wanted: Keys that are offered, too, if any commitment has them.
    """
    grouped = "list(group_id) FILTER (grouping = '{}') AS {}"
    columns = (grouped.format(*each) for each in USED.items())
    return database.run(
        f"WITH beneficiaries AS (SELECT actor_id FROM commitment_beneficiaries"
        " SEMI JOIN (FROM commitment_spans WHERE since <= $day AND coalesce(until > $day, true)"
        " AND standing = 'made') AS made USING (commitment_id) GROUP BY actor_id"
        " QUALIFY row_number() OVER (ORDER BY count(*) DESC, actor_id) <= $most"
        " OR list_contains($wanted::VARCHAR[], actor_id))"
        f" SELECT {', '.join(columns)},"
        " (SELECT list(actor_id) FROM beneficiaries) AS beneficiary_ids"
        " FROM unsorted.commitment_group_sizes_on($day)"
        " WHERE rank <= $most OR list_contains($wanted::VARCHAR[], group_id)",
        day=database.turn(day),
        most=OFFERED,
        wanted=sorted(wanted),
    )


def compared_kinds() -> Collection[str]:
    """Return the kinds of records of which changes between two days are listed."""
    return ("country", "organization", "text", "topic")


def disputed_tables() -> Collection[str]:
    """Return the name of every table about whose rows sources disagree."""
    return _first("SELECT DISTINCT table_name FROM discrepancies")


def _first(sql: str) -> Collection[str]:
    return database.run(sql).to_series().to_list()
