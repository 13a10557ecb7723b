"""Rows with one plain value a cell, as CSV and a sheet hold them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from transforms.errors import FileError
from transforms.reading.formulas import neutralised

EPOCH = date(1970, 1, 1).toordinal()
WRITABLE = (date.min.toordinal() - EPOCH, date.max.toordinal() - EPOCH)
"""The first and the last day that can be written, counted from 1970-01-01."""
UNITS = {"ms": 10**3, "us": 10**6, "ns": 10**9}
"""How many make a second."""

JOINER = "; "
"""Between the parts of a list."""


def neutralise(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows as plain cells that no spreadsheet takes for a formula.

    A text that begins like one gets an apostrophe before it, names of columns too; see
    ``transforms.reading.formulas``, which also takes it off. Numbers stay numbers, negative ones
    too.
    """
    safe = flat(frame).with_columns(neutralised(pl.col(pl.String)))
    names = pl.DataFrame({"name": safe.columns}, schema={"name": pl.String})
    return safe.rename(
        dict(zip(safe.columns, names.select(neutralised(pl.col("name")))["name"], strict=True))
    )


def flat(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with one plain value a cell: lists joined, what is deeper as JSON."""
    return pl.DataFrame([_flat(column) for column in without_bytes(frame)])


def without_bytes(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with bytes, however deep, as hexadecimal text: JSON and CSV have none."""
    return frame.with_columns(
        pl.Series(column.name, [_hexadecimal(value) for value in column.to_list()])
        for column in frame
        if "Binary" in str(column.dtype)
    )


def check_days(frame: pl.DataFrame) -> None:
    """Refuse days that Polars holds and cannot write, such as DuckDB's infinity.

    Raises:
        FileError: There is one; the message names the column and what to write instead.
    """
    for column in frame:
        if not all(_numbers(days).is_between(*WRITABLE).all() for days in _days(column)):
            raise FileError(
                f"column {column.name!r} holds a day outside the years 1 to 9999, such as "
                f"infinity: write CAST({column.name} AS VARCHAR) in the question"
            )


def _days(column: pl.Series) -> Iterator[pl.Series]:
    """Yield the days and times in a column, however deep in lists, maps and structs."""
    type_ = column.dtype
    if isinstance(type_, pl.List | pl.Array):
        yield from _days(column.explode())
    elif isinstance(type_, pl.Map):
        pairs = pl.Struct({"key": type_.key, "value": type_.value})
        yield from _days(column.cast(pl.List(pairs)))
    elif isinstance(type_, pl.Struct):
        for part in column.struct.unnest():
            yield from _days(part)
    elif isinstance(type_, pl.Date | pl.Datetime):
        yield column


def _numbers(days: pl.Series) -> pl.Series:
    """Return the number of each day since 1970-01-01, also of those that have no date."""
    if isinstance(days.dtype, pl.Datetime):
        return days.to_physical() // (86_400 * UNITS[days.dtype.time_unit])
    return days.to_physical()


def _flat(column: pl.Series) -> pl.Series:
    """Return a column whose cells hold one value each."""
    type_ = column.dtype
    if isinstance(type_, pl.List) and not type_.inner.is_nested():
        return column.cast(pl.List(pl.String)).list.join(JOINER, ignore_nulls=True)
    if isinstance(type_, pl.Categorical | pl.Enum):
        return column.cast(pl.String)
    if type_.is_nested():
        # Only a struct can be written as JSON: put it in one, and take that off again: {"v":...}
        whole = column.alias("v").to_frame().to_struct().struct.json_encode()
        texts = whole.str.slice(5).str.head(-1).alias(column.name)
        return texts.zip_with(column.is_not_null(), pl.Series([None], dtype=pl.String))
    return column


def _hexadecimal(value: Any) -> Any:  # whatever a cell can hold
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [_hexadecimal(part) for part in value]
    if isinstance(value, dict):
        return {name: _hexadecimal(part) for name, part in value.items()}
    return value
