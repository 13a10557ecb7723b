"""What to do where DuckDB will not take a macro: it says only that something does not exist."""

import re
from collections.abc import Mapping

import duckdb

DAY = "DATE '2026-01-01'"
"""How a day is written."""

NO_TABLE = re.compile(r"Table with name (\w+) does not exist")
NO_DAY = re.compile(r"does not support the supplied arguments.*\(.*\bDATE\b", re.DOTALL)


def hint(connection: duckdb.DuckDBPyConnection, message: str) -> str:
    """Return what to do, as a line below DuckDB's ``message``; mostly there is nothing to say."""
    if takes_day(message):
        return f"\nhint: write the day as {DAY}"
    if not NO_TABLE.search(message):
        return ""
    try:
        found = connection.execute(
            "SELECT relation, type FROM dictionary WHERE kind = 'macro' AND column_name IS NULL"
        ).fetchall()
    except duckdb.Error:  # somebody's database that is not one of ours
        return ""
    call = uncalled(message, dict(found))
    return f"\nhint: {call.partition('(')[0]} is a macro: {call}" if call else ""


def uncalled(message: str, macros: Mapping[str, str | None]) -> str | None:
    """Return how to call the macro that a question took for a table, if it did.

    Args:
        message: What DuckDB says.
        macros: What each macro takes, by its name, as ``dictionary`` has it.

    >>> macros = {"members_on": "day DATE, include_derived BOOLEAN := false"}
    >>> uncalled("Table with name Members_On does not exist!", macros)
    'members_on(day)'
    >>> uncalled("Table with name nothing does not exist!", macros)
    """
    said = NO_TABLE.search(message)
    name = said[1].lower() if said else ""
    if name not in macros:
        return None
    parts = [part for part in (macros[name] or "").split(",") if part and ":=" not in part]
    return f"{name}({', '.join(part.split()[0] for part in parts)})"


def takes_day(message: str) -> bool:
    """Whether DuckDB refuses what a macro was given, and the macro takes a day.

    >>> takes_day("Macro f() does not support the supplied arguments. Candidates: f(day DATE)")
    True
    >>> takes_day("Macro f() does not support the supplied arguments. Candidates: f(n BIGINT)")
    False
    """
    return bool(NO_DAY.search(message))
