"""Read the line of column names: which separator, which columns, and what is wrong with them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from io import BytesIO

from transforms.problems import MOST, did_you_mean, shortened
from transforms.reading.encoding import UnreadableError
from transforms.reading.hidden import first_hidden, visible

SEPARATORS = ",;\t|"
WIDEST = 1_000
"""Columns of a file, nameless ones that a spreadsheet left behind included."""
LONGEST = 100_000
"""Bytes of the line of column names."""


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

    Raises:
        UnreadableError: The line is too long to be one of column names.

    >>> read_header(b"sep=;\nid;name\n", {"id"})
    Header(line=2, separator=';', names=['id', 'name'])
    """
    line, first = _first_line(text)
    announced = _announced(first)
    if announced:
        line, first = _first_line(text, line)
    mark = announced or max(SEPARATORS, key=first.count)
    if (columns := first.count(mark) + 1) > WIDEST:
        message = (
            f"the line of column names has {columns:,} columns, and a file can have {WIDEST:,}"
        )
        raise UnreadableError(line, f"{message}; delete those that have no name")
    if len(first) > LONGEST:
        raise UnreadableError(
            line, f"this line should hold the column names, and is {len(first):,} characters long"
        )
    separator = announced or _likeliest(first, declared)
    return Header(line, separator, _names(first, separator))


def faults(found: list[str], declared: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (column, message) for each missing, unknown or repeated column."""
    if not {_meant(name) for name in found} & set(declared):
        yield "", f"this line should hold the column names: {', '.join(declared)}"
        return
    missing = [name for name in declared if name not in found]
    messages = []
    for name, times in Counter(filter(None, found)).items():
        if times > 1:
            messages.append((name, f"column {shortened(name)!r} is there {times} times; keep one"))
        if name not in declared:
            messages.append((name, _unknown(name, missing)))
            missing = [other for other in missing if f"{other!r}" not in messages[-1][1]]
    yield from ((shortened(name), message) for name, message in messages[:MOST])
    if len(messages) > MOST:
        yield (
            shortened(messages[MOST][0]),
            f"and {len(messages) - MOST:,} more columns like the {MOST} above",
        )
    for name in missing:
        yield name, f"column {name!r} is missing; add it, with empty cells where nothing is known"


def _unknown(name: str, missing: list[str]) -> str:
    """Return the message for a column that no table declares, with the one that may be meant."""
    short, meant = shortened(name), _meant(name)
    if hidden := first_hidden(name):
        named = f"; the name is then {meant!r}" if meant in missing else ""
        return f"column {short!r} holds {hidden}, which nobody sees: delete it{named}"
    if meant in missing:
        return f"column {short!r} must be written {meant!r}"
    return f"column {short!r} is not a column of this table{did_you_mean(short, missing)}"


def _meant(name: str) -> str:
    r"""Return a column name in the spelling of the declared ones.

    >>> _meant("Name EN\u200b")
    'name_en'
    """
    return re.sub(r"[\s-]+", "_", visible(name).strip().lower())


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

    def fit(mark: str) -> tuple[int, int]:
        return len(declared & set(map(_meant, _names(header, mark)))), header.count(mark)

    return max(SEPARATORS, key=fit)


def _names(header: str, separator: str) -> list[str]:
    # A carriage return that ends no line is a space, as it is in cells.
    rows = list(csv.reader([header.replace("\r", " ")], delimiter=separator))
    return [name.strip() for name in rows[0]] if rows else []
