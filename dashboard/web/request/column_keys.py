"""The keys or codes that a column can hold, according to the dictionary and the data."""

from collections.abc import Callable, Collection
from functools import partial

from dashboard.filtering import catalogue
from dashboard.filtering.catalogue import Column, Relation
from dashboard.filtering.conditions import quoted
from dashboard.filtering.options import keys_of
from dashboard.source import database
from dashboard.words import labels

CODE = r"^([A-Z]{2,3}|[0-9]{1,4})$"
"""How codes look."""
Keys = Callable[[], Collection[str] | None]
"""Gives what a parameter can be; nothing where that is open."""


def keys_in(relation: Relation, column: Column) -> Keys | None:
    """Return a function that lists all that a column of keys or codes can hold; else none."""
    own = (relation.name,) if relation.kind == "table" and column.name == "id" else ()
    if tables := column.refers_to or own:
        return partial(_keys_of_all, tables)
    is_text = relation.kind == "table" and column.type == "VARCHAR" and not column.codes
    return partial(_codes_of, relation.name, column.name) if is_text else None


def _codes_of(table: str, column: str) -> Collection[str] | None:
    """Return what a column holds if all of it are codes, such as those of ISO; else nothing."""
    cell = quoted(column)
    rows = database.run(
        f"SELECT list({cell}) AS codes FROM {quoted(table)} WHERE {cell} IS NOT NULL"
        f" HAVING count(DISTINCT {cell}) = count(*) AND bool_and(regexp_matches({cell}, $code))",
        code=CODE,
    )
    return rows["codes"][0].to_list() if rows.height else None


def _keys_of_all(tables: tuple[str, ...]) -> Collection[str]:
    return [key for table in tables for key in _keys_of(table)]


def _keys_of(table: str) -> Collection[str]:
    """Return the keys of a table; what describes the others is known by their names."""
    match table:
        case "dictionary":
            return catalogue.relations()
        case "vocabularies":
            return labels.labels(next(iter(labels.languages())))
    return keys_of(table)
