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
from dashboard.source import database
from dashboard.web.request.parameters import Parameter
from dashboard.web.request.relation_request import RelationRequest
from dashboard.words.labels import languages


def batches(request: RelationRequest, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
    """Yield the rows with these columns; at least one batch."""
    wanted = select(request, columns)
    return database.stream(wanted.sql, **wanted.values)


def select(request: RelationRequest, columns: Sequence[str]) -> Query:
    """Return the query for the rows."""
    first = next(iter(languages()))
    language = {LANGUAGE: request.language or first} if request.relation.localized else {}
    return query(
        request.relation,
        [(_rule(request, parameter), given) for parameter, given in request.filters.items()],
        request.day or date.today(),
        arguments={**request.arguments, **language},
        columns=", ".join(map(quoted, columns)),
        order=request.order,
        limit=request.limit,
        offset=request.offset,
    )


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
