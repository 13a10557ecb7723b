"""Rows as a file: CSV, Excel, Parquet, JSON. A frame in, bytes out."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from transforms.errors import FileError

FORMULA = r"^([=+\-@\t\r])"
"""How a text begins that a spreadsheet would run (OWASP, "CSV injection")."""

EPOCH = date(1970, 1, 1).toordinal()
WRITABLE = (date.min.toordinal() - EPOCH, date.max.toordinal() - EPOCH)
"""The first and the last day that can be written, counted from 1970-01-01."""
UNITS = {"ms": 10**3, "us": 10**6, "ns": 10**9}
"""How many make a second."""

EXCEL_ROWS = 1_048_575
"""Rows that a sheet holds below its header."""
EXCEL_CHARACTERS = 32_767
"""Characters that a cell holds."""


@dataclass(frozen=True)
class About:
    """What the first sheet of a workbook says about the rows on the second."""

    relation: str
    meaning_en: str
    meaning_fr: str
    edition: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    columns: Sequence[tuple[str, str, str]] = ()
    """Name and meaning in English and French of each column."""


def csv_bytes(frame: pl.DataFrame, *, excel: bool = False) -> bytes:
    """Return CSV in UTF-8, safe to open in a spreadsheet.

    Args:
        frame: The rows; lists become texts joined with "; ".
        excel: Begin with the mark (BOM) without which Excel takes UTF-8 for something else.

    Raises:
        FileError: A day outside the years that can be written.

    >>> print(csv_bytes(pl.DataFrame({"n": [-1], "text": ["-1"], "ids": [["a", "b"]]})).decode())
    n,text,ids
    -1,'-1,a; b
    <BLANKLINE>
    """
    _check_days(frame)
    return neutralise(frame).write_csv(include_bom=excel).encode("utf-8")


def parquet_bytes(frame: pl.DataFrame) -> bytes:
    """Return Parquet, with lists and types as they are."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def json_bytes(frame: pl.DataFrame) -> bytes:
    """Return a JSON array with one object a row; days as ISO 8601.

    Raises:
        FileError: A day outside the years that can be written.
    """
    _check_days(frame)
    return frame.write_json().encode("utf-8") + b"\n"


def excel_bytes(frame: pl.DataFrame, about: About) -> bytes:
    """Return a workbook: a sheet that says what it is, and a sheet with the rows.

    Raises:
        FileError: More rows than a sheet holds, or a day outside the years that can be written.
    """
    from transforms.workbook import workbook  # xlsxwriter is not needed for anything else

    if frame.height > EXCEL_ROWS:
        raise FileError(f"a sheet holds {EXCEL_ROWS:,} rows, not {frame.height:,}: take CSV")
    _check_days(frame)
    safe = neutralise(frame).with_columns(pl.col(pl.String).str.head(EXCEL_CHARACTERS))
    return workbook(safe, about)


def neutralise(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows as plain cells that no spreadsheet takes for a formula.

    A text that begins like one gets an apostrophe before it, names of columns too. Numbers stay
    numbers, negative ones among them.
    """
    flat = frame.select(_flat(name, type_) for name, type_ in frame.schema.items())
    safe = flat.with_columns(pl.col(pl.String).str.replace(FORMULA, "'${1}"))
    return safe.rename({name: re.sub(FORMULA, r"'\1", name) for name in safe.columns})


def _check_days(frame: pl.DataFrame) -> None:
    """Refuse days that Polars holds and cannot write, such as DuckDB's infinity."""
    for column in frame:
        if not all(_numbers(days).is_between(*WRITABLE).all() for days in _days(column)):
            raise FileError(
                f"column {column.name!r} holds a day outside the years 1 to 9999, such as "
                f"infinity: write CAST({column.name} AS VARCHAR) in the question"
            )


def _days(column: pl.Series) -> Iterator[pl.Series]:
    """Yield the days and times in a column, however deep in lists and structs."""
    if isinstance(column.dtype, pl.List | pl.Array):
        yield from _days(column.explode())
    elif isinstance(column.dtype, pl.Struct):
        for part in column.struct.unnest():
            yield from _days(part)
    elif isinstance(column.dtype, pl.Date | pl.Datetime):
        yield column


def _numbers(days: pl.Series) -> pl.Series:
    """Return the number of each day since 1970-01-01, also of those that have no date."""
    if isinstance(days.dtype, pl.Datetime):
        return days.to_physical() // (86_400 * UNITS[days.dtype.time_unit])
    return days.to_physical()


def _flat(name: str, type_: pl.DataType) -> pl.Expr:
    """Return a column whose cells hold one value each."""
    column = pl.col(name)
    if isinstance(type_, pl.List) and not type_.inner.is_nested():
        return column.cast(pl.List(pl.String)).list.join("; ", ignore_nulls=True)
    if isinstance(type_, pl.Categorical | pl.Enum):
        return column.cast(pl.String)
    if isinstance(type_, pl.Binary):
        return column.bin.encode("hex")
    if type_.is_nested():
        # Only a struct can be written as JSON: put it in one, and take that off again: {"v":...}
        whole = pl.struct(column.alias("v")).struct.json_encode()
        return pl.when(column.is_not_null()).then(whole.str.slice(5).str.head(-1)).alias(name)
    return column
