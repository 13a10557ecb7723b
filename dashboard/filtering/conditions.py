"""Conditions of a WHERE clause, as SQL: names are the dictionary's, and every value is bound."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dashboard.filtering.catalogue import Column

Value = str | int | float | bool | date | None
"""The value of a filter; None is an empty cell."""

Bind = Callable[[object], str]
"""Takes a value for the query, and returns what stands for it in the SQL."""


def any_of(column: Column, values: Sequence[Value], bind: Bind) -> str:
    """A cell is any of the values, or a list has any of them; it is true or false, never NULL."""
    cell = quoted(column.name)
    known = ", ".join(bind(value) for value in values if value is not None)
    found = [empty(column)] if None in values else []
    if known and column.is_list:
        found.append(f"list_has_any({cell}, [{known}])")
    elif known:
        found.append(f"{cell} IN ({known})")
    return f"coalesce({' OR '.join(found)}, false)" if found else "false"


def empty(column: Column) -> str:
    """A cell holds nothing, or an empty list."""
    cell = quoted(column.name)
    return f"({cell} IS NULL OR len({cell}) = 0)" if column.is_list else f"{cell} IS NULL"


def begin_words(column: str, words: Sequence[str], bind: Bind) -> str:
    """Each of ``words`` begins a word of a column that holds search text."""
    cell = quoted(column)
    starts = "'(^|[^a-z0-9])' || regexp_escape({})"
    return every(f"regexp_matches({cell}, {starts.format(bind(word))})" for word in words)


def have_words(columns: Sequence[str], words: Sequence[str], bind: Bind, further: str = "") -> str:
    """Each of ``words`` is somewhere in the columns, or meets ``further``, a template for one."""
    text = search_text(columns)
    found = []
    for word in map(bind, words):
        elsewhere = f" OR {further.format(word=word)}" if further else ""
        found.append(f"(contains({text}, {word}){elsewhere})")
    return every(found)


def search_text(columns: Sequence[str]) -> str:
    """The texts of some columns as a search compares them."""
    return f"search_text(concat_ws(' ', {', '.join(map(quoted, columns))}))"


def every(conditions: Iterable[str]) -> str:
    """All conditions hold; none leaves nothing out."""
    return " AND ".join(conditions) or "true"


def quoted(name: str) -> str:
    """Return the name of a column as SQL has it.

    >>> quoted("group")
    '"group"'
    """
    return f'"{name}"'
