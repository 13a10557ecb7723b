"""Rows that do not say at which place of their source they were read."""

from collections.abc import Iterator, Mapping

import dataframely as dy
import polars as pl

from transforms.problems import Problem

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

    Args:
        tables: The rows, with their ``line``.
        schemas: What each table is to be.
        allowed: How many rows of a table may lack a place, by table; none of any other.
        folder: What the messages call the folder of the files.
    """
    for name, schema in schemas.items():
        if LOCATOR not in schema.column_names():
            continue
        lines = tables[name].filter(pl.col(LOCATOR).is_null())["line"].sort().to_list()
        free = allowed.get(name, 0)
        counted = f"{len(lines)} rows of the table say none, and tracker.toml allows {free}"
        for line in lines[free:]:
            message = f"say the paragraph, page or figure of the source ({counted})"
            yield Problem(f"{folder}/{name}.csv", line, LOCATOR, message)
        if len(lines) < free:
            message = f"without_locator.{name} is {free} and can be lowered to {len(lines)}"
            yield Problem(f"{folder}/tracker.toml", 0, "without_locator", message, "warning")
