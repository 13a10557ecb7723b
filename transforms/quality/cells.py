"""Cells that hold something, but nothing of their column's type, and dates that cannot be."""

from collections.abc import Callable, Iterator

import dataframely as dy
import polars as pl

from transforms.clean import dated, tidy
from transforms.edtf.expressions import earliest, latest
from transforms.edtf.text import PATTERN, YEARS
from transforms.problems import did_you_mean
from transforms.quality.findings import Check

_DATE_FORMS = "2025, 2025-08, 2025-08-26, [2025-02-11..2025-09-02] or [..2025-09-02]"
_SHOWN = 12
"""Of a longer list of codes, as many as fit on a screen."""


def written(name: str) -> str:
    """Return the name of the column that holds the cell as written, before it got its type."""
    return f"{name}|written"


def beside(raw: pl.DataFrame, table: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Return what of ``table`` was read, with the text of cells that should be something else."""
    typed = [
        name
        for name, column in schema.columns().items()
        if name in raw.columns and not isinstance(column, dy.String)
    ]
    return table.select(raw.columns).with_columns(
        tidy(raw.select(typed)).select(pl.all().name.map(written))
    )


def unreadable(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for text that is nothing of the declared type."""
    for name, column in schema.columns().items():
        if not isinstance(column, dy.String):
            lost = pl.col(name).is_null() & pl.col(written(name)).is_not_null()
            yield Check(lost, name, _refusal(name, column), (written(name),))


def impossible_dates(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for wrong forms, days of no calendar, far years, wrong spans."""
    for name in dated(schema):
        date = pl.col(name)
        formed = date.str.contains(PATTERN)
        first, last = earliest(date), latest(date)
        far = first.dt.year().lt(YEARS[0]) | ~last.dt.year().is_between(*YEARS)
        no_day = (first.is_null() & ~date.str.starts_with("[..")) | last.is_null()
        for wrong, reason in (
            (~formed, f"write {_DATE_FORMS}"),
            (formed & no_day, "the calendar has no such day"),
            (formed & far, f"write a year between {YEARS[0]} and {YEARS[1]}"),
            (formed & (first > last), "it ends before it begins"),
        ):
            yield Check(wrong, name, _cannot_be(name, reason), (name,), of_few=True)


def _cannot_be(name: str, reason: str) -> Callable[[str], str]:
    return lambda value: f"{name} cannot be {value!r}: {reason}"


def _refusal(name: str, column: dy.Column) -> Callable[[str], str]:
    """Return the sentence for a value of the wrong type, with what would be right."""
    if isinstance(column, dy.Enum):
        codes = list(column.categories)
        more = f", … ({len(codes)} in all)" if len(codes) > _SHOWN else ""
        listed = ", ".join(codes[:_SHOWN]) + more
        return lambda value: f"{name} {value!r} is not one of {listed}{did_you_mean(value, codes)}"
    if isinstance(column, dy.Bool):
        return _cannot_be(name, "write true or false")
    if column.dtype.is_integer():
        return _cannot_be(name, "write a whole number in digits only")
    return _cannot_be(name, "write a number with a decimal point and nothing else, as in 1234.5")
