"""Write an Excel workbook whose first sheet describes the second one."""

import io
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import polars as pl
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no types

from transforms.edtf.text import parse
from transforms.files.cover import Cover
from transforms.reading.formulas import FORMULA

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}
"""A cell holds what the data holds: no text becomes a formula or a link."""

LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "strong": {"bold": True, "valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "text": {"quote_prefix": True},
    "whole": {"num_format": "0"},  # a year has no thousands
    "day": {"num_format": "yyyy-mm-dd"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm:ss"},
    "share": {"num_format": "0%"},
    "link": {"hyperlink": True},
}

MADE_ON = datetime(2026, 1, 1)
"""A workbook notes when it was made; the same rows are to give the same bytes."""

FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar has no days, or wrong ones."""
EXACT = 10**15
"""Excel keeps fifteen digits of a number."""
CHARACTERS = 32_767
"""Characters that a cell holds."""
ON_THE_WEB = ("https://", "http://")
LONGEST_LINK, LINKS = 2_000, 65_000
"""Characters of an address, and how many addresses a sheet holds."""

TAB = str.maketrans("[]:*?/\\", "()     ")
"""What Excel takes in the name of a sheet for characters that it refuses there."""
LONGEST_TAB = 29
"""Characters of the name of a sheet, two less than Excel has room for."""

NARROW, WIDE = 9, 60
"""Characters that a column is wide at least and at most."""


def workbook(frame: pl.DataFrame, cover: Cover) -> bytes:
    """Return the workbook; ``frame`` must hold one plain value a cell."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": cover.facts[0][1] if cover.facts else "", "created": MADE_ON})
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        about, data = _tabs(cover.sheets)
        _write_cover(book.add_worksheet(about), cover, looks)
        sheet = book.add_worksheet(data)
        labels = [cover.labels.get(name) or name for name in frame.columns]
        _head(sheet, frame, labels, looks)
        for place, cells in enumerate(frame):
            _fill(sheet, place, cells, cover, looks)
    return buffer.getvalue()


def _tabs(names: tuple[str, str]) -> tuple[str, str]:
    """Return two names that Excel takes for sheets: short, different, without brackets and colons.

    >>> _tabs(("about [en]", "data"))
    ('about (en)', 'data')
    >>> _tabs(("A table, and what its columns mean", "a table, and what its columns hold"))
    ('A table, and what its columns', 'a table, and what its columns 2')
    """
    first, second = (name.translate(TAB)[:LONGEST_TAB].strip(" '") for name in names)
    return first, f"{second} 2" if second.casefold() == first.casefold() else second


def _write_cover(sheet: Any, cover: Cover, looks: dict[str, Any]) -> None:
    """Fill the first sheet: facts, an empty line, and a line for each column."""
    sheet.set_column(0, 0, 28, looks["strong"])
    sheet.set_column(1, 2, WIDE, looks["wrapped"])
    for row, line in enumerate([*cover.facts, (), *cover.columns]):
        heading = looks["head"] if row == len(cover.facts) + 1 else None
        for column, text in enumerate(line):
            if text.startswith(ON_THE_WEB) and len(text) <= LONGEST_LINK:
                sheet.write_url(row, column, text, looks["link"], text)
            else:
                sheet.write_string(row, column, text[:CHARACTERS], heading)


def _head(sheet: Any, frame: pl.DataFrame, labels: list[str], looks: dict[str, Any]) -> None:
    """Write a header that stays in sight and filters, over columns as wide as they need."""
    for column, label in enumerate(labels):
        sheet.write_string(0, column, label, looks["head"])
    sheet.freeze_panes(1, 0)
    if frame.width:
        sheet.autofilter(0, 0, frame.height, frame.width - 1)
    for column, width in enumerate(_widths(frame, labels)):
        sheet.set_column(column, column, width)


def _widths(frame: pl.DataFrame, labels: list[str]) -> list[int]:
    """Return how many characters each column needs for most of its cells."""
    lengths = frame.select(pl.all().cast(pl.String, strict=False).str.len_chars().quantile(0.9))
    longest = lengths.row(0) if frame.height else [0] * frame.width
    return [
        min(max(NARROW, min(len(label), 24) + 3, int(length or 0) + 1), WIDE)
        for label, length in zip(labels, longest, strict=True)
    ]


def _fill(sheet: Any, column: int, cells: pl.Series, cover: Cover, looks: dict[str, Any]) -> None:
    """Write one column below its header."""
    if cells.dtype != pl.String:
        share = "share" if cells.name in cover.shares else None
        for row, value in enumerate(cells, start=1):
            _value(sheet, (row, column), value, looks, share)
        return
    linked = cells.name in cover.links and cells.len() <= LINKS
    dated = cells.name in cover.dates
    risky = cells.str.contains(FORMULA)
    for row, (text, risk) in enumerate(zip(cells, risky, strict=True), start=1):
        if text is None:
            continue
        if linked and text.startswith(ON_THE_WEB) and len(text) <= LONGEST_LINK:
            sheet.write_url(row, column, text, looks["link"], text)
        elif dated and (day := _day(text)):
            _value(sheet, (row, column), day, looks, None)
        else:
            sheet.write_string(row, column, text[:CHARACTERS], looks["text"] if risk else None)


def _day(text: str) -> date | None:
    """Return the day that a date names, if it is as precise as that.

    >>> _day("2025-08-26"), _day("2025-08"), _day("2025-08-26~")
    (datetime.date(2025, 8, 26), None, None)
    """
    with suppress(ValueError):
        dated = parse(text)
        return dated.latest if dated.is_day else None
    return None


def _value(
    sheet: Any, at: tuple[int, int], value: Any, looks: dict[str, Any], look: str | None
) -> None:
    """Write a cell that is no text, as text where Excel would change it."""
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(*at, value)
        case int() if abs(value) < EXACT:
            sheet.write_number(*at, value, looks[look or "whole"])
        case float():
            sheet.write_number(*at, value, looks[look] if look else None)
        case Decimal() if abs(value) < EXACT:
            sheet.write_number(*at, value, looks[look] if look else None)
        case datetime() if value.date() >= FIRST_DAY:
            naive = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
            sheet.write_datetime(*at, naive, looks["moment"])
        case date() if not isinstance(value, datetime) and value >= FIRST_DAY:
            sheet.write_datetime(*at, datetime(value.year, value.month, value.day), looks["day"])
        case _:
            sheet.write_string(*at, str(value))
