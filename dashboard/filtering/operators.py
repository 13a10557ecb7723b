"""Comparisons of columns, such as ``column__gt=``, named as in Datasette.

What fits a column follows from its type in the dictionary.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.filtering import conditions
from dashboard.filtering.catalogue import Column
from dashboard.filtering.conditions import Value
from dashboard.filtering.rules import Scope
from dashboard.words.i18n import message

MARK = "__"
"""Stands between a column and an operator."""
Takes = Literal["value", "values", "text", "flag"]
"""One value of the column, several with commas, any text, or yes or no."""


@dataclass(frozen=True)
class Operator:
    """One comparison.

    Attributes:
        meaning: Which rows it keeps.
        sql: The condition, where ``{cell}`` is the column and ``{value}`` what is asked for.
        takes: What kind of value it takes.
        fits: Which columns it makes sense for.
        many: Whether it may be given several times; all of them must hold.
    """

    meaning: str
    sql: str
    takes: Takes
    fits: Callable[[Column], bool]
    many: bool = False


@dataclass(frozen=True)
class Compared:
    """Rows whose column stands in some relation to a value: a rule of an address alone."""

    column: str
    operator: str

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        column, sql = scope.relation.column(self.column), OPERATORS[self.operator].sql
        cell = conditions.quoted(column.name)
        if "{value}" in sql:
            each = (sql.format(cell=cell, value=scope.bind(value)) for value in values)
            return conditions.every(each)
        if "{among}" in sql:
            return sql.format(among=conditions.any_of(column, values, scope.bind))
        empty = conditions.empty(column)
        return sql.format(empty=empty if values[0] else f"NOT ({empty})")


def is_text(column: Column) -> bool:
    """Whether a cell is one text of any words."""
    return column.type == "VARCHAR" and not column.codes


def has_order(column: Column) -> bool:
    """Whether one cell can be more than another; dates of a source cannot, but their days can."""
    numbers = ("DATE", "BIGINT", "INTEGER", "DOUBLE", "FLOAT")
    return column.type in numbers or (is_text(column) and not column.is_partial_date)


def _any(column: Column) -> bool:
    return True


def _searched(function: str) -> str:
    return f"coalesce({function}(search_text({{cell}}), search_text({{value}})), false)"


OPERATORS: Mapping[str, Operator] = {
    "gt": Operator(message("more than, or after"), "{cell} > {value}", "value", has_order),
    "gte": Operator(message("at least, or from"), "{cell} >= {value}", "value", has_order),
    "lt": Operator(message("less than, or before"), "{cell} < {value}", "value", has_order),
    "lte": Operator(message("at most, or until"), "{cell} <= {value}", "value", has_order),
    "contains": Operator(
        message("has this in it, accents and case aside"),
        _searched("contains"), "text", is_text, many=True,
    ),
    "startswith": Operator(
        message("begins with this, accents and case aside"),
        _searched("starts_with"), "text", is_text,
    ),
    "endswith": Operator(
        message("ends with this, accents and case aside"),
        _searched("ends_with"), "text", is_text,
    ),
    "in": Operator(message("is any of these, with commas between them"), "{among}", "values", _any),
    "not": Operator(
        message("is not this; an empty cell is not either"), "NOT {among}", "value", _any, many=True
    ),
    "notin": Operator(message("is none of these"), "NOT {among}", "values", _any),
    "isnull": Operator(message("is empty, or with 0 is not"), "{empty}", "flag", _any),
    "notnull": Operator(message("is not empty, or with 0 is"), "NOT ({empty})", "flag", _any),
}  # fmt: skip
"""By the name that stands after the column."""


def of_column(column: Column) -> list[str]:
    """Return the operators that fit a column; none does where a cell has parts with names."""
    if column.is_nested:
        return []
    return [name for name, each in OPERATORS.items() if each.fits(column)]


def split(name: str) -> tuple[str, str] | None:
    """Return the column and the operator that the name of a parameter is made of, if it is.

    The relation may lack the column, and the operator may be none of these.

    >>> split("due_on_latest__gt"), split("due_on_latest")
    (('due_on_latest', 'gt'), None)
    """
    column, mark, operator = name.rpartition(MARK)
    return (column, operator) if mark and column else None
