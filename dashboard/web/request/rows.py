"""The rows that an address asks for, batch by batch: filtered, sorted and cut by the database."""

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


def batches(asked: RelationRequest, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
    """Yield the rows with these columns; at least one batch.

    Raises:
        QueryError: The database cannot answer.
    """
    wanted = select(asked, columns)
    return database.stream(wanted.sql, **wanted.values)


def select(asked: RelationRequest, columns: Sequence[str]) -> Query:
    """Return the query for the rows."""
    first = next(iter(languages()))
    spoken = {LANGUAGE: asked.language or first} if asked.relation.spoken else {}
    return query(
        asked.relation,
        [(_rule(asked, parameter), given) for parameter, given in asked.filters.items()],
        asked.day or date.today(),
        arguments={**asked.arguments, **spoken},
        columns=", ".join(map(quoted, columns)),
        order=asked.order,
        limit=asked.limit,
        offset=asked.offset,
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


def _rule(asked: RelationRequest, parameter: Parameter) -> Rule:
    if parameter.part == "page":
        return declared.FILTERS[asked.relation.name][parameter.name].rule
    compared = split(parameter.name) if parameter.part == "operator" else None
    return Compared(*compared) if compared else AnyOf(parameter.name)
