"""Hints for calls of macros that fail: DuckDB reports only that something does not exist."""

import re
from collections.abc import Container

import duckdb

DAY = "DATE '2026-01-01'"
"""How a day is written."""

NEEDED = """
    SELECT
        relation,
        array_to_string([each.name FOR each IN parameters IF each."default" IS NULL], ', ')
    FROM dictionary
    WHERE kind = 'macro' AND column_name IS NULL
"""
"""Each macro and the names of what it must be given."""
NO_TABLE = re.compile(r"Table with name (\w+) does not exist")
NO_DAY = re.compile(r"does not support the supplied arguments.*\(.*\bDATE\b", re.DOTALL)


def hint(connection: duckdb.DuckDBPyConnection, message: str) -> str:
    """Return what to do, as a line below DuckDB's ``message``; mostly there is nothing to say."""
    if takes_day(message):
        return f"\nhint: write the day as {DAY}"
    if not NO_TABLE.search(message):
        return ""
    try:
        found = connection.execute(NEEDED).fetchall()
    except duckdb.Error:  # somebody's database that is not one of ours
        return ""
    macros = dict(found)
    name = macro_named(message, macros)
    return f"\nhint: {name} is a macro: {name}({macros[name]})" if name else ""


def macro_named(message: str, macros: Container[str]) -> str | None:
    """Return which of the ``macros`` a question took for a table, by DuckDB's ``message``.

    >>> macro_named("Table with name Members_On does not exist!", ["members_on"])
    'members_on'
    >>> macro_named("Table with name nothing does not exist!", ["members_on"])
    """
    found = NO_TABLE.search(message)
    name = found[1].lower() if found else ""
    return name if name in macros else None


def takes_day(message: str) -> bool:
    """Whether DuckDB refuses what a macro was given, and the macro takes a day.

    >>> takes_day("Macro f() does not support the supplied arguments. Candidates: f(day DATE)")
    True
    >>> takes_day("Macro f() does not support the supplied arguments. Candidates: f(n BIGINT)")
    False
    """
    return bool(NO_DAY.search(message))
