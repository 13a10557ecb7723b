"""The requested rows, batch by batch: filtered, sorted and limited by the database."""

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from dashboard.filtering import declared
from dashboard.filtering.catalogue import LANGUAGE
from dashboard.filtering.conditions import quoted
from dashboard.filtering.operators import Compared, split
from dashboard.filtering.query import Query, query
from dashboard.filtering.rules import AnyOf, Rule
from dashboard.source import database, row_pages
from dashboard.web.request.parameters import Parameter
from dashboard.web.request.relation_request import RelationRequest
from dashboard.web.request.values import Value
from dashboard.words.labels import languages

FEW = 1_000
"""Rows up to which their keys are found first, and then what is shown of them."""


def batches(request: RelationRequest, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
    """Yield the rows with these columns; at least one batch."""
    wanted = _of_keys(request, columns) or select(request, columns)
    return database.stream(wanted.sql, **wanted.values)


def _of_keys(request: RelationRequest, columns: Sequence[str]) -> Query | None:
    """Return the query for few rows of a large macro by their keys, in their order.

    Sorted with all their columns, the first rows would cost as much as all of them. It is none for
    other rows, and where there are none.
    """
    few = request.limit is not None and request.limit <= FEW
    if not few or not request.relation.dated or len(request.relation.key) != 1:
        return None
    (key,) = request.relation.key
    if request.relation.column(key).type != "VARCHAR" or not row_pages.is_large():
        return None
    found = select(request, [key])
    keys = database.run(found.sql, **found.values)[key].to_list()
    if not keys:
        return None
    rows = query(
        request.relation,
        [],
        request.day or date.today(),
        arguments=_arguments(request),
        columns=", ".join(map(quoted, columns)),
        ordered=False,
    )
    name = quoted(key)
    return Query(
        f"{rows.sql} WHERE {name} BETWEEN $first_key AND $last_key"
        f" AND list_contains($keys::VARCHAR[], {name}) ORDER BY list_position($keys, {name})",
        {**rows.values, "keys": keys, "first_key": min(keys), "last_key": max(keys)},
    )


def select(request: RelationRequest, columns: Sequence[str]) -> Query:
    """Return the query for the rows."""
    return query(
        request.relation,
        [(_rule(request, parameter), given) for parameter, given in request.filters.items()],
        request.day or date.today(),
        arguments=_arguments(request),
        columns=", ".join(map(quoted, columns)),
        order=request.order,
        limit=request.limit,
        offset=request.offset,
    )


def _arguments(request: RelationRequest) -> dict[str, Value]:
    """Return the parameters of a macro, the language where it takes one."""
    first = next(iter(languages()))
    language = {LANGUAGE: request.language or first} if request.relation.localized else {}
    return {**request.arguments, **language}


def columns(names: Sequence[str], language: str | None) -> list[str]:
    """Return the columns for readers of one language; all of them for none.

    >>> columns(["id", "name_en", "name_fr", "note_en"], "fr")
    ['id', 'name_fr', 'note_en']
    """
    return [name for name in names if not _foreign(name, names, language)]


def _foreign(name: str, names: Sequence[str], language: str | None) -> bool:
    base, _, end = name.rpartition("_")
    other = language is not None and end in languages() and end != language
    return other and f"{base}_{language}" in names


def _rule(request: RelationRequest, parameter: Parameter) -> Rule:
    if parameter.part == "page":
        return declared.FILTERS[request.relation.name][parameter.name].rule
    compared = split(parameter.name) if parameter.part == "operator" else None
    return Compared(*compared) if compared else AnyOf(parameter.name)
