"""SQL that calls a relation: a table or view by its name, a macro with its parameters."""

from datetime import date

import polars as pl

from dashboard.source.literals import literal
from dashboard.source.queries import dictionary

KEYED_BY = "country"
"""The parameter of a macro of one record that takes the key of the record."""


def is_dated(relation: str) -> bool:
    """Return whether a relation is a macro of a day."""
    return bool(day_argument(relation, date.min))


def row_query(relation: str, column: str, key: str, day: date) -> dict[str, str]:
    """Return the query of the address of the row of a record, by name.

    Args:
        relation: The profile of the kind of record.
        column: Its column that holds the key of the record.
        key: Of the record.
        day: The as-of day.
    """
    name = KEYED_BY if KEYED_BY in _parameters(relation) else column
    return {name: key} | ({"as_of": day.isoformat()} if is_dated(relation) else {})


def row_sql(relation: str, column: str, key: str, day: date) -> str:
    """Return the SQL of the row of a record, with its values written out."""
    values = {"day": literal(day), KEYED_BY: literal(key)}
    taken = [values[name] for name in _parameters(relation)]
    return f"FROM {_with(relation, taken)}\nWHERE {column} = {literal(key)}"


def call(relation: str) -> str:
    """Return a relation with a placeholder for each parameter that a macro needs."""
    taken = [f"${'key' if name == KEYED_BY else name}" for name in _parameters(relation)]
    return _with(relation, taken)


def arguments(relation: str, day: date, key: str) -> dict[str, object]:
    """Return the values of the placeholders of ``call``, and ``key``."""
    return {"key": key, **day_argument(relation, day)}


def day_argument(relation: str, day: date) -> dict[str, date]:
    """Return the parameter of a macro of a day; nothing for a table or view."""
    return {"day": day} if "day" in _parameters(relation) else {}


def is_list(relation: str, column: str) -> bool:
    """Return whether a column holds lists."""
    found = dictionary().filter(pl.col("relation") == relation, pl.col("column_name") == column)
    held: str = found["type"].item()
    return held.endswith("[]")


def _with(relation: str, values: list[str]) -> str:
    return f"{relation}({', '.join(values)})" if values else relation


def _parameters(relation: str) -> list[str]:
    """Return what a macro must be given, in order; nothing for a table or view."""
    itself = dictionary().filter(pl.col("relation") == relation, pl.col("column_name").is_null())
    parameters = itself["parameters"].item()
    return (
        []
        if parameters is None
        else [each["name"] for each in parameters if each["default"] is None]
    )
