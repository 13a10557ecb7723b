"""The rows that an address asks for, batch by batch, in the order of the relation."""

from collections.abc import Iterable, Iterator
from datetime import date

import polars as pl

from dashboard.source import database
from dashboard.web.request import catalogue, page_filters
from dashboard.web.request.parameters import Parameter
from dashboard.web.request.relation_request import RelationRequest
from dashboard.web.request.row_filters import FilterContext
from dashboard.web.request.values import Value
from dashboard.words.labels import languages


def batches(asked: RelationRequest) -> Iterator[pl.DataFrame]:
    """Yield the rows; at least one batch, each with all columns of the relation.

    Raises:
        QueryError: The database cannot answer.
    """
    rows = database.stream(_sql(asked), **_values(asked))
    filters = [(parameter, values) for parameter, values in asked.filters.items()]
    whole = [one for one in filters if _needs_all_rows(asked, one[0])]
    kept: Iterable[pl.DataFrame] = [pl.concat(list(rows))] if whole else rows
    order = [*whole, *(one for one in filters if one not in whole)]
    return _slice((_filtered(batch, asked, order) for batch in kept), asked)


def columns(frame: pl.DataFrame, language: str | None) -> list[str]:
    """Return the columns for readers of one language; all of them for none.

    >>> columns(pl.DataFrame(schema=["id", "name_en", "name_fr", "note_en"]), "fr")
    ['id', 'name_fr', 'note_en']
    """
    return [name for name in frame.columns if not _foreign(name, frame, language)]


def _foreign(name: str, frame: pl.DataFrame, language: str | None) -> bool:
    base, _, end = name.rpartition("_")
    other = language is not None and end in languages() and end != language
    return other and f"{base}_{language}" in frame.columns


def _sql(asked: RelationRequest) -> str:
    """Return the question; names are the dictionary's, and values are bound."""
    call = ", ".join(f"{name} := ${name}" for name in _values(asked))
    brackets = f"({call})" if asked.relation.arguments else ""
    return f'FROM "{asked.relation.name}"{brackets}'


def _values(asked: RelationRequest) -> dict[str, Value]:
    filled: dict[str, Value] = {catalogue.DAY: asked.day} if asked.relation.dated else {}
    if asked.relation.spoken:
        filled[catalogue.LANGUAGE] = asked.language or next(iter(languages()))
    return {**asked.arguments, **filled}


def _needs_all_rows(asked: RelationRequest, parameter: Parameter) -> bool:
    filters = page_filters.FILTERS.get(asked.relation.name, {})
    return parameter.part == "page" and filters[parameter.name].whole


def _filtered(
    rows: pl.DataFrame, asked: RelationRequest, filters: list[tuple[Parameter, tuple[Value, ...]]]
) -> pl.DataFrame:
    view = FilterContext(asked.day or date.today(), asked.arguments)
    for parameter, values in filters:
        if parameter.part == "column":
            rows = rows.filter(_any(pl.col(parameter.name), rows.schema[parameter.name], values))
        else:
            own = page_filters.FILTERS[asked.relation.name][parameter.name]
            rows = own.keep(rows, tuple(str(value) for value in values), view)
    return rows


def _any(column: pl.Expr, type_: pl.DataType, values: tuple[Value, ...]) -> pl.Expr:
    """Whether a cell is any of the values, or a list has any of them; none is an empty cell."""
    known = [value for value in values if value is not None]
    if isinstance(type_, pl.List):
        found = pl.any_horizontal(pl.lit(value=False), *(column.list.contains(v) for v in known))
        empty = column.is_null() | (column.list.len() == 0)
    else:
        found, empty = column.is_in(known), column.is_null()
    hit = found.fill_null(value=False)
    return hit | empty if None in values else hit


def _slice(rows: Iterator[pl.DataFrame], asked: RelationRequest) -> Iterator[pl.DataFrame]:
    """Yield the rows from ``offset`` on, ``limit`` of them at most."""
    skip, left = asked.offset, asked.limit
    for batch in rows:
        part = batch[skip:] if skip else batch
        skip = max(0, skip - batch.height)
        part = part if left is None else part.head(left)
        left = None if left is None else left - part.height
        yield part
        if left == 0:
            return
