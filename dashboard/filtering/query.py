"""The query for some rows of a relation: conditions, order and part, with every value bound."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.filtering import conditions
from dashboard.filtering.catalogue import DAY, Relation
from dashboard.filtering.conditions import Value
from dashboard.filtering.rules import Rule, Scope
from dashboard.source import calls

RuleValues = Iterable[tuple[Rule, Sequence[Value]]]
"""Filters, each with its values."""


@dataclass(frozen=True)
class Order:
    """By which column rows are sorted; empty cells come last."""

    column: str
    downwards: bool = False


@dataclass(frozen=True)
class Query:
    """SQL, and the value of each ``$name`` in it."""

    sql: str
    values: Mapping[str, object]
    any_order: str = ""
    """SQL for the same rows in no order, where that is cheaper."""

    @property
    def unsorted(self) -> str:
        """SQL for the rows, for whoever counts them or puts them in an order anew."""
        return self.any_order or self.sql


def query(
    relation: Relation,
    rules: RuleValues,
    day: date,
    *,
    arguments: Mapping[str, Value] | None = None,
    columns: str = "*",
    ordered: bool = True,
    order: Order | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Query:
    """Return the query for the rows of a relation that meet every filter.

    They come in the order of the relation unless another is given (among equals, in that of the
    key) or ``ordered`` is false. The columns are SQL; arguments are those of a macro, besides the
    day.
    """
    values: dict[str, object] = {}

    def bind(value: object) -> str:
        values[f"value_{len(values)}"] = value
        return f"$value_{len(values) - 1}"

    scope = Scope(relation, day, bind)
    call = _call(relation, day, arguments or {}, scope)
    where = [f"({rule.condition(given, scope)})" for rule, given in rules]
    condition = f" WHERE {conditions.every(where)}" if where else ""
    itself = f"{conditions.quoted(relation.name)}{call}"
    unsorted = f"SELECT {columns} FROM {calls.unsorted(itself)}{condition}"
    own = _sorted(relation, order, joined=any("SELECT" in each for each in where))
    if not ordered or own:
        rows = f"{unsorted} {own}" if ordered else unsorted
    else:
        rows = f"SELECT {columns} FROM {itself}{condition}"
    parts = [
        rows,
        "" if limit is None else f"LIMIT {limit:d}",
        f"OFFSET {offset:d}" if offset else "",
    ]
    whole = limit is None and not offset
    return Query(" ".join(filter(None, parts)), values, unsorted if whole else "")


def _call(relation: Relation, day: date, arguments: Mapping[str, Value], scope: Scope) -> str:
    if not relation.arguments:
        return ""
    given = {**arguments, **({DAY: day} if relation.dated else {})}
    return f"({', '.join(f'{name} := {scope.bind(value)}' for name, value in given.items())})"


def _sorted(relation: Relation, order: Order | None, *, joined: bool) -> str:
    """Return the order.

    A relation keeps its own unless it is joined with something: those that are have that of
    their key.
    """
    key = [conditions.quoted(name) for name in relation.key]
    if order:
        way = "DESC" if order.downwards else "ASC"
        collation = relation.column(order.column).collation
        alphabet = f' COLLATE "{collation}"' if collation else ""
        key = [f"{conditions.quoted(order.column)}{alphabet} {way} NULLS LAST", *key]
    return f"ORDER BY {', '.join(key)}" if key and (order or joined) else ""
