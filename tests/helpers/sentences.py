"""The numbers in a sentence, and a row of the database, to hold one against the other."""

import re
from typing import Any

import duckdb


def numbers(sentence: str) -> list[int]:
    """Return every whole number of a sentence, in order.

    >>> numbers("On 21 November 2026, **1,317 commitments** stand in 29 texts.")
    [21, 2026, 1317, 29]
    """
    return [int(re.sub(r"\D", "", found)) for found in re.findall(r"\d[\d,]*", sentence)]


def row(connection: duckdb.DuckDBPyConnection, call: str) -> dict[str, Any]:
    """Return the only row of a relation, by the names of its columns."""
    answer = connection.execute(f"FROM {call}")
    names = [name for name, *_ in answer.description or ()]
    [values] = answer.fetchall()
    return dict(zip(names, values, strict=True))
