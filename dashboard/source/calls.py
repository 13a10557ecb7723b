"""SQL that calls a relation: a table or view by its name, a macro with its parameters."""

from collections.abc import Collection
from datetime import date
from typing import Any

import polars as pl

from dashboard.source.literals import literal
from dashboard.source.queries import dictionary
from transforms.database.unsorted import SCHEMA

KEYED_BY = "country"
"""The parameter of a macro of one record that takes the key of the record."""


def is_dated(relation: str) -> bool:
    """Return whether a relation is a macro of a day."""
    return bool(day_argument(relation, date.min))


def row_query(relation: str, column: str, key: str, day: date) -> dict[str, str]:
    """Return the query of the address of the row of a record, by name.

    ``column`` is the one of its profile, the relation, that holds its key.
    """
    name = KEYED_BY if KEYED_BY in _parameters(relation) else column
    return {name: key} | ({"as_of": day.isoformat()} if is_dated(relation) else {})


def row_sql(relation: str, column: str, key: str, day: date) -> str:
    """Return the SQL of the row of a record, with its values written out."""
    values = {"day": literal(day), KEYED_BY: literal(key)}
    taken = [values[name] for name in _parameters(relation)]
    return f"FROM {_with(relation, taken)}\nWHERE {column} = {literal(key)}"


def call(relation: str, options: Collection[str] = ()) -> str:
    """Return a relation with a placeholder for each parameter that it needs or can be given."""
    needed = [f"${'record' if name == KEYED_BY else name}" for name in _parameters(relation)]
    return _with(relation, needed + [f"{name} := ${name}" for name in taken(relation, options)])


def taken(relation: str, options: Collection[str]) -> list[str]:
    """Return those of the options that a macro takes."""
    known = [] if not options else _every_parameter(relation)
    return [each["name"] for each in known if each["name"] in options]


def day_argument(relation: str, day: date) -> dict[str, date]:
    """Return the parameter of a macro of a day; nothing for a table or view."""
    return {"day": day} if "day" in _parameters(relation) else {}


def key_of(relation: str) -> list[str]:
    """Return the columns that tell the rows of a relation apart."""
    columns = dictionary().filter(pl.col("relation") == relation, pl.col("key"))
    return columns.sort("position")["column_name"].to_list()


def is_list(relation: str, column: str) -> bool:
    """Return whether a column holds lists."""
    found = dictionary().filter(pl.col("relation") == relation, pl.col("column_name") == column)
    held: str = found["type"].item()
    return held.endswith("[]")


def _with(relation: str, values: list[str]) -> str:
    return f"{relation}({', '.join(values)})" if values else relation


def unsorted(call: str) -> str:
    """Return the call of a relation whose rows come in no order: counting them sorts nothing."""
    return f"{SCHEMA}.{call}" if call.endswith(")") else call


def _parameters(relation: str) -> list[str]:
    """Return what a macro must be given, in order; nothing for a table or view."""
    return [each["name"] for each in _every_parameter(relation) if each["default"] is None]


def _every_parameter(relation: str) -> list[dict[str, Any]]:
    """Return name and default of each parameter of a macro; nothing for a table or view."""
    itself = dictionary().filter(pl.col("relation") == relation, pl.col("column_name").is_null())
    parameters = itself["parameters"].item()
    return [] if parameters is None else list(parameters)
