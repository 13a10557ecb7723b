"""Which rows the filters of pages keep: the very functions that the pages filter with."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from dashboard.shaping import capacity, commitments, countries, rosters, timeline
from dashboard.shaping.search import having
from dashboard.source import queries

Codes = tuple[str, ...]


@dataclass(frozen=True)
class FilterContext:
    """What else was asked for: the as-of day, and the parameters of a macro."""

    day: date
    arguments: Mapping[str, Any]


RowFilter = Callable[[pl.DataFrame, Codes, FilterContext], pl.DataFrame]


def country_codes() -> Collection[str]:
    """Return the code of every country, also of those that are no more."""
    actors = queries.table("actors")
    return actors.filter(pl.col("kind").is_in(countries.KINDS))["id"].to_list()


def group_keys() -> Collection[str]:
    """Return the key of every group of countries."""
    actors = queries.table("actors")
    return actors.filter(pl.col("kind") == "country_group")["id"].to_list()


def keys_of(table: str) -> Collection[str]:
    """Return the key of every row of a table."""
    return queries.table(table)["id"].to_list()


def matching_words(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the rows of commitments that have all words."""
    return commitments.matching_words(rows, codes[0])


def matching_text(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Find words as Data and method does: also in the title and the address of the source."""
    searched = queries.sourced(rows) if "source_id" in rows.columns else rows
    found = having(searched.with_row_index("place"), codes[0])["place"]
    return rows[found]


def matching(name: str, rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the commitments that meet one filter."""
    return commitments.matching(rows, {name: codes})


def areas(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the commitments in these focus areas or inside them."""
    inside = commitments.with_narrower(queries.table("focus_areas"), codes)
    return commitments.matching(rows, {"focus_area": inside})


def committing(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the commitments that commit a country on the day."""
    return countries.committing(rows, queries.country_commitments(codes[0], context.day))


def events(name: str, rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the events of the timeline that meet one of ``TimelineFilters``, by its name."""
    asked: Any = codes if name in ("bodies", "kinds") else codes[0]
    return timeline.matching(rows, timeline.TimelineFilters(**{name: asked}), context.day)


def with_later(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return what was known on the day and, if asked for, what was first known later."""
    return timeline.matching(
        rows, timeline.TimelineFilters(later=codes[0] == str(True)), context.day
    )


def equal(column: str, rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the rows with one of the codes in a column."""
    return rows.filter(pl.col(column).is_in(codes))


def bodies(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the members of these organizations, groups and texts."""
    return rosters.within(rows, codes)


def with_former_members(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the members, and below them who has left, if asked for."""
    derived = context.arguments.get("include_derived", False)
    spells = queries.participations()
    on = codes[0] == str(True)
    return rosters.with_former_members(rows, spells, context.day, derived=derived) if on else rows


def with_stated_need(rows: pl.DataFrame, codes: Codes, context: FilterContext) -> pl.DataFrame:
    """Return the cells where a need is stated, if asked for."""
    return capacity.only_needs(rows) if codes[0] == str(True) else rows


def body_keys() -> Collection[str]:
    """Return the key of whatever has a roster or a stated number of members."""
    frames = (queries.roster_steps(include_derived=True), queries.member_counts())
    return (
        pl.concat([frame.select(rosters.BODY) for frame in frames]).to_series().unique().to_list()
    )


def lane_keys() -> Collection[str]:
    """Return the key of whatever has an event on the timeline."""
    return queries.event_lanes()["lane_id"].to_list()
