"""Rows that do not say at which place of their source they were read."""

from collections.abc import Iterator, Mapping

import dataframely as dy
import polars as pl

from transforms.problems import Problem, messages_for
from transforms.quality.findings import constant_message

LOCATOR = "locator"


def places(
    tables: Mapping[str, pl.DataFrame],
    schemas: Mapping[str, type[dy.Schema]],
    allowed: Mapping[str, int],
    folder: str = "data",
) -> Iterator[Problem]:
    """Yield a problem for each row that lacks a place, beyond those that each table may have.

    Which rows are the new ones nobody can tell: the last of the file are named, as rows are added
    there.
    """
    for name, schema in schemas.items():
        if LOCATOR not in schema.column_names():
            continue
        rows = tables[name].filter(pl.col(LOCATOR).is_null()).select("line").sort("line")
        free = allowed.get(name, 0)
        counted = f"{rows.height:,} rows of the table say none, and tracker.toml allows {free:,}"
        message = constant_message(f"say the paragraph, page or figure of the source ({counted})")
        for finding in messages_for(rows[free:], LOCATOR, message):
            yield Problem(f"{folder}/{name}.csv", *finding)
        if rows.height < free:
            lower = f"without_locator.{name} is {free} and can be lowered to {rows.height}"
            yield Problem(f"{folder}/tracker.toml", 0, "without_locator", lower, "warning")
