"""Rows as a file: CSV, Excel, Parquet, JSON. A frame in, bytes out."""

import io
from collections.abc import Callable
from datetime import date

import polars as pl

from transforms.errors import FileError
from transforms.files.cells import check_days, flat, neutralise, without_bytes
from transforms.files.cover import About, Cover
from transforms.files.kinds import KINDS

EXCEL_ROWS = 1_048_575
"""Rows that a sheet holds below its header."""
EXCEL_COLUMNS = 16_384
"""Columns that a sheet holds."""


def csv_bytes(frame: pl.DataFrame, *, excel: bool = False) -> bytes:
    """Return CSV in UTF-8, safe to open in a spreadsheet; lists become texts joined with "; ".

    ``excel``: with the mark (BOM) without which Excel takes UTF-8 for something else.

    Raises:
        FileError: A day outside the years that can be written.

    >>> print(csv_bytes(pl.DataFrame({"n": [-1], "text": ["-1"], "ids": [["a", "b"]]})).decode())
    n,text,ids
    -1,'-1,a; b
    <BLANKLINE>
    """
    check_days(frame)
    return neutralise(frame).write_csv(include_bom=excel).encode("utf-8")


def parquet_bytes(frame: pl.DataFrame) -> bytes:
    """Return Parquet, with lists and types as they are."""
    buffer = io.BytesIO()
    # In one piece: DuckDB's threads may hand over the same rows in different ones.
    frame.rechunk().write_parquet(buffer)
    return buffer.getvalue()


def json_bytes(frame: pl.DataFrame) -> bytes:
    """Return a JSON array with one object a row; days as ISO 8601, bytes as hexadecimal text.

    Raises:
        FileError: A day outside the years that can be written.
    """
    check_days(frame)
    return without_bytes(frame).write_json().encode("utf-8") + b"\n"


def excel_bytes(frame: pl.DataFrame, about: About | Cover) -> bytes:
    """Return a workbook: a sheet that describes the rows, and a sheet with the rows.

    Texts stay as they are. A cell that looks like a formula is marked as text, the way Excel
    itself does it, so that it does not become one when it is edited.

    Raises:
        FileError: More rows or columns than a sheet holds, or a day outside the years that can be
            written.
    """
    from transforms.files.workbook import workbook

    if frame.height > EXCEL_ROWS:
        raise FileError(f"a sheet holds {EXCEL_ROWS:,} rows, not {frame.height:,}: take CSV")
    if frame.width > EXCEL_COLUMNS:
        raise FileError(f"a sheet holds {EXCEL_COLUMNS:,} columns, not {frame.width:,}: take CSV")
    check_days(frame)
    cover = about.cover(frame.height) if isinstance(about, About) else about
    return workbook(flat(frame), cover)


def stamped(
    frame: pl.DataFrame, edition: str, as_of: date, language: str, page: str
) -> pl.DataFrame:
    """Add the origin of the rows as last columns, so that a renamed file still carries it.

    ``page`` is the address of the page with its filters, without the server's name. A name that
    the rows have themselves gets ``page_`` before it.

    >>> rows = pl.DataFrame({"id": ["x"], "as_of": ["2025"]})
    >>> stamped(rows, "0123456789ab", date(2026, 1, 1), "en", "data?part=sources").columns
    ['id', 'as_of', 'edition', 'page_as_of', 'language', 'page']
    """
    facts = {"edition": edition, "as_of": as_of, "language": language, "page": page}
    return frame.with_columns(
        pl.lit(value).alias(f"page_{name}" if name in frame.columns else name)
        for name, value in facts.items()
    )


def write(kind: str, frame: pl.DataFrame, about: About | Cover | None = None) -> bytes:
    """Return rows as one of the ``KINDS``, with their description if it carries one.

    Raises:
        FileError: The rows cannot be written as this kind.
    """
    if KINDS[kind].explained:
        return excel_bytes(frame, about or Cover())
    return _WRITERS[kind](frame)


_WRITERS: dict[str, Callable[[pl.DataFrame], bytes]] = {
    "csv": csv_bytes,
    "excel-csv": lambda frame: csv_bytes(frame, excel=True),
    "parquet": parquet_bytes,
    "json": json_bytes,
}
