"""What the pages show, by name. The definitions are in the database: ``transforms/views``."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from dashboard.source import database

Row = Mapping[str, Any]


def sourced(rows: pl.DataFrame, *further: str) -> pl.DataFrame:
    """Return rows that have ``source_id`` with title, language, address and more of the source."""
    columns = ", ".join(further)
    sources = database.run(
        "SELECT id AS source_id, title AS source_title, language AS source_language,"
        f" url AS source_url, {columns} FROM sources WHERE id IN (SELECT unnest($keys))",
        keys=tuple(rows["source_id"].drop_nulls().unique().sort()),
    )
    return rows.join(sources, on="source_id", how="left", maintain_order="left")


def timeline_bodies(day: date, further: Iterable[str] = (), most: int = 0) -> pl.DataFrame:
    """Return the ``most`` bodies and states with the most events, and ``further`` ones, by name."""
    return database.run(
        "WITH bodies AS (SELECT COLUMNS('^lane_[a-z]{2,3}$'), count(*) AS events"
        " FROM timeline_on($day) WHERE lane_id IS NOT NULL GROUP BY ALL)"
        " FROM bodies WHERE lane_id IN (SELECT unnest($further::VARCHAR[]))"
        " OR lane_id IN (SELECT lane_id FROM bodies ORDER BY events DESC, lane_id LIMIT $most)",
        day=database.turn(day),
        further=sorted(further),
        most=most,
    )


def timeline_choices(day: date) -> Row:
    """The kinds and years of the events on the timeline, and whether any was known later."""
    return database.run(
        "SELECT coalesce(list(DISTINCT kind), []) AS kinds,"
        " coalesce(bool_or(known_later), false) AS known_later,"
        " coalesce(list_sort(list(DISTINCT year(happened_on_latest))), []) AS years"
        " FROM timeline_on($day)",
        day=database.turn(day),
    ).row(0, named=True)


def fullest_texts(day: date, language: str, n: int) -> dict[str, str]:
    """The short titles of the ``n`` texts that had made the most commitments by ``day``, by key."""
    rows = database.run(
        f"SELECT instrument_id, instrument_{language} FROM instrument_totals_on($day)"
        f" ORDER BY commitments DESC, instrument_{language}, instrument_id LIMIT $n",
        day=database.turn(day),
        n=n,
    )
    return dict(rows.iter_rows())


def met_on(keys: Iterable[str], day: date) -> set[str]:
    """Return which of some commitments were met on ``day``, by their keys."""
    rows = database.run(
        "SELECT commitment_id FROM unsorted.commitment_standings_on($day) WHERE standing = 'made'"
        " AND due_state = 'met' AND list_contains($keys::VARCHAR[], commitment_id)",
        day=database.turn(day),
        keys=sorted(keys),
    )
    return set(rows["commitment_id"])


def initiatives_known(day: date) -> tuple[int, int]:
    """How many initiatives were known by ``day``, and how many of them run."""
    return database.run(
        "SELECT count(*), count(*) FILTER (runs) FROM initiatives_running_on($day)",
        day=database.turn(day),
    ).row(0)


def money_on(day: date, limit: int | None, offset: int = 0) -> pl.DataFrame:
    """Some rows, or all, of what is on record at each step of the way of money."""
    part = "" if limit is None else f" LIMIT {limit:d} OFFSET {offset:d}"
    return database.run(f"FROM money_on($day){part}", day=database.turn(day))


def sums_of_money(day: date) -> int:
    """How many rows ``money_on`` has."""
    n: int = database.run("SELECT count(*) AS n FROM money_on($day)", day=database.turn(day)).item()
    return n


def narrower_areas(areas: Iterable[str]) -> tuple[str, ...]:
    """These focus areas and all that lie inside them."""
    inside = database.run(
        "SELECT DISTINCT focus_area_id FROM focus_area_ancestors"
        " WHERE ancestor_id IN (SELECT unnest($areas)) ORDER BY focus_area_id",
        areas=tuple(areas),
    )
    return tuple(inside["focus_area_id"])


def country_profile(country: str, day: date, developing_as: str | None = None) -> pl.DataFrame:
    """All of one country, with sources; ``country`` is an ISO 3166-1 alpha-3 code."""
    rows = database.rows_on("country_profile", day, country=country, developing_as=developing_as)
    return sourced(rows, "publisher", "published_on")


def groups_of_country(country: str, day: date, developing_as: str | None = None) -> list[str]:
    """The groups of countries that one country is in, by itself or through another group."""
    rows = database.run(
        "SELECT DISTINCT subject_id FROM unsorted.country_participations($country, $day,"
        " developing_as := $developing_as) WHERE section = 'group' ORDER BY subject_id",
        country=country,
        day=database.turn(day),
        developing_as=developing_as,
    )
    return rows["subject_id"].to_list()


def names(subject: str, keys: Iterable[str] | None = None) -> pl.DataFrame:
    """Every name of every ``actor`` or ``instrument``, or of some of them, also folded."""
    if keys is None:
        return database.run("FROM names WHERE subject = $subject", subject=subject)
    known = sorted(set(keys))
    # DuckDB carries the ends of a range, but no list and no join, into what the view gathers.
    return database.run(
        "FROM names WHERE subject = $subject"
        " AND id BETWEEN $first AND $last AND list_contains($keys::VARCHAR[], id)",
        subject=subject,
        keys=known,
        first=min(known, default=""),
        last=max(known, default=""),
    )


def rows_by_key(table: str, keys: Iterable[str]) -> pl.DataFrame:
    """The rows of a table with some keys, in its order."""
    # A join, and no list: of rows with other keys DuckDB reads the key alone.
    return database.run(
        f'FROM "{table}" WHERE id IN (SELECT unnest($keys::VARCHAR[])) ORDER BY rowid',
        keys=sorted(set(keys)),
    )


def countries() -> pl.DataFrame:
    """Every state, territory and former state, as it is among the actors."""
    return database.run("FROM actors WHERE is_country(kind)")


def country_names() -> pl.DataFrame:
    """Every name of these, also folded for search."""
    return names("actor", countries()["id"])


def table(name: str) -> pl.DataFrame:
    """All rows of one table of the dictionary.

    Raises:
        KeyError: The dictionary has no such table.
    """
    if name not in set(dictionary().filter(pl.col("kind") == "table")["relation"]):
        raise KeyError(name)
    return database.run(f'FROM "{name}"')


def dictionary() -> pl.DataFrame:
    """Every relation and column with its meaning in both languages."""
    return database.rows_of("dictionary")


def vocabularies() -> pl.DataFrame:
    """Every code of every closed list, with its label and meaning in both languages."""
    return database.run("FROM vocabularies ORDER BY vocabulary, position")


def newest_evidence() -> date | None:
    """The latest day of any evidence in this edition; nothing later can be known from it."""
    day: date | None = database.run("FROM edition")["newest_evidence"].item()
    return day
