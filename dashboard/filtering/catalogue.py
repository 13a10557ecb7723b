"""Every table, view and macro of the dictionary, with its columns and parameters."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from dashboard.source import database, queries
from dashboard.words import labels
from transforms.export.relations import by_language

DAY = "day"
"""The parameter of a macro that the as-of day fills in."""
LANGUAGE = "lang"
"""The parameter of a macro that the language of the address fills in."""

Words = Mapping[str, str]
"""A sentence in each language."""


@dataclass(frozen=True)
class Column:
    """One column of the dictionary, with its DuckDB type and its meaning."""

    name: str
    type: str
    meaning: Words
    key: bool = False
    """Whether it is part of the key."""
    vocabularies: tuple[str, ...] = ()
    """The closed lists that its codes are from."""
    codes: tuple[str, ...] = ()
    """What it can hold besides nothing; empty where that is open."""
    refers_to: tuple[str, ...] = ()
    """The tables whose keys it holds."""
    base_name: str = ""
    """Its name without a language."""
    is_partial_date: bool = False
    """Whether it is a date as precise as its source, with two columns for the days it can mean."""
    collation: str = ""
    """DuckDB's name of the alphabet that its texts are sorted by; empty for texts of no language
    and where DuckDB has none for it."""

    @property
    def is_nested(self) -> bool:
        """Whether a cell holds parts with names: no address can ask for one."""
        return "STRUCT" in self.type

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values."""
        return self.type.endswith("[]")


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

    @property
    def localized(self) -> bool:
        """Whether it is another one in each language."""
        return any(argument.name == LANGUAGE for argument in self.arguments)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell its rows apart."""
        return tuple(column.name for column in self.columns if column.key)

    def column(self, name: str) -> Column:
        """Return one of its columns.

        Raises:
            KeyError: It has none of that name.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def relations() -> Mapping[str, Relation]:
    """Return every relation of the current edition by its name: tables, views, macros."""
    return _relations(database.edition())


def codes(vocabulary: str) -> tuple[str, ...]:
    """Return the codes of a closed list, in order."""
    return tuple(labels.labels(next(iter(labels.languages())))[vocabulary])


@lru_cache(maxsize=4)
def _relations(edition: str) -> Mapping[str, Relation]:
    order = pl.col("kind").replace_strict({"table": 0, "view": 1, "macro": 2})
    rows = queries.dictionary().sort(order, "relation", "position")
    parts = rows.partition_by("relation", as_dict=True, maintain_order=True)
    counts = _counts([str(name) for (name,), part in parts.items() if part["kind"][0] == "table"])
    alphabets = set(database.run("SELECT collname FROM pragma_collations()")["collname"])
    return {
        str(name): _relation(str(name), part, counts, alphabets) for (name,), part in parts.items()
    }


def _relation(
    name: str, part: pl.DataFrame, counts: Mapping[str, int], alphabets: Set[str]
) -> Relation:
    itself = part.row(by_predicate=pl.col("column_name").is_null(), named=True)
    columns = part.drop_nulls("column_name")
    names = set(columns["column_name"])
    return Relation(
        name=name,
        kind=itself["kind"],
        meaning=_words(itself),
        arguments=tuple(_argument(**each) for each in itself["parameters"] or ()),
        columns=tuple(
            _column(column, names, alphabets) for column in columns.iter_rows(named=True)
        ),
        rows=counts.get(name),
    )


def _column(row: Mapping[str, Any], beside: Set[str], alphabets: Set[str]) -> Column:
    lists = tuple(filter(None, (row["vocabulary"] or "").split(", ")))
    listed = tuple(dict.fromkeys(code for name in lists for code in codes(name)))
    tables = tuple(filter(None, (row["refers_to"] or "").split(", ")))
    name = row["column_name"]
    base = row["base_name"] or name
    partial = f"{name}_latest" in beside
    is_text = row["type"] == "VARCHAR"
    collation = row["language"] if is_text and row["language"] in alphabets else ""
    return Column(
        name, row["type"], _words(row), row["key"], lists, listed, tables, base, partial, collation
    )


def _argument(name: str, type: str, default: str | None) -> Argument:
    """Return a parameter of a macro, its default without quotes.

    >>> _argument("include_derived", "BOOLEAN", "false")
    Argument(name='include_derived', type='BOOLEAN', default='false')
    """
    return Argument(name, type, default.strip("'") if default else None)


def _words(row: Mapping[str, Any]) -> Words:
    return by_language(row, "meaning")


def _counts(tables: list[str]) -> Mapping[str, int]:
    """Count the rows of all tables in one query."""
    each = (f"SELECT '{name}' AS name, count(*) AS n FROM \"{name}\"" for name in tables)
    return dict(database.run(" UNION ALL ".join(each)).iter_rows())
