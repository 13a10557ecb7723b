"""What there is to ask for: every table, view and macro of the dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from dashboard.source import database, queries
from dashboard.words import labels
from dashboard.words.codes import BODIES, CLOSED, FURTHER, OF_LISTS

DAY = "day"
"""The parameter of a macro that the as-of day fills in."""

Words = Mapping[str, str]
"""A sentence in each language."""


@dataclass(frozen=True)
class Column:
    """One column: what it holds, in DuckDB's type, and what it means."""

    name: str
    type: str
    meaning: Words
    vocabulary: str | None
    """Its closed list, where that labels its codes."""
    codes: tuple[str, ...]
    """What it can hold besides nothing; empty where that is open."""
    refers_to: str | None


@dataclass(frozen=True)
class Argument:
    """One parameter of a macro; without a default it must be given."""

    name: str
    type: str
    default: str | None


@dataclass(frozen=True)
class Relation:
    """One table, view or macro."""

    name: str
    kind: str
    meaning: Words
    arguments: tuple[Argument, ...]
    columns: tuple[Column, ...]
    rows: int | None
    """How many, of a table; of others it depends."""

    @property
    def dated(self) -> bool:
        """Whether it is another one on each day."""
        return any(argument.name == DAY for argument in self.arguments)


def relations() -> Mapping[str, Relation]:
    """Return every relation of the current edition by its name: tables, views, macros."""
    return _relations(database.edition())


def codes(vocabulary: str) -> tuple[str, ...]:
    """Return the codes of a closed list, in order."""
    return tuple(labels.labels("en")[vocabulary])


@lru_cache(maxsize=4)
def _relations(edition: str) -> Mapping[str, Relation]:
    order = pl.col("kind").replace_strict({"table": 0, "view": 1, "macro": 2})
    rows = queries.dictionary().sort(order, "relation", "position")
    parts = rows.partition_by("relation", as_dict=True, maintain_order=True)
    counts = _counts([str(name) for (name,), part in parts.items() if part["kind"][0] == "table"])
    return {str(name): _relation(str(name), part, counts) for (name,), part in parts.items()}


def _relation(name: str, part: pl.DataFrame, counts: Mapping[str, int]) -> Relation:
    itself = part.row(by_predicate=pl.col("column_name").is_null(), named=True)
    coded = labels.vocabularies_of(name)
    columns = part.drop_nulls("column_name").iter_rows(named=True)
    return Relation(
        name=name,
        kind=itself["kind"],
        meaning=_words(itself),
        arguments=tuple(_argument(text) for text in (itself["type"] or "").split(", ") if text),
        columns=tuple(_column(name, column, coded) for column in columns),
        rows=counts.get(name),
    )


def _column(relation: str, row: Mapping[str, Any], coded: Mapping[str, str]) -> Column:
    name = row["column_name"]
    vocabulary = coded.get(name) or None
    listed = _codes(relation, name, vocabulary) if vocabulary else _unlisted(relation, name)
    return Column(name, row["type"], _words(row), vocabulary, listed, row["refers_to"])


def _codes(relation: str, column: str, vocabulary: str) -> tuple[str, ...]:
    """Return all that a column of codes can hold."""
    if column == "body_kind":
        return BODIES
    other, more = FURTHER.get((relation, column), (vocabulary, ()))
    return tuple(dict.fromkeys([*codes(vocabulary), *codes(other), *more]))


def _unlisted(relation: str, column: str) -> tuple[str, ...]:
    """Return all that a column can hold whose codes no page puts into words."""
    several = OF_LISTS.get((relation, column), ())
    words = CLOSED.get((relation, column), ())
    return tuple(dict.fromkeys([*words, *(code for name in several for code in codes(name))]))


def _argument(text: str) -> Argument:
    """Read one declared parameter.

    >>> _argument("include_derived BOOLEAN := false")
    Argument(name='include_derived', type='BOOLEAN', default='false')
    >>> _argument("day DATE")
    Argument(name='day', type='DATE', default=None)
    """
    declared, given, default = text.partition(" := ")
    name, _, kind = declared.partition(" ")
    return Argument(name, kind, default.strip("'") if given else None)


def _words(row: Mapping[str, Any]) -> Words:
    return {"en": row["meaning_en"], "fr": row["meaning_fr"]}


def _counts(tables: list[str]) -> Mapping[str, int]:
    """Count the rows of all tables in one query."""
    each = (f"SELECT '{name}' AS name, count(*) AS n FROM \"{name}\"" for name in tables)
    return dict(database.run(" UNION ALL ".join(each)).iter_rows())
