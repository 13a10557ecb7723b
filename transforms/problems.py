"""What is wrong with the data, said the way a compiler does: ``file:line: message``."""

from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

Severity = Literal["error", "warning"]

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


class DataProblems(Exception):  # noqa: N818 (it carries problems; an error is one kind of them)
    """Stops a build, and carries everything that is wrong with the data."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort ``problems`` by file, line and column."""
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return a hint at the candidate that ``word`` is nearly, or an empty string.

    >>> did_you_mean("gcd", ["gdc", "paris-charter"])
    " (did you mean 'gdc'?)"
    >>> did_you_mean("Gdc", ["gdc"]), did_you_mean("rutabaga", ["gdc"])
    (" (did you mean 'gdc'?)", '')
    """
    return hinting(candidates)(word)


def hinting(candidates: Iterable[str]) -> Callable[[str], str]:
    """Return ``did_you_mean`` for many words and candidates that stay the same.

    A word is compared with those candidates that begin or end most like it, so that a hint
    out of a million keys takes no longer than one out of a thousand.
    """
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    forward = sorted(by_folded)
    backward = sorted(folded[::-1] for folded in by_folded)

    @cache
    def hint(word: str) -> str:
        folded = word.casefold()
        ends = (backwards[::-1] for backwards in _around(folded[::-1], backward))
        pool = dict.fromkeys([*_around(folded, forward), *ends])
        near = get_close_matches(folded, pool, n=1)
        return f" (did you mean {by_folded[near[0]]!r}?)" if near else ""

    return hint


def _around(word: str, ordered: list[str]) -> list[str]:
    """Return the neighbours of ``word`` in a sorted list."""
    at = bisect(ordered, word)
    return ordered[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
