"""Kinds of filter: each builds the condition of a WHERE clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dashboard.filtering import conditions
from dashboard.filtering.catalogue import Relation
from dashboard.filtering.conditions import Bind, Value
from dashboard.source.search import query_words

SOURCE = "source_id"
"""The column with the source of a fact."""


@dataclass(frozen=True)
class Scope:
    """What a condition is for: the relation, the as-of day, and what takes its values."""

    relation: Relation
    day: date
    bind: Bind


class Rule(Protocol):
    """Turns the values of a filter into a condition."""

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""


@dataclass(frozen=True)
class AnyOf:
    """Rows whose column is any of the values, or has any of them in its list."""

    column: str

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        return conditions.any_of(scope.relation.column(self.column), values, scope.bind)


@dataclass(frozen=True)
class WordBeginnings:
    """Rows in whose column, which holds search text, every word of a query begins a word."""

    column: str

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        return conditions.begin_words(self.column, _words(values), scope.bind)


@dataclass(frozen=True)
class Words:
    """Rows whose texts have every word of a query, whatever the language.

    Without ``columns`` all of them are searched, and with them the title and the address of the
    source; ``title`` stands for its column in each language.
    """

    columns: tuple[str, ...] = ()
    named: str = ""
    """What else a row may meet for a word: SQL, in which ``{word}`` is the word."""

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        relation = scope.relation
        texts = [
            column.name
            for column in relation.columns
            if column.type == "VARCHAR" and (not self.columns or column.base_name in self.columns)
        ]
        sourced = not self.columns and any(each.name == SOURCE for each in relation.columns)
        further = (
            f"list_contains((SELECT list(id) FROM sources WHERE"
            f" contains({conditions.search_text(('title', 'url'))}, {{word}})), {SOURCE})"
        )
        elsewhere = further if sourced else self.named
        return conditions.have_words(texts, _words(values), scope.bind, elsewhere)


@dataclass(frozen=True)
class Narrower:
    """Rows whose column holds any of the keys, or of those below them in a hierarchy."""

    column: str
    ancestors: str
    """A view with one row per key and each key above it, itself included."""
    key: str
    """The column of that view with the key below; the other one is ``ancestor_id``."""

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        above = ", ".join(map(scope.bind, values))
        below = f"SELECT list({self.key}) FROM {self.ancestors} WHERE ancestor_id IN ({above})"
        return f"list_has_any({conditions.quoted(self.column)}, ({below}))"


@dataclass(frozen=True)
class When:
    """Rows that meet a condition of their own for each code; a code may leave nothing out."""

    cases: Mapping[str, str]
    """SQL by code, in which ``{day}`` is the as-of day."""

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        chosen = [self.cases.get(str(value), "true") for value in values]
        return " OR ".join(f"({_filled(case, scope)})" for case in chosen)


@dataclass(frozen=True)
class Meeting:
    """Rows that meet a condition with the value in it."""

    sql: str
    """In it ``{value}`` is the value of the filter, and ``{day}`` the as-of day."""

    def condition(self, values: Sequence[Value], scope: Scope) -> str:
        """Return the condition in SQL."""
        each = [_filled(self.sql, scope, value=value) for value in values]
        return " OR ".join(f"({one})" for one in each)


def _words(values: Sequence[Value]) -> list[str]:
    """Return the words of a query, folded as the texts are."""
    return [word for value in values for word in query_words(str(value))]


def _filled(sql: str, scope: Scope, **values: Value) -> str:
    """Return SQL with what stands for the day and the values; only what it names is bound."""
    named = {"day": scope.day, **values}
    return sql.format_map(
        {name: scope.bind(value) for name, value in named.items() if f"{{{name}}}" in sql}
    )
