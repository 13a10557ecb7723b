"""Write the tables, with the views and the macros, to a new DuckDB file, all or nothing."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import duckdb
import polars as pl

from transforms.database import catalogue, ddl, editions, empty, relations, template, tracker
from transforms.database.about import all_tables
from transforms.database.editions import Edition
from transforms.database.filling import fill, fill_from_file
from transforms.database.integrity import damage
from transforms.database.ordered import Ordered, ordered
from transforms.database.relations import Relation
from transforms.errors import LoadError, explained_for_duckdb
from transforms.paths import DATABASE, VIEWS
from transforms.schema import VOCABULARIES
from transforms.schema import tables as declared
from transforms.settings import Settings
from transforms.translations import catalogue as catalogue_of

COMPATIBLE = {"storage_compatibility_version": "v1.5.0"}
"""The oldest DuckDB that must be able to read the file."""
UNHURRIED = {"fsync_mode": "NONE"}
"""Nothing waits for the disk: a draft is flushed once, before it is published as an edition."""
SMALL_BLOCKS = {"default_block_size": "16384"}
"""For tables that are small: the same rows in blocks of the usual size take twelve times the
space. Large ones take a fifth more time, and more space, in small blocks."""
MANY = 200_000
"""Rows in all tables from which the usual size is the better one."""
LARGE = 20_000
"""Rows of a table that is committed by itself."""
LEAST, PER_ROW = 300, 200
"""Memory that DuckDB may use for large data: so many megabytes, and so many bytes a row. What needs
more of it, such as sorting, goes on beside the file."""

Tables = Mapping[str, Ordered]


def load(
    tables: Tables, settings: Settings, database: Path = DATABASE, views: Path = VIEWS
) -> Edition:
    """Write ``tables`` as a new edition beside ``database`` and point to it.

    Raises:
        RelationError: A view or macro does not run; the old edition stays the current one.
        LoadError: DuckDB cannot write the file, or it does not hold the rows that it should.
        EditionError: ``database`` is a file that no build has made.
    """
    read = relations.read(settings.languages, views)
    identifier = identify(tables, settings, read)
    path = editions.path_of(database, identifier)
    with editions.lock(database):
        if missing := damage(path):
            with editions.draft(database, identifier) as draft:
                template_file = template_of(database, settings, read)
                write(draft, template_file, tables, settings, read, identifier)
                editions.publish(draft, path)
        if moved := editions.current(database) != path.resolve():
            editions.point(database, path)
        editions.prune(database)
    rows = sum(table.height for table in tables.values())
    return Edition(identifier, path, rows, changed=moved or missing is not None)


def in_order(frames: Mapping[str, pl.DataFrame], settings: Settings) -> dict[str, Ordered]:
    """Put tables, their columns and their rows into the one order in which they are written."""
    return {
        name: ordered(frames[name], schema)
        for name, schema in declared(settings.languages, settings.complete).items()
    }


def identify(tables: Tables, settings: Settings, read: list[Relation]) -> str:
    """Return the name of an edition: twelve digits made from content, settings, schema and views.

    All tables must be there, whatever their order.
    """
    digest = hashlib.sha256()
    for piece in chain(_pieces(settings, read), _content(tables, settings)):
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()[:12]


def _pieces(settings: Settings, read: list[Relation]) -> Iterator[bytes]:
    """Yield what the tables, views and macros are, of which the database is made."""
    for name, schema in all_tables(settings).items():
        yield repr((name, ddl.heading(schema), ddl.meaning(schema), ddl.columns(schema))).encode()
    yield json.dumps(VOCABULARIES).encode()
    yield repr(settings).encode()
    for language in settings.languages:
        yield repr(sorted(catalogue_of(language).items())).encode()
    for relation in sorted(read, key=lambda relation: relation.name):
        yield repr((relation.name, relation.head, relation.sql)).encode()


def _content(tables: Tables, settings: Settings) -> Iterator[bytes]:
    for name in declared(settings.languages, settings.complete):
        yield name.encode()
        yield tables[name].digest


def template_of(database: Path, settings: Settings, read: list[Relation]) -> Path:
    """Return the file of an empty database with these views.

    Raises:
        RelationError: A view or macro does not run.
        LoadError: DuckDB cannot write the file.
    """
    # With no setting but these: nothing else can have a part in what every build copies.
    bare = Settings(languages=settings.languages, complete=settings.complete)
    storage = COMPATIBLE | UNHURRIED | SMALL_BLOCKS
    key = template.key(_pieces(bare, read))
    try:
        return template.ready(database, key, lambda file: empty.write(file, bare, read, storage))
    except duckdb.Error as error:
        raise LoadError(explained_for_duckdb(str(error))) from error


def write(
    draft: Path,
    template_file: Path,
    tables: Tables,
    settings: Settings,
    read: list[Relation],
    identifier: str,
) -> None:
    """Write a whole database to ``draft``: an empty one, ``template_file``, and all rows.

    Raises:
        RelationError: A view that is stored does not run.
        LoadError: DuckDB cannot write the file, or it does not hold the rows that it should.
    """
    about = {
        "edition": catalogue.edition(identifier, tables, settings),
        "tracker": tracker.row(settings),
    }
    try:
        with duckdb.connect(draft, config={**storage(tables), **memory(tables)}) as connection:
            # What is large is committed by itself, as it stays in memory until then.
            connection.begin()
            template.copy(connection, template_file)
            for name, rows in about.items():
                fill(connection, name, rows)
            for name, schema in declared(settings.languages, settings.complete).items():
                fill_from_file(connection, name, tables[name], schema.primary_key())
                if tables[name].height >= LARGE:
                    commit(connection)
            commit(connection)
            for relation in read:
                if not relation.head.stored:
                    continue
                relations.store(connection, relation)
                if is_many(tables):
                    commit(connection)
            connection.commit()
            connection.execute("CHECKPOINT")
    except duckdb.Error as error:
        raise LoadError(explained_for_duckdb(str(error))) from error


def commit(connection: duckdb.DuckDBPyConnection) -> None:
    """End one transaction and begin the next."""
    connection.commit()
    connection.begin()


def is_many(tables: Tables) -> bool:
    """Whether all tables have so many rows that the file is to have blocks of the usual size."""
    return sum(table.height for table in tables.values()) >= MANY


def storage(tables: Tables) -> Mapping[str, str]:
    """Return how DuckDB is to lay out the file for so many rows."""
    return COMPATIBLE | UNHURRIED | ({} if is_many(tables) else SMALL_BLOCKS)


def memory(tables: Tables) -> Mapping[str, str]:
    """Return how much memory DuckDB may use for so many rows."""
    rows = sum(table.height for table in tables.values())
    limit = f"{LEAST + rows * PER_ROW // 1_000_000}MB"
    return {"memory_limit": limit} if is_many(tables) else {}
