"""What is wrong with the data, reported as a compiler does: ``file:line: message``.

Messages are bounded: a file can be wrong in a million places, and a value can be a million
characters long.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import polars as pl

Severity = Literal["error", "warning"]
Finding = tuple[int, str, str]
"""Line, column, message."""

MOST = 100
"""Messages of one kind: a reader has understood by then, and a million would fill the memory."""
LONGEST = 80
"""Characters of a value that a message shows."""

_CODE = re.compile(r"[A-Z]{2,3}|[0-9]+")
"""A code of a country, or a number."""
_NEIGHBOURS = 500
"""So many on each side: more would take longer than a reader waits."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix, or to know of, in one place of one file.

    Attributes:
        file: The file as a reader would look for it: ``data/commitments.csv``.
        line: Physical line on which the row starts, counted from 1; 0 for the whole file.
        column: Name of the column; empty where it is about the row or the file.
        message: What is wrong and, where it is not obvious, what to do.
        severity: A warning is told; an error stops the build.
    """

    file: str
    line: int
    column: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return one line that editors and terminals can jump from.

        >>> print(Problem("data/actors.csv", 3, "kind", "kind is empty and must not be"))
        data/actors.csv:3: kind is empty and must not be
        >>> print(Problem("data/notes.csv", 0, "", "is not a table", "warning"))
        data/notes.csv: warning: is not a table
        """
        place = f"{self.file}:{self.line}" if self.line else self.file
        mark = "warning: " if self.severity == "warning" else ""
        return f"{place}: {mark}{self.message}"


def messages_for(rows: pl.DataFrame, column: str, message: Callable[..., str]) -> Iterator[Finding]:
    """Yield a finding for each of the first rows, and one that counts all others.

    The first column of the rows is their line; ``message`` gets the others, long texts shortened.
    The column to blame is empty for the row as a whole.
    """
    for line, *values in rows.head(MOST).iter_rows():
        yield line, column, message(*map(shortened, values))
    if rows.height > MOST:
        more = rows.height - MOST
        yield rows[MOST, 0], column, f"and {more:,} more rows like the {MOST} above from here on"


def shortened(value: Any, longest: int = LONGEST) -> Any:  # any cell; only text is shortened
    """Return a value of which a message can show all.

    >>> shortened("x" * 1000, 3), shortened("gdc"), shortened(1)
    ('xxx…', 'gdc', 1)
    """
    is_long = isinstance(value, str) and len(value) > longest
    return f"{value[:longest]}…" if is_long else value


class DataProblems(Exception):  # noqa: N818 (it carries problems; an error is one kind of them)
    """Stops a build, and carries everything that is wrong with the data."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort ``problems`` by file, line and column."""
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return a hint at the candidate that ``word`` is nearly, or an empty string.

    Of codes that stand for countries or are numbers, only one that differs in case or leading
    zeros is meant: another one is near to half of all words.

    >>> did_you_mean("gcd", ["gdc", "paris-charter"])
    " (did you mean 'gdc'?)"
    >>> did_you_mean("Gdc", ["gdc"]), did_you_mean("rutabaga", ["gdc"])
    (" (did you mean 'gdc'?)", '')
    >>> did_you_mean("4", ["004", "024"]), did_you_mean("DRC", ["CRI"])
    (" (did you mean '004'?)", '')
    """
    return hinting(candidates)(word)


def hinting(candidates: Iterable[str]) -> Callable[[str], str]:
    """Return ``did_you_mean`` for many words and candidates that stay the same."""
    nearest_to = matching(candidates)

    def hint(word: str) -> str:
        near = nearest_to(word)
        return f" (did you mean {near!r}?)" if near is not None else ""

    return hint


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that ``word`` is nearly, if there is one.

    >>> nearest("gcd", ["gdc", "paris-charter"])
    'gdc'
    """
    return matching(candidates)(word)


def matching(candidates: Iterable[str]) -> Callable[[str], str | None]:
    """Return ``nearest`` for many words and candidates that stay the same.

    A word is compared with those candidates that begin or end most like it, so that a hint
    out of a million keys takes no longer than one out of a thousand.
    """
    every = list(candidates)
    same = {_bare(candidate): candidate for candidate in every}
    by_folded = {each.casefold(): each for each in every if not _CODE.fullmatch(each)}
    forward = sorted(by_folded)
    backward = sorted(folded[::-1] for folded in by_folded)

    @cache
    def find(word: str) -> str | None:
        if meant := same.get(_bare(word)):
            return meant
        folded = word.casefold()
        ends = (backwards[::-1] for backwards in _around(folded[::-1], backward))
        pool = dict.fromkeys([*_around(folded, forward), *ends])
        near = get_close_matches(folded, pool, n=1)
        return by_folded[near[0]] if near else None

    return find


def _bare(code: str) -> str:
    """Return a code without what spreadsheets and people change: case, zeros before a number."""
    folded = code.strip().casefold()
    return folded.lstrip("0") if folded.isdecimal() else folded


def _around(word: str, ordered: list[str]) -> list[str]:
    """Return the neighbours of ``word`` in a sorted list."""
    at = bisect(ordered, word)
    return ordered[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
