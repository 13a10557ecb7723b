"""Small databases for tests of the views: tables drawn with bars, and every view on top."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import cast

import dataframely as dy
import duckdb
import polars as pl

from tests.helpers.shared import made_once
from tests.helpers.tables import TABLES
from transforms.clean import clean, derive
from transforms.database import relations, tracker
from transforms.database.empty import create_tables
from transforms.database.filling import fill
from transforms.database.unsorted import SCHEMA
from transforms.settings import Settings

NAME = "drawn.duckdb"
NUMBERS = count()
SETTINGS = Settings(
    languages=("en", "fr"),
    complete=("en", "fr"),
    all_countries="all-countries",
    developing_countries="developing-countries",
    universal_organization="un",
    universal_members="un-member-states",
    root_area="capacity-building",
)
"""Which of the drawn keys have a meaning of their own."""
DEFAULTS = {
    ("instruments", "status"): "adopted",
    ("initiatives", "status"): "active",
    ("milestones", "status"): "held",
    ("milestones", "kind"): "meeting",
    ("assessments", "status"): "limited",
}
"""What a cell that is not drawn holds where the first word of its closed list would mislead."""


class Drawn:
    """A connection that stores a view that a build stores when a query first reads it.

    All of them would take longer than most tests; and as plain views, which are expanded in every
    query that reads them, they make large queries ten times slower.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Store nothing yet."""
        self._connection = connection
        self._stored: set[str] = set()

    def sql(self, query: str, *, params: object = None) -> duckdb.DuckDBPyRelation:
        """Return the rows of a query."""
        self._store(query)
        return self._connection.sql(query, params=params)

    def execute(self, query: str, parameters: object = None) -> duckdb.DuckDBPyConnection:
        """Run a query; what is stored is forgotten if it changes rows."""
        if query.lstrip().startswith(("INSERT", "UPDATE")):
            self._forget()
        self._store(query)
        return self._connection.execute(query, parameters)

    def _store(self, query: str) -> None:
        behind = _behind(frozenset(re.findall(r"\w+", query)))
        for name, relation in _relations().items():
            if relation.head.stored and name in behind - self._stored:
                self._stored.add(name)
                self._connection.execute(f"DROP VIEW {name}")
                self._connection.execute(relation.definition)
                self._connection.execute(relation.filling)

    def _forget(self) -> None:
        for name in self._stored:
            self._connection.execute(f"DROP TABLE {name}")
            self._connection.execute(_as_view(_relations()[name]))
        self._stored.clear()


def given(**drawings: str) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with only the rows that are drawn, and the views and macros.

    A cell that is not drawn is empty or, where the schema wants one, holds a harmless default.
    A row that is only referred to comes into being with its key.
    """
    connection = _empty().cursor()
    copy = f"drawn_{next(NUMBERS)}"
    connection.execute(f"ATTACH ':memory:' AS {copy}")
    connection.execute(f"COPY FROM DATABASE memory TO {copy}")
    connection.execute(f"USE {copy}")
    for name, raw in _completed({name: draw(text) for name, text in drawings.items()}).items():
        rows = clean(raw, TABLES[name]).pipe(_with_defaults, name).pipe(derive, TABLES[name])
        fill(connection, name, rows)
    return cast(duckdb.DuckDBPyConnection, Drawn(connection))


@cache
def _empty() -> duckdb.DuckDBPyConnection:
    """Return a database without rows, with every relation as it is before anything is stored."""
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{made_once('drawn', _make) / NAME}' AS made (READ_ONLY)")
    connection.execute("COPY FROM DATABASE made TO memory")
    connection.execute("DETACH made")
    return connection


def _make(folder: Path) -> None:
    with duckdb.connect(folder / NAME) as connection:
        create_tables(connection, SETTINGS)
        fill(connection, "tracker", tracker.row(SETTINGS))
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
        known = _relations().values()
        read = {name for relation in known for name in relation.reads_unsorted}
        for relation in known:
            connection.execute(_as_view(relation))
            if relation.name in read and (definition := relation.unsorted_definition):
                connection.execute(definition)


def _as_view(relation: relations.Relation) -> str:
    """Return the statement that creates a relation without storing its rows."""
    return replace(relation, head=replace(relation.head, stored=())).definition


@cache
def _relations() -> dict[str, relations.Relation]:
    """Return every relation but the search, which is large, each after those that it reads."""
    found: dict[str, relations.Relation] = {}
    left_out: list[str] = []
    for relation in relations.read(SETTINGS.languages):
        if relation.path.parent.name == "search" or relation.reads(left_out):
            left_out.append(relation.name)
        else:
            found[relation.name] = relation
    return found


@cache
def _reads() -> dict[str, list[str]]:
    return {name: relation.reads(_relations()) for name, relation in _relations().items()}


@cache
def _behind(words: frozenset[str]) -> frozenset[str]:
    """Return the relations among some words, and all that these read."""
    found, names = set[str](), [word for word in words if word in _relations()]
    while names:
        if (name := names.pop()) not in found:
            found.add(name)
            names += _reads()[name]
    return frozenset(found)


def draw(table: str) -> pl.DataFrame:
    """Read a table drawn with bars: its first line names the columns."""
    lines = [
        [cell.strip() for cell in line.split("|")] for line in table.strip().splitlines() if line
    ]
    return pl.DataFrame(lines[1:], schema=dict.fromkeys(lines[0], pl.String), orient="row")


def _completed(drawn: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Add a row for each key that is referred to and not drawn, until there is none left."""
    while missing := set(_missing(drawn)):
        for table, key in sorted(missing):
            row = pl.DataFrame({"id": [key]})
            drawn[table] = pl.concat([drawn.get(table, pl.DataFrame()), row], how="diagonal")
    return drawn


def _missing(drawn: dict[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    for name, raw in drawn.items():
        for column in TABLES[name].columns().values():
            target = (column.metadata or {}).get("references")
            if target is None or (column.nullable and column.name not in raw.columns):
                continue
            for key in _cells(raw, name, column):
                if key not in drawn.get(target, pl.DataFrame({"id": []}))["id"]:
                    yield target, key


def _cells(raw: pl.DataFrame, table: str, column: dy.Column) -> list[str]:
    """Return the keys in a column, with the default where a cell is needed and not drawn."""
    if column.name not in raw.columns:
        return [_default(table, column)]
    cells = raw[column.name].replace("", None)
    filled = cells.drop_nulls().to_list()
    return (
        filled
        if column.nullable or len(filled) == len(cells)
        else [*filled, _default(table, column)]
    )


def _with_defaults(rows: pl.DataFrame, table: str) -> pl.DataFrame:
    """Fill what the schema wants and the drawing leaves out; names repeat the key."""
    columns = TABLES[table].columns()
    named = [name for name in columns if "name_" in name or "title_" in name or name == "name"]
    own_key = pl.col("id") if "id" in columns else pl.lit("nameless")
    return rows.with_columns(
        pl.col(name).fill_null(own_key if name in named else pl.lit(_default(table, column)))
        for name, column in columns.items()
        if not column.nullable
    )


def _default(table: str, column: dy.Column) -> str:
    """Return the harmless content of a cell, as text."""
    more = column.metadata or {}
    if (table, column.name) in DEFAULTS:
        return DEFAULTS[table, column.name]
    if isinstance(column, dy.Enum):
        return str(column.categories[0])
    if isinstance(column, dy.String):
        return "2000" if more.get("edtf") else f"some-{more.get('references', column.name)}"
    return "0"
