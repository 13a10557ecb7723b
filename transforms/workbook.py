"""Write an Excel workbook whose first sheet says what the second one holds."""

import io
from datetime import datetime
from typing import Any

import polars as pl
from polars import selectors as cs
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

from transforms.files import About

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
    "remove_timezone": True,
}
"""A cell holds what the data holds: no text becomes a formula or a link."""

FORMATS: dict[Any, str] = {cs.integer(): "0", cs.float(): "General", pl.Date: "yyyy-mm-dd"}
"""Numbers as they are: a year has no thousands."""

MADE_ON = datetime(2026, 1, 1)
"""A workbook notes when it was made; the same rows are to give the same bytes."""

NARROW, WIDE, PIXELS = 8, 60, 7
"""Characters that a column is wide at least and at most, and what one takes."""


def workbook(frame: pl.DataFrame, about: About) -> bytes:
    """Return the workbook; ``frame`` must be neutralised."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": about.relation, "created": MADE_ON})
        _say(book, about)
        frame.write_excel(
            book,
            book.add_worksheet("data"),
            column_widths=_widths(frame),
            dtype_formats=FORMATS,
            freeze_panes=(1, 0),
        )
    return buffer.getvalue()


def _say(book: Workbook, about: About) -> None:
    """Fill the first sheet."""
    sheet = book.add_worksheet("about")
    strong, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    lines = [
        ("relation", about.relation, ""),
        ("meaning · sens", about.meaning_en, about.meaning_fr),
        ("edition · édition", about.edition, ""),
        *((name, str(value), "") for name, value in about.parameters.items()),
        ("", "", ""),
        ("column · colonne", "meaning", "sens"),
        *about.columns,
    ]
    sheet.set_column(0, 0, 28, strong)
    sheet.set_column(1, 2, WIDE, wrapped)
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            sheet.write_string(row, column, text)


def _widths(frame: pl.DataFrame) -> dict[Any, int]:
    """Return how many pixels each column needs for most of its cells."""
    lengths = frame.select(pl.all().cast(pl.String, strict=False).str.len_chars().quantile(0.9))
    longest = lengths.row(0) if frame.height else [0] * frame.width
    return {
        name: PIXELS * min(max(NARROW, len(name) + 3, int(length or 0) + 1), WIDE)
        for name, length in zip(frame.columns, longest, strict=True)
    }
