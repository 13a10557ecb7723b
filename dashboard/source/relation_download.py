"""Whole relations as downloads: the list, their rows, and their description for a workbook."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from dashboard.source import database
from transforms.export.relations import by_language
from transforms.files.cover import About

DAY = "day"
"""The parameter of a macro that the as-of day fills in."""


def offered(dictionary: pl.DataFrame) -> pl.DataFrame:
    """Return the relations that can be taken as they are: those that need nothing but a day."""
    itself = dictionary.filter(pl.col("column_name").is_null())
    needs_more = [_needed(parameters) - {DAY} for parameters in itself["parameters"].to_list()]
    return itself.filter([not names for names in needs_more]).sort("relation")


def rows(relation: str, dictionary: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return all rows of an offered relation, of a macro those for ``day``."""
    row = _itself(relation, dictionary)
    if row["kind"] != "macro":
        return database.run(f'FROM "{relation}"')
    if DAY in _needed(row["parameters"]):
        return database.run(f'FROM "{relation}"($day)', day=day)
    return database.run(f'FROM "{relation}"()')


def about(relation: str, dictionary: pl.DataFrame, day: date) -> About:
    """Return the description of a relation for the first sheet of a workbook."""
    row = _itself(relation, dictionary)
    columns = dictionary.filter(
        pl.col("relation") == relation, pl.col("column_name").is_not_null()
    ).sort("position")
    return About(
        relation,
        by_language(row, "meaning"),
        database.edition(),
        database.settings(),
        {"day": day} if DAY in _needed(row["parameters"]) else {},
        [
            (each["column_name"], by_language(each, "meaning"))
            for each in columns.iter_rows(named=True)
        ],
    )


def _needed(parameters: Iterable[dict[str, str | None]] | None) -> set[str | None]:
    """Return the names of what a macro must be given."""
    return {each["name"] for each in parameters or () if each["default"] is None}


def _itself(relation: str, dictionary: pl.DataFrame) -> dict[str, Any]:
    own = (pl.col("relation") == relation) & pl.col("column_name").is_null()
    return dictionary.row(by_predicate=own, named=True)
