"""Rows that share a key."""

from collections.abc import Iterator

import dataframely as dy
import polars as pl

from transforms.problems import Finding, messages_for
from transforms.schema.columns import facts


def duplicates(table: pl.DataFrame, schema: type[dy.Schema]) -> Iterator[Finding]:
    """Yield the second and later rows of a key, or of a unique column, each naming the first.

    The table is a whole one, with ``line`` and at least these columns.
    """
    alone = [[name] for name in facts(schema, "unique")]
    for key in (schema.primary_key(), *alone):
        if key and set(key) <= set(table.columns):
            yield from _repeated(table, key)


def _repeated(table: pl.DataFrame, key: list[str]) -> Iterator[Finding]:
    keys = table.select("line", *key).drop_nulls(key)
    if not keys.select(pl.struct(key).is_duplicated().any()).item():
        return
    repeated = keys.with_columns(first=pl.col("line").min().over(key)).filter(
        pl.col("line") > pl.col("first")
    )

    def message(first: int, *values: object) -> str:
        named = ", ".join(f"{name} {value!r}" for name, value in zip(key, values, strict=True))
        return f"{named} is already on line {first}"

    yield from messages_for(repeated.select("line", "first", *key), key[0], message)
