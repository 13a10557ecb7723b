"""Read the line of column names: which separator, which columns, and what is wrong with them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from io import BytesIO

from transforms.problems import did_you_mean

SEPARATORS = ",;\t|"


@dataclass(frozen=True)
class Header:
    """What the first lines of a file say about the rest.

    Attributes:
        line: The line of the column names, counted from 1.
        separator: What stands between cells.
        names: The column names in the order of the file; empty where a column has none.
    """

    line: int
    separator: str
    names: list[str]


def read_header(text: bytes, declared: Set[str]) -> Header:
    r"""Read the first line that holds something, below a line that announces the separator.

    >>> read_header(b"sep=;\nid;name\n", {"id"})
    Header(line=2, separator=';', names=['id', 'name'])
    """
    line, first = _first_line(text)
    separator = _announced(first)
    if separator:
        line, first = _first_line(text, line)
    separator = separator or _likeliest(first, declared)
    return Header(line, separator, _names(first, separator))


def faults(found: list[str], declared: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (column, message) for each missing, unknown or repeated column."""
    if not set(found) & set(declared):
        yield "", f"this line should hold the column names: {', '.join(declared)}"
        return
    missing = [name for name in declared if name not in found]
    for name, times in Counter(filter(None, found)).items():
        if times > 1:
            yield name, f"column {name!r} is there {times} times; keep one"
        if name not in declared:
            hint = did_you_mean(name, missing)
            yield name, f"column {name!r} is not a column of this table{hint}"
            missing = [other for other in missing if f"{other!r}" not in hint]
    for name in missing:
        yield name, f"column {name!r} is missing; add it, with empty cells where nothing is known"


def _first_line(text: bytes, skip: int = 0) -> tuple[int, str]:
    """Return the first line after ``skip`` that holds something, with its number from 1."""
    for number, line in enumerate(BytesIO(text), start=1):
        if number > skip and line.strip(b' \t\r\n,;|"'):
            return number, line.decode().rstrip("\r\n")
    return skip + 1, ""


def _announced(line: str) -> str | None:
    """Return what a spreadsheet wrote above the column names, as in ``sep=;``."""
    found = re.fullmatch(f'"?sep=([{SEPARATORS}])"?', line)
    return found[1] if found else None


def _likeliest(header: str, declared: Set[str]) -> str:
    """Return the character that splits ``header`` into most of the ``declared`` columns."""
    return max(
        SEPARATORS,
        key=lambda mark: (len(declared & set(_names(header, mark))), header.count(mark)),
    )


def _names(header: str, separator: str) -> list[str]:
    rows = list(csv.reader([header], delimiter=separator))
    return [name.strip() for name in rows[0]] if rows else []
