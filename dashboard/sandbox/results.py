"""What becomes of a query: a result or a refusal, and its progress until then."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Result:
    """The rows of a query, the SQL type of each column, and how long it took."""

    rows: pl.DataFrame
    types: tuple[str, ...]
    seconds: float
    """From leaving the queue to having the rows."""
    truncated: bool
    """There are more rows than these."""
    shortened: bool = False
    """Some text among the rows is longer than here, where it ends in ``...``."""


@dataclass(frozen=True)
class Progress:
    """Where a query stands that has no outcome yet."""

    ahead: int | None
    """How many queries wait in the queue before this one (0: it is the next); None if it runs."""
    seconds: float
    """Since somebody began to wait for it."""


class SandboxError(Exception):
    """A query without a result; the message is DuckDB's own where there is one.

    ``kind`` is one of

    * ``not_a_query``: not exactly one statement that reads; the message says what it is
      (``COPY``, ``2 statements``, ``0 statements``);
    * ``query``: DuckDB refuses it;
    * ``memory``, ``time``, ``size``: it took more than its limits;
    * ``crash``: DuckDB crashed, in a process of its own;
    * ``long``: the text of the query itself, or its parameters, are too long to be read;
    * ``busy``: the queue is full, or did not move, or the client has enough queries in it.
    """

    def __init__(self, kind: str, message: str = "") -> None:
        """Give the ``kind`` of refusal, and DuckDB's message."""
        super().__init__(message)
        self.kind = kind


Outcome = Result | SandboxError
