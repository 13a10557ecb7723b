"""The rows of a question, in a form that Polars, Python and a browser can hold."""

import re

import duckdb
import polars as pl

from dashboard.sandbox_worker.question import lines_before, on_own_lines

AS_TEXT = re.compile(r"\b(BIGNUM|BIT|INTERVAL|MAP|TIME WITH|UHUGEINT|UNION|VARIANT)\b")
"""Types that Arrow or Polars cannot hold as they are; they come as text."""
TEMPORAL = re.compile(r"\b(DATE|TIME\w*)\b")
"""Types of which Polars holds most values, but not all."""
NOT_HELD = r"infinity|\(BC\)|\d{5,}-\d\d-\d\d|\b24:00:00"
"""How DuckDB writes what Polars and Python do not hold: years beyond 1 to 9999, and 24:00:00."""


class TooWideError(Exception):
    """An answer with more columns than may be."""


def fetched(
    relation: duckdb.DuckDBPyRelation, types: list[str], text: str, skipped: int
) -> pl.DataFrame:
    """Return the rows, as text where Polars cannot hold the values; errors name the own lines."""
    # The limit has made the names distinct.
    names = relation.columns
    relation = relation.select(
        *(
            column
            for place, (name, kind) in enumerate(zip(names, types, strict=True))
            for column in _readable(name, kind, place)
        )
    )
    try:
        # Through the Arrow stream: `.pl()` would import pyarrow, 0.3 s of a small question.
        rows = pl.DataFrame(relation)
    except (duckdb.Error, pl.exceptions.PolarsError) as error:
        shift = skipped - lines_before(text, relation.sql_query())
        raise type(error)(on_own_lines(error, shift)) from None
    return pl.DataFrame([_held(rows, place).alias(name) for place, name in enumerate(names)])


def shortened(rows: pl.DataFrame, characters: int) -> tuple[pl.DataFrame, bool]:
    """Cut single texts, so that one cell cannot fill a browser; return whether any was."""
    long = [
        column.name
        for column in rows.iter_columns()
        if column.dtype == pl.String and (column.str.len_chars() > characters).any()
    ]
    text = pl.col(long)
    cut = pl.when(text.str.len_chars() > characters).then(text.str.head(characters) + "...")
    return (rows.with_columns(cut.otherwise(text).name.keep()), True) if long else (rows, False)


def _readable(name: str, kind: str, place: int) -> list[duckdb.Expression]:
    column = duckdb.ColumnExpression(name)
    text = column.cast("VARCHAR").alias(f"text {place}")
    if AS_TEXT.search(kind):
        return [text]
    return [column.alias(f"value {place}"), *([text] if TEMPORAL.search(kind) else [])]


def _held(rows: pl.DataFrame, place: int) -> pl.Series:
    value, text = f"value {place}", f"text {place}"
    if text in rows.columns and (
        value not in rows.columns or rows[text].str.contains(NOT_HELD).any()
    ):
        return rows[text]
    return rows[value]
