"""The rows of a relation that meet the filters of a page; the database leaves the others out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from dashboard.filtering.catalogue import Relation, relations
from dashboard.filtering.conditions import Value, quoted
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.query import Query, query
from dashboard.filtering.rules import AnyOf, Rule
from dashboard.source import database, row_pages

FilterValues = Mapping[str, Value | Sequence[Value]]
"""The values of each filter, by its name in the address; none leave nothing out."""

WHOLE = re.compile("[0-9]{1,9}")
"""A number as an address has it."""

SEARCHED = "folded"
"""The column that is there to be searched, and never shown."""


def rows(relation: str, day: date, values: FilterValues, **arguments: Value) -> pl.DataFrame:
    """Return the rows of a relation that meet every filter, in the order of the relation.

    They are cached for as long as the edition is current. Filters are declared or named after a
    column; one that the relation lacks, as proposals have no status, is passed over. Arguments are
    those of a macro, besides the day.
    """
    wanted = query_for(relation, day, values, **arguments)
    return database.run(wanted.sql, **wanted.values)


def query_for(relation: str, day: date, values: FilterValues, **arguments: Value) -> Query:
    """Return the query for the rows that `rows` returns; its arguments are the same."""
    of = relations()[relation]
    columns = [quoted(column.name) for column in of.columns if column.name != SEARCHED]
    given = _set_rules(of, values)
    return query(of, given, day, arguments=arguments, columns=", ".join(columns))


def page(
    of: Query, order: str, limit: int | None = None, offset: int = 0, *, key: str = "id"
) -> pl.DataFrame:
    """Return some rows of a query, or all; the order, in SQL, leaves nothing to chance."""
    if limit is None:
        return database.run(f"FROM ({of.unsorted}) ORDER BY {order}", **of.values)
    # The order is made of few columns: names and words are looked up for the rows of a page alone.
    keyed = f"SELECT {key} FROM ({of.unsorted}) ORDER BY {order} LIMIT {limit:d} OFFSET {offset:d}"
    # DuckDB carries a range of keys into what a view joins, but not what a query finds.
    if row_pages.is_large() and (keys := database.run(keyed, **of.values)).height:
        return row_pages.rows_of(f"({of.unsorted})", of.values, keys)
    here = f"FROM ({of.unsorted}) WHERE {key} IN (FROM ({keyed})) ORDER BY {order}"
    return database.run(here, **of.values)


def counted(of: Query, **conditions: str) -> Mapping[str, int]:
    """Return how many rows a query has, as ``n``, and how many of them meet each condition."""
    more = "".join(
        f", count(*) FILTER ({condition}) AS {name}" for name, condition in conditions.items()
    )
    return database.run(f"SELECT count(*) AS n{more} FROM ({of.unsorted})", **of.values).row(
        0, named=True
    )


def count(relation: str, day: date, values: FilterValues) -> int:
    """Return how many rows of a relation meet every filter."""
    of = relations()[relation]
    wanted = query(of, _set_rules(of, values), day, columns="count(*) AS n", ordered=False)
    n: int = database.run(wanted.sql, **wanted.values).item()
    return n


def _set_rules(relation: Relation, filters: FilterValues) -> list[tuple[Rule, Sequence[Value]]]:
    """Return the rules of the filters that are set, each with its values."""
    several = (
        (name, [given] if given is None or isinstance(given, str | int | float | date) else given)
        for name, given in filters.items()
    )
    return [
        (rule, values)
        for name, given in several
        if (values := _readable(relation, name, given)) and values[0] not in (None, "")
        for rule in _rules(relation, name)
    ]


def _readable(relation: Relation, name: str, values: Sequence[Value]) -> Sequence[Value]:
    """Return the values that a filter can read: anybody can write any text for a year."""
    declared = FILTERS.get(relation.name, {}).get(name)
    if declared is None or declared.type != "INTEGER":
        return values
    return [int(str(value)) for value in values if WHOLE.fullmatch(str(value))]


def _rules(relation: Relation, name: str) -> list[Rule]:
    declared = FILTERS.get(relation.name, {}).get(name)
    if declared:
        return [declared.rule]
    return [AnyOf(name)] if any(column.name == name for column in relation.columns) else []
