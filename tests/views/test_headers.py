"""Every file of `transforms/views/`: what it says of itself, and the order of its rows."""

import re
from dataclasses import replace

import duckdb
import pytest

from transforms.database import inheritance, relations
from transforms.database.about import all_tables
from transforms.database.ddl import Column
from transforms.database.heads import HeadError
from transforms.describing.describe import described
from transforms.paths import DATA
from transforms.settings import read
from transforms.translations import in_languages

SETTINGS, _ = read(DATA)
FILES = relations.read(SETTINGS.languages)
RELATIONS = {relation.name: relation for relation in FILES if not relation.returns}


@pytest.fixture(scope="module")
def columns() -> dict[str, list[Column]]:
    """The columns of every relation: to create them all takes seconds."""
    return {each.relation.name: each.columns for each in described(SETTINGS)}


def call(relation: relations.Relation) -> str:
    """Return what stands after FROM, for a country and a day with much to show."""
    return relation.call.replace("'FRA'", "'RWA'").replace("2026-01-01", "2026-11-21")


def test_the_header_says_only_what_is_new(columns: dict[str, list[Column]]) -> None:
    """It has no entry that says of a column what the column would mean without it."""
    known = inheritance.tables(all_tables(SETTINGS)) | columns
    assert {name: old for name, each in RELATIONS.items() if (old := repeated(each, known))} == {}


def repeated(relation: relations.Relation, known: dict[str, list[Column]]) -> list[str]:
    """Return the entries of a header that say what is known without them."""
    head, whole = relation.head, known[relation.name]
    types = {column.name: column.type for column in whole}
    sources = {source: known[source] for source in relation.reads(known)}

    def without(entry: str) -> object:
        rest = {name: message for name, message in head.entries.items() if name != entry}
        try:
            return inheritance.inherit(
                replace(head, entries=rest), types, sources, SETTINGS.languages
            )
        except HeadError:
            return None

    return [entry for entry in head.entries if without(entry) == whole]


def test_rows_come_in_an_order_of_their_own() -> None:
    """It ends in an ORDER BY."""
    last = {name: re.split(r"\n(?=\w)", each.sql)[-1] for name, each in RELATIONS.items()}

    assert {name: end for name, end in last.items() if not end.startswith("ORDER BY")} == {}


@pytest.mark.slow
def test_no_two_rows_have_one_key(connection: duckdb.DuckDBPyConnection) -> None:
    """It has something that tells any two rows apart."""
    keys = {name: ", ".join(relation.head.key) for name, relation in RELATIONS.items()}
    assert [name for name, key in keys.items() if not key] == []
    doubles = {
        name: connection.sql(f"""
            SELECT {key}, count(*)
            FROM {call(RELATIONS[name])}
            GROUP BY ALL
            HAVING count(*) > 1
        """).fetchall()
        for name, key in keys.items()
    }

    assert {name: rows for name, rows in doubles.items() if rows} == {}


@pytest.mark.parametrize("name", ["commitments_on", "members_on", "offers_on", "timeline"])
def test_two_readings_are_one(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    """It gives the same lists and rows in the same order, with one thread or several."""
    question = f"FROM {call(RELATIONS[name])}"
    once = connection.sql(question).fetchall()
    connection.execute("SET threads = 1")
    again = connection.sql(question).fetchall()
    connection.execute("RESET threads")  # the file is open once for all tests

    assert again == once


def test_it_is_translated(columns: dict[str, list[Column]]) -> None:
    """It says what it is and what its columns mean in every language that is complete."""
    texts = [
        (relation.name, text)
        for relation in FILES
        for text in (relation.meaning, *(each.meaning for each in columns[relation.name]))
    ]
    words = {each: in_languages(each[1], SETTINGS.complete) for each in texts}

    assert [each for each, said in words.items() if len(set(said.values())) < len(said)] == []
