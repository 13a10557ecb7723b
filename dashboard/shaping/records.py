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


def descent_of(row: Row, descent: pl.DataFrame) -> pl.DataFrame:
    """Return the texts that the text of a commitment comes from, became, or bears on."""
    return descent.filter(pl.col("instrument_id") == row["instrument_id"])
