"""Write an empty database: every table, view and macro with its description, and no data.

It depends on the code and on the languages of a data folder, and on nothing else that is in it.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from transforms.database import catalogue, ddl, inheritance
from transforms.database.about import all_tables
from transforms.database.catalogue import Described
from transforms.database.ddl import Column, literal
from transforms.database.filling import fill
from transforms.database.heads import HeadError
from transforms.database.inheritance import Known, inherit
from transforms.database.relations import Relation
from transforms.database.unsorted import SCHEMA
from transforms.errors import RelationError
from transforms.schema import VOCABULARIES
from transforms.settings import Settings
from transforms.translations import say


def write(file: Path, settings: Settings, read: list[Relation], storage: Mapping[str, str]) -> None:
    """Write an empty database to a file that is not there yet.

    Raises:
        RelationError: A view or macro does not run.
    """
    with duckdb.connect(file, config=dict(storage)) as connection:
        # Hundreds of comments are one transaction.
        connection.begin()
        create_tables(connection, settings)
        described = create_relations(connection, read, settings)
        fill(connection, "vocabularies", catalogue.vocabularies(settings))
        fill(connection, "dictionary", catalogue.dictionary(described, settings))
        connection.commit()
        # Closing it would do so too, but say nothing of a full disk, and leave an empty file.
        connection.execute("CHECKPOINT")


def create_tables(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Create and describe every table, empty, and the order of the codes in them."""
    for name, schema in all_tables(settings).items():
        connection.execute(";".join(ddl.statements(name, schema, settings.languages[0])))
    connection.execute(ddl.code_order(VOCABULARIES))


def create_relations(
    connection: duckdb.DuckDBPyConnection, read: list[Relation], settings: Settings
) -> list[Described]:
    """Create every view and macro, each after those that it reads; what is stored stays empty."""
    known = inheritance.tables(all_tables(settings))
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for relation in read:
        known[relation.name] = _create(connection, relation, known)
    return [Described(relation, known[relation.name]) for relation in read]


def _create(
    connection: duckdb.DuckDBPyConnection, relation: Relation, known: Known
) -> list[Column]:
    """Create one relation with its comments, and return its columns; a function has none.

    What it reads is there, and ``known`` with its columns.

    Raises:
        RelationError: DuckDB does not understand the SQL, it is not clear what a column means, or
            a function returns another type than its header says.
    """
    try:
        connection.execute(relation.definition)
        if definition := relation.unsorted_definition:
            connection.execute(definition)
        types = _types(connection, relation)
    except duckdb.Error as error:
        raise RelationError(relation.path, str(error)) from error
    if relation.returns and (type_ := types.pop("value")) != relation.returns:
        raise RelationError(relation.path, f"it returns {type_}, not {relation.returns}")
    try:
        sources = {name: known[name] for name in relation.reads(known)}
        columns = inherit(relation.head, types, sources, relation.languages)
    except HeadError as error:
        raise RelationError(relation.path, str(error)) from None
    connection.execute(";".join(_comments(relation, columns, relation.name)))
    if definition:
        connection.execute(";".join(_comments(relation, columns, f"{SCHEMA}.{relation.name}")))
    return columns


def _types(connection: duckdb.DuckDBPyConnection, relation: Relation) -> dict[str, str]:
    """Return the types of its columns: planned, not run."""
    rows = connection.execute(f"DESCRIBE FROM {relation.call}").fetchall()
    return {name: type_ for name, type_, *_ in rows}


def _comments(relation: Relation, columns: list[Column], name: str) -> list[str]:
    """Return the statements that describe it; the columns of a macro can have no comments."""
    first = relation.languages[0]
    meaning = literal(say(relation.meaning, first, first))
    if relation.returns:
        return [f"COMMENT ON MACRO {relation.name} IS {meaning}"]
    if relation.parameters:
        return [f"COMMENT ON MACRO TABLE {name} IS {meaning}"]
    kind = "TABLE" if relation.head.stored else "VIEW"
    return [f"COMMENT ON {kind} {name} IS {meaning}"] + [
        f"COMMENT ON COLUMN {name}.{column.name} IS {literal(comment)}"
        for column in columns
        for comment in [say(column.meaning, first, first)]
    ]
