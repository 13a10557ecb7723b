"""Every file of `transforms/views/`: what it says of itself, and the order of its rows."""

import re
from dataclasses import replace
from typing import Any

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


@pytest.mark.parametrize("name", RELATIONS)
def test_the_header_says_only_what_is_new(name: Any, columns: dict[str, list[Column]]) -> None:
    """It has no entry that says of a column what the column would mean without it."""
    head, whole = RELATIONS[name].head, columns[name]
    types = {column.name: column.type for column in whole}
    known = inheritance.tables(all_tables(SETTINGS)) | columns
    sources = {source: known[source] for source in RELATIONS[name].reads(known)}

    def without(entry: str) -> object:
        rest = {name: message for name, message in head.entries.items() if name != entry}
        try:
            return inheritance.inherit(
                replace(head, entries=rest), types, sources, SETTINGS.languages
            )
        except HeadError:
            return None

    assert [entry for entry in head.entries if without(entry) == whole] == []


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_rows_come_in_an_order_of_their_own(relation: Any) -> None:
    """It ends in an ORDER BY."""
    last = re.split(r"\n(?=\w)", relation.sql)[-1]

    assert last.startswith("ORDER BY")


@pytest.mark.slow
@pytest.mark.parametrize("name", RELATIONS)
def test_no_two_rows_have_one_key(name: Any, connection: duckdb.DuckDBPyConnection) -> None:
    """It has something that tells any two rows apart."""
    key = RELATIONS[name].head.key
    assert key
    doubles = connection.sql(f"""
        SELECT {", ".join(key)}, count(*)
        FROM {call(RELATIONS[name])}
        GROUP BY ALL
        HAVING count(*) > 1
    """).fetchall()

    assert doubles == []


@pytest.mark.parametrize("name", ["commitments_on", "members_on", "offers_on", "timeline"])
def test_two_readings_are_one(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    """It gives the same lists and rows in the same order, with one thread or several."""
    question = f"FROM {call(RELATIONS[name])}"
    once = connection.sql(question).fetchall()
    connection.execute("SET threads = 1")
    again = connection.sql(question).fetchall()
    connection.execute("RESET threads")  # the file is open once for all tests

    assert again == once


@pytest.mark.parametrize("relation", FILES, ids=lambda relation: relation.name)
def test_it_is_translated(relation: Any, columns: dict[str, list[Column]]) -> None:
    """It says what it is and what its columns mean in every language that is complete."""
    meanings = [column.meaning for column in columns[relation.name]]
    for text in [relation.meaning, *meanings]:
        message = in_languages(text, SETTINGS.complete)
        assert len(set(message.values())) == len(message), text
