"""How much one reader's query may take; every other place reads it here.

Whoever runs a server may set other limits in its environment: ``docs/settings.md`` lists them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.environment import whole_number


@dataclass(frozen=True)
class Limits:
    """What one query, and its result, may take."""

    seconds: float = 9.0
    """Wall-clock time of its run; with what comes before and after, a reader knows within ten."""
    slice_seconds: float = 0.3
    """Time after which a query in the express lane makes room for one that has not run yet."""
    express_seconds: float = 1.0
    """Time after which a query in the express lane is no longer a short one."""
    memory: int = 512
    """Megabytes that DuckDB may use; the operating system stops the process somewhat later."""
    rows: int = 10_000
    columns: int = 1_000
    cells: int = 500_000
    """A wide result has fewer rows: a workbook takes some 12 microseconds a cell."""
    header_characters: int = 20_000_000
    """Characters of all column names together, which JSON repeats in every row."""
    bytes: int = 20 * 1024**2
    """Size of the result as Arrow IPC."""
    cell_characters: int = 100_000
    """Of a single text; a longer one is shortened and ends in ``...``."""
    query_characters: int = 1_000_000
    """Length of the query itself, with its parameters."""


@dataclass(frozen=True)
class Capacity:
    """How many queries may run, and wait, at the same time."""

    main: int = 2
    """Queries that may run as long as their limits allow."""
    express: int = 1
    """Further queries in their first second, so that a short one never waits for long ones."""
    waiting: int = 20
    per_session: int = 2
    """Queries of one browser tab, running or waiting."""


VARIABLES = {
    "TRACKER_SQL_SECONDS": "seconds",
    "TRACKER_SQL_MEMORY": "memory",
    "TRACKER_SQL_ROWS": "rows",
    "TRACKER_SQL_CELLS": "cells",
    "TRACKER_SQL_BYTES": "bytes",
    "TRACKER_SQL_LONG_QUERIES": "main",
    "TRACKER_SQL_SHORT_QUERIES": "express",
    "TRACKER_SQL_WAITING": "waiting",
}
"""Which variable sets which limit."""


def limits_from(environment: Mapping[str, str]) -> Limits:
    """Return the limits of a query, with those that the environment sets.

    >>> limits_from({"TRACKER_SQL_SECONDS": "20"}).seconds
    20

    Raises:
        SettingError: One of them is no whole number above zero.
    """
    return Limits(**_numbers(environment, Limits.__dataclass_fields__))


def capacity_from(environment: Mapping[str, str]) -> Capacity:
    """Return how many queries may run and wait, as the environment sets it.

    Raises:
        SettingError: A number is no whole number above zero.
    """
    return Capacity(**_numbers(environment, Capacity.__dataclass_fields__))


def _numbers(environment: Mapping[str, str], fields: Mapping[str, Any]) -> dict[str, int]:
    return {
        field: whole_number(environment, variable, fields[field].default)
        for variable, field in VARIABLES.items()
        if field in fields and environment.get(variable)
    }
