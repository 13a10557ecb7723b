"""Every fact that the product was founded on can be found by asking the database."""

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

CHECKLIST = Path(__file__).with_name("seed_checklist.toml")
FACTS: list[dict[str, Any]] = tomllib.loads(CHECKLIST.read_text("utf-8"))["fact"]
TYPED = [
    pytest.param(language, words, id=f"{fact['n']}-{language}")
    for fact in FACTS
    for language, words in fact.get("typed", {}).items()
]
TEXTS = """
    SELECT id, search_text(concat_ws(' ', first, second)) AS words
    FROM (
        SELECT id, summary_{language}, paragraph_{language} FROM commitments
        UNION ALL
        SELECT id, title_{language}, description_{language} FROM milestones
        UNION ALL
        SELECT id, statement_{language}, NULL FROM needs
        UNION ALL
        SELECT id, rationale_{language}, NULL FROM assessments
        UNION ALL
        SELECT id, name_{language}, note_{language} FROM actors
    ) AS texts (id, first, second)
"""


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['n']}" for fact in FACTS])
def test_a_founding_fact_is_found(
    connection: duckdb.DuckDBPyConnection, fact: dict[str, Any]
) -> None:
    """It answers the query for the fact with at least one row."""
    assert connection.sql(fact["sql"]).limit(1).fetchall(), fact["says"]


@pytest.mark.parametrize(("language", "words"), TYPED)
def test_a_fact_is_found_by_what_a_reader_types(
    connection: duckdb.DuckDBPyConnection, language: str, words: str
) -> None:
    """It stands in one record that has every word, in the reader's language."""
    found = connection.sql(
        f"""
        FROM ({TEXTS.format(language=language)})
        WHERE list_bool_and(list_transform(
            string_split($words, ' '),
            lambda word: contains(words, search_text(word))
        ))
        """,
        params={"words": words},
    )

    assert found.limit(1).fetchall()


def test_the_checklist_is_whole() -> None:
    """It has all 78 facts, each once."""
    assert [fact["n"] for fact in FACTS] == list(range(1, 79))
