"""From what must not be to what is said about the rows in which it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

Finding = tuple[int, str, str]
"""Line, column, message."""
Tables = Mapping[str, pl.DataFrame]
Placed = tuple[str, Finding]
"""The table and what was found in it."""

MOST = 100
"""After so many of one kind a reader has understood, and a million would fill the memory."""


@dataclass(frozen=True)
class Check:
    """Something that can be wrong in a row by itself.

    Attributes:
        wrong: True in a row that is wrong; null and false are right.
        column: The column to blame; empty for the row.
        say: The message, from the values of ``shown``.
        shown: Columns whose values the message needs.
    """

    wrong: pl.Expr
    column: str
    say: Callable[..., str]
    shown: tuple[str, ...] = ()


def failing(rows: pl.DataFrame, checks: Iterable[Check]) -> Iterator[Finding]:
    """Yield what ``checks`` find in ``rows``, all of them evaluated in one pass."""
    asked = list(checks)
    flags = rows.select(check.wrong.alias(str(place)) for place, check in enumerate(asked))
    for check, flag in zip(asked, flags, strict=True):
        if flag.any():
            yield from told(rows.select("line", *check.shown).filter(flag), check.column, check.say)


def told(rows: pl.DataFrame, column: str, say: Callable[..., str]) -> Iterator[Finding]:
    """Yield one finding per row: its first column is the line, ``say`` takes the others."""
    for line, *values in rows.head(MOST).iter_rows():
        yield line, column, say(*values)
    if rows.height > MOST:
        more = rows.height - MOST
        yield rows[MOST, 0], column, f"and {more:,} more rows like the {MOST} above from here on"


def placed(name: str, rows: pl.DataFrame, column: str, say: Callable[..., str]) -> Iterator[Placed]:
    """Yield what ``told`` says, with the table that it is said of."""
    yield from ((name, finding) for finding in told(rows, column, say))


def too_early(day: str, what: str, start: str) -> str:
    """Say that something happened before what it needs was there."""
    return f"{day} is before {what!r} was there ({start})"


def always(message: str) -> Callable[..., str]:
    """Return a ``say`` that says the same of every row."""

    def say(*_: Any) -> str:
        return message

    return say
