"""What one question may take, what it gets, and why it gets nothing."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Limits:
    """How much one question may take."""

    rows: int = 10_000
    columns: int = 1_000
    cells: int = 500_000
    """Of a wide answer there are fewer rows: a workbook takes some 12 microseconds a cell."""
    written: int = 20_000_000
    """Characters that the names of the columns, which JSON repeats in every row, may take."""
    bytes: int = 20 * 1024**2
    characters: int = 100_000
    """Of a single text; a longer one is cut and ends in ``...``."""
    text: int = 1_000_000
    """Characters of the question itself, with its parameters."""
    seconds: float = 9.0
    """By the clock; with what goes before and after, whoever asks knows within ten."""


@dataclass(frozen=True)
class Answer:
    """The rows of a question, the SQL type of each column, and what it took."""

    rows: pl.DataFrame
    types: tuple[str, ...]
    seconds: float
    """From leaving the line to having the rows."""
    truncated: bool
    """There are more rows than these."""
    cut: bool = False
    """Some text among the rows is longer than here, where it ends in ``...``."""


@dataclass(frozen=True)
class Progress:
    """Where a question stands that has no answer yet."""

    ahead: int | None
    """How many questions wait in line before this one (0: it is the next); None once it runs."""
    seconds: float
    """Since it was asked."""


class SandboxError(Exception):
    """A question without an answer; the message is DuckDB's own where it said anything.

    ``kind`` is one of

    * ``not_a_query``: not exactly one statement that reads; the message says what it is
      (``COPY``, ``2 statements``, ``0 statements``);
    * ``query``: DuckDB refuses it;
    * ``memory``, ``time``, ``size``: it took more than its limits;
    * ``crash``: DuckDB fell over it, in its own process;
    * ``long``: the text of the question itself, or its parameters, are too long to be read;
    * ``busy``: the line is too long, or did not move, or whoever asks has enough in it.
    """

    def __init__(self, kind: str, message: str = "") -> None:
        """Say what ``kind`` of no it is, and what DuckDB says."""
        super().__init__(message)
        self.kind = kind
