"""What pages show of members, one body or text at a time; the views are in the database."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.source import database

OF_BODY = "coalesce(organization_id, instrument_id) = $body"
"""No body and text share a key."""


def bodies(language: str) -> pl.DataFrame:
    """Return every body with a roster or a stated number: its key, name and kind."""
    name = f"body_{language}"
    columns = f"coalesce(organization_id, instrument_id) AS body, {name}, body_kind"
    return database.run(
        f"SELECT {columns} FROM roster_steps(include_derived := true)"
        f" UNION SELECT {columns} FROM member_counts"
    )


def steps(body: str, day: date, *, derived: bool) -> pl.DataFrame:
    """Return the days up to ``day`` on which the number of members changes; none is always."""
    return database.run(
        "FROM roster_steps(include_derived := $derived)"
        f" WHERE {OF_BODY} AND (day IS NULL OR day <= $day) ORDER BY day NULLS FIRST",
        body=body,
        day=day,
        derived=derived,
    )


def standing(bodies: Sequence[str], day: date, *, derived: bool) -> pl.DataFrame:
    """Return how many are in each of several bodies on ``day``: ``certain`` and ``possible``.

    A body in which nobody has ever been has no row.
    """
    return database.run(
        "SELECT coalesce(organization_id, instrument_id) AS body, certain, possible"
        " FROM roster_levels WHERE with_derived = $derived AND body IN (SELECT unnest($bodies))"
        " AND coalesce(changed_on <= $day, true) AND coalesce(until > $day, true)",
        bodies=list(bodies),
        day=day,
        derived=derived,
    )


def reports(body: str, day: date) -> pl.DataFrame:
    """Return the numbers that sources state up to ``day``, and whether the roster agrees.

    ``known_later`` is true for those first known after the day.
    """
    return database.run(
        "SELECT counts.*, stated.as_of, stated.as_of_earliest, stated.as_of_latest, stated.locator"
        " FROM roster_counts_on($day) AS counts"
        " JOIN reported_counts AS stated ON stated.id = counts.reported_count_id"
        " WHERE coalesce(counts.organization_id, counts.instrument_id) = $body"
        " ORDER BY counts.counted_on, counts.reported_count_id",
        body=body,
        day=day,
    )


def disagreements(body: str) -> pl.DataFrame:
    """Return where sources disagree about a body or text, or about a row of it."""
    return database.run(
        "FROM record_discrepancies WHERE about_relation IN ('actors', 'instruments')"
        " AND about_id = $body ORDER BY id",
        body=body,
    )


def turns(body: str, day: date, *, derived: bool) -> pl.DataFrame:
    """Who came in or went out of one body, certainly or possibly, up to ``day``, in order."""
    return database.run(
        "FROM roster_turns(include_derived := $derived)"
        f" WHERE {OF_BODY} AND (changed_on IS NULL OR changed_on <= $day)"
        " ORDER BY changed_on NULLS FIRST, member_id",
        body=body,
        day=day,
        derived=derived,
    )


def roles(body: str, day: date, *, derived: bool) -> pl.DataFrame:
    """How many hold which role in one body on ``day``, and whether that is counted."""
    return database.run(
        f"FROM roster_roles_on($day, include_derived := $derived) WHERE {OF_BODY}",
        body=body,
        day=day,
        derived=derived,
    )


def groups_on(day: date) -> pl.DataFrame:
    """Every group of countries of which members are known on ``day``, by its name."""
    groups = database.run(
        "SELECT id FROM actors WHERE kind = 'country_group'"
        " AND id <> (SELECT all_countries FROM tracker) ORDER BY id"
    )
    # Named by their keys, so that of a million memberships only theirs are looked at.
    return database.run(
        "SELECT COLUMNS('^group_[a-z]{2,3}$'), count(*) AS n FROM groupings_on($day)"
        " WHERE list_contains($groups::VARCHAR[], group_id) GROUP BY ALL ORDER BY ALL",
        day=database.turn(day),
        groups=groups["id"].to_list(),
    )


def votes(body: str) -> pl.DataFrame:
    """Every vote on one text, or on or in one body or an organ of it, the newest first."""
    return database.run(
        "FROM vote_results WHERE instrument_id = $body OR about_actor_id = $body OR body_id IN"
        " (SELECT actor_id FROM actor_ancestors WHERE ancestor_id = $body)",
        body=body,
    )
