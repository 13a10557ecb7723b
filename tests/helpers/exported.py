"""Hold files that a page offers against what it shows, without the code that writes them."""

import csv
import html
import io
import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import polars as pl

from dashboard.components.commitments.listing import SIZE
from dashboard.components.common.table_export import OPENS, TableExport, key_of
from dashboard.components.common.table_pages import MOST
from dashboard.source import database
from dashboard.state.address import MARK
from dashboard.words import ends
from dashboard.words import labels as meanings
from tests.helpers.random_states import Query

PROVENANCE = ("edition", "as_of", "language", "page")
FORMULA = re.compile(r"'*[=+\-@]")
NAMED = re.compile(r'<td [^>]*class="first"[^>]*><a [^>]*href="([^"]*)"[^>]*>([^<]*)</a>')
"""The cell of a list that names a record and opens it."""


def parsed(content: bytes) -> list[list[str]]:
    """Read CSV with the library of the language, as a stranger would."""
    assert not content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def check_csv(rows: list[list[str]], shown: TableExport, state: Query) -> None:
    """It has the columns of the table, a key, and where it is from; every row, in order."""
    header, columns = rows[0], shown_columns(shown)
    assert header[: len(columns)] == columns, state
    assert [name.removeprefix("page_") for name in header[-4:]] == list(PROVENANCE)
    whole = [[cell(value) for value in row] for row in shown.rows.select(columns).iter_rows()]
    assert [row[: len(columns)] for row in rows[1:]] == whole, state
    facts = [database.edition(), *state["as_of"], *state["lang"]]
    assert [row[-4:-1] for row in rows[1:]] == [facts] * len(whole)
    [page] = {row[-1] for row in rows[1:]} or {""}
    message = parse_qs(urlsplit(page).query)
    remaining = {name: values for name, values in state.items() if page and name != MARK}
    assert {name: message.get(name) for name in remaining} == remaining
    key = key_of(shown)
    name = key[0] if len(key) == 1 else "row_id"
    assert len({row[header.index(name)] for row in rows[1:]}) == len(whole), (shown.name, state)


def check_screen(
    rows: list[list[str]], shown: TableExport, screen: pl.DataFrame, state: Query
) -> None:
    """What stands on the screen is what stands in the file, in the reader's words."""
    [language] = state["lang"]
    on_screen = [name for name in screen.columns if name in shown.rows.columns]
    assert on_screen == shown.rows.columns
    assert screen.height == min(len(rows) - 1, MOST), (shown.name, state)
    rows = rows[: screen.height + 1]  # of a long table the screen has the first page
    coded, labels = meanings.vocabularies_of(shown.relation), meanings.labels(language)
    for place, name in enumerate(shown_columns(shown)):
        words = labels.get(coded.get(name, ""), {})
        for row, seen in zip(rows[1:], screen[name], strict=True):
            # The file has the first day after the end, as the data; the screen has the last day.
            text = ends.shown(name, row[place], shown.rows.columns)
            translated = name.endswith(("locator", "symbol")) and bool(text) == bool(seen)
            assert translated or read_as(text, seen, words), (name, text, seen, state)


def check_list(rows: list[list[str]], markup: str, state: Query) -> None:
    """The records that a page lists are the first of the file, in its order and by its names."""
    header, *records = rows
    [language] = state["lang"]
    place, name = header.index("id"), header.index(f"summary_{language}")
    listed = [tuple(map(html.unescape, found)) for found in NAMED.findall(markup)]
    assert len(listed) == min(len(records), SIZE), state
    for row, (address, label) in zip(records, listed, strict=False):
        assert parse_qs(urlsplit(address).query)["id"] == [row[place]], state
        assert read_as(row[name], label, {}), (row[name], label, state)


def untypeset(text: str) -> str:
    """Return a text of the screen as the data has it: plain apostrophes, blanks, no language."""
    plain = re.sub(r"[\u00a0\u202f]", " ", text.replace("’", "'"))
    return re.sub(r" \[[a-z]{2,3}\]$", "", plain)


def read_as(text: str, seen: Any, words: Any) -> bool:
    """Whether a cell of the file says what the screen does."""
    if isinstance(seen, str):
        plain = text[1:] if text.startswith("'") and FORMULA.match(text) else text
        span = re.sub(r"^\[(.*)\.\.(.*)\]$", r"\1 … \2", plain).strip()
        joined = plain.replace("; ", "\u00a0; ")
        if plain.startswith("https://") and seen.startswith("https://"):
            return True  # the document in the reader's language; the file has that of the data
        return untypeset(seen) in map(untypeset, (plain, words.get(plain) or plain, span, joined))
    return text == cell(seen)


def check_workbook(content: bytes, shown: TableExport, screen: pl.DataFrame) -> None:
    """It holds what stands on the screen, below the same labels, with days as days.

    Rows that are records have the address of their page behind them.
    """
    about, sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    columns = shown_columns(shown)
    header, *rows = sheet.iter_rows(values_only=True) if columns else [()]
    assert len(header) - len(columns) in (0, 1)
    described = [*about.iter_rows(values_only=True)][-len(header) :]
    named = [*zip(header, columns, strict=False)]
    assert [line[:2] for line in described][: len(columns)] == named
    assert [name for _, name, meaning in described if not meaning and name.islower()] == []
    whole = screen.select(columns).rows()
    assert len(rows) == len(whole)
    for written, seen in zip(rows, whole, strict=True):
        reported, address = written[: len(columns)], written[len(columns) :]
        assert [*map(typed, reported)] == [*map(typed, seen)], shown.name
        assert all(each is None or "?" in each for each in address)


def typed(value: Any) -> Any:
    """A value as one can compare it: a day is a day, an empty text nothing, twelve digits."""
    if isinstance(value, float):
        return round(value, 12)
    if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", value):
        return date.fromisoformat(value)
    if isinstance(value, str):
        return untypeset(value) or None
    return value.date() if hasattr(value, "date") else value


def shown_columns(shown: TableExport) -> list[str]:
    """The columns of a table that mean something away from the page."""
    return [name for name in shown.rows.columns if not name.endswith(OPENS)]


def cell(value: Any) -> str:
    """Write a value of the database as CSV has it."""
    if isinstance(value, list | pl.Series):
        return "; ".join(cell(each) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return "" if value is None else str(value)
