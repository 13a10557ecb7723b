"""Gather what belongs to the record of one commitment."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

Row = Mapping[str, Any]


def one(key: str, *frames: pl.DataFrame) -> dict[str, Any] | None:
    """Return the row with this key from the first frame that has it.

    >>> one("b", pl.DataFrame({"id": ["a"]}), pl.DataFrame({"id": ["b"], "n": [2]}))
    {'id': 'b', 'n': 2}
    """
    for frame in frames:
        rows = frame.filter(pl.col("id") == key)
        if rows.height:
            return rows.row(0, named=True)
    return None


def known_by(history: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return the assessments whose evidence is certainly no younger than the day, newest first."""
    return history.filter(pl.col("as_of_latest") <= day)


def actors_of(links: pl.DataFrame, actors: pl.DataFrame, key: str) -> pl.DataFrame:
    """Return whom a commitment binds or addresses, with the role of each."""
    own = links.filter(pl.col("commitment_id") == key)
    return own.join(actors, left_on="actor_id", right_on="id").sort("role", "actor_id")


def sources_of(row: Row, citations: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Return the source of a commitment, then its further sources, each with its place."""
    own = (pl.col("table_name") == "commitments") & (pl.col("row_id") == row["id"])
    first = pl.DataFrame(
        {"source_id": [row["source_id"]], "locator": [row["locator"]]},
        schema_overrides={"locator": pl.String},
    )
    further = citations.filter(own).select("source_id", "locator").sort("source_id")
    described = sources.select(
        pl.col("id").alias("source_id"),
        pl.col("title").alias("source_title"),
        pl.col("language").alias("source_language"),
        pl.col("url").alias("source_url"),
        "publisher",
        "published_on",
        "read_as",
    )
    return pl.concat([first, further]).join(described, on="source_id", maintain_order="left")


def discrepancies_of(
    row: Row, history: pl.DataFrame, discrepancies: pl.DataFrame, sources: pl.DataFrame
) -> pl.DataFrame:
    """Return where sources disagree on a commitment, its assessments or its text."""
    concerned = pl.concat(
        [
            pl.DataFrame(
                {
                    "table_name": ["commitments", "instruments"],
                    "row_id": [row["id"], row["instrument_id"]],
                }
            ),
            history.select(pl.lit("assessments").alias("table_name"), row_id="assessment_id"),
        ]
    )
    described = sources.select(
        source_id="id", source_title="title", source_language="language", source_url="url"
    )
    return (
        discrepancies.join(concerned, on=["table_name", "row_id"], how="semi")
        .join(described, on="source_id", how="left")
        .sort("id")
    )


def milestones_of(key: str, events: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return what happened to a commitment by the day, and what was planned for later."""
    own = events.filter(
        pl.col("commitment_id").eq(key) & pl.col("origin").eq("milestone") & ~pl.col("known_later")
    )
    begun = pl.col("happened_on_earliest").is_null() | (pl.col("happened_on_earliest") <= day)
    return own.filter(begun | (pl.col("status") == "planned")).sort("happened_on_latest", "id")


def descent_of(row: Row, descent: pl.DataFrame) -> pl.DataFrame:
    """Return the texts that the text of a commitment comes from, became, or bears on."""
    return descent.filter(pl.col("instrument_id") == row["instrument_id"])
