"""Turn failed checks into messages that name the row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from transforms.problems import Finding, messages_for

Tables = Mapping[str, pl.DataFrame]
TableFinding = tuple[str, Finding]
"""The table and what was found in it."""


@dataclass(frozen=True)
class Check:
    """Something that can be wrong in a row by itself.

    Attributes:
        wrong: True in a row that is wrong; null and false are right.
        column: The column to blame; empty for the row.
        message: Makes the message from the values of ``values``.
        values: Columns, or expressions, that the message needs.
        of_few: Whether the columns that it looks at have few different values, as dates and codes
            do: then these are looked at once, and rows only where one of them is wrong.
    """

    wrong: pl.Expr
    column: str
    message: Callable[..., str]
    values: tuple[str | pl.Expr, ...] = ()
    of_few: bool = False


def failing(rows: pl.DataFrame, checks: Iterable[Check]) -> Iterator[Finding]:
    """Yield what ``checks`` find in ``rows``, all of them evaluated in one pass."""
    every = [*_to_be_looked_at(rows, checks)]
    flags = rows.select(check.wrong.alias(str(place)) for place, check in enumerate(every))
    for check, flag in zip(every, flags, strict=True):
        if flag.any():
            wrong = rows.filter(flag)
            values = wrong.select(
                pl.col(value) if isinstance(value, str) else value for value in check.values
            )
            yield from messages_for(
                wrong.select("line").hstack(values), check.column, check.message
            )


def _to_be_looked_at(rows: pl.DataFrame, checks: Iterable[Check]) -> Iterator[Check]:
    """Yield the checks without those that find nothing in any of few different values."""
    few: dict[tuple[str, ...], list[Check]] = {}
    for check in checks:
        if check.of_few:
            few.setdefault(tuple(check.wrong.meta.root_names()), []).append(check)
        else:
            yield check
    for columns, of_same in few.items():
        different = rows.select(set(columns)).unique()
        flags = different.select(
            check.wrong.any().alias(str(place)) for place, check in enumerate(of_same)
        )
        yield from (check for check, [any_is] in zip(of_same, flags, strict=True) if any_is)


def in_table(
    name: str, rows: pl.DataFrame, column: str, message: Callable[..., str]
) -> Iterator[TableFinding]:
    """Yield the findings of ``messages_for``, each with its table."""
    yield from ((name, finding) for finding in messages_for(rows, column, message))


def too_early(day: str, what: str, start: str) -> str:
    """Return the message for what happened before the thing it needs existed."""
    return f"{day} is before {what!r} was there ({start})"


def constant_message(message: str) -> Callable[..., str]:
    """Return a function that gives the same message for every row."""

    def same(*_: Any) -> str:
        return message

    return same
