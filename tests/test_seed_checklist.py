"""Every fact that the product was founded on can be found by asking the database."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

CHECKLIST = Path(__file__).with_name("seed_checklist.toml")
FACTS: list[dict[str, Any]] = tomllib.loads(CHECKLIST.read_text("utf-8"))["fact"]
TYPED, SEARCHED = (
    [
        pytest.param(fact, language, id=f"{fact['n']}-{language}")
        for fact in facts
        for language in ("en", "fr")
    ]
    for facts in (FACTS, [fact for fact in FACTS if fact.get("searched")])
)
TEXTS = (Path(__file__).parent / "helpers" / "seed_texts.sql").read_text("utf-8")
FIRST = 10
"""Of what the search lists, a reader looks at so many."""


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['n']}" for fact in FACTS])
def test_a_founding_fact_is_found(
    connection: duckdb.DuckDBPyConnection, fact: dict[str, Any]
) -> None:
    """It answers the query for the fact with at least one row."""
    assert connection.sql(fact["sql"]).limit(1).fetchall(), fact["says"]


@pytest.fixture(scope="module")
def texts(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the texts of all records, ``texts_en`` and ``texts_fr``."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{database}' AS edition (READ_ONLY)")
        connection.execute("USE edition")
        for language in ("en", "fr"):
            sql = TEXTS.replace("{language}", language)
            connection.execute(f"CREATE TEMP TABLE texts_{language} AS {sql}")
        yield connection


@pytest.mark.parametrize(("fact", "language"), TYPED)
def test_a_fact_is_found_by_what_a_reader_types(
    texts: duckdb.DuckDBPyConnection, fact: dict[str, Any], language: str
) -> None:
    """It stands in its record with every word, in the reader's language."""
    found = texts.sql(
        f"""
        SELECT id
        FROM texts_{language}
        WHERE id = $id AND list_bool_and(list_transform(
            string_split($words, ' '),
            lambda word: contains(words, search_text(word))
        ))
        """,
        params={"words": fact["typed"][language], "id": fact["in"]},
    )

    assert found.limit(1).fetchall(), fact["says"]


@pytest.mark.slow
@pytest.mark.parametrize(("fact", "language"), SEARCHED)
def test_the_search_finds_a_fact(
    texts: duckdb.DuckDBPyConnection, fact: dict[str, Any], language: str
) -> None:
    """It lists the record among the first; needs, relations and judgements are not of its kinds."""
    found = texts.sql(
        "SELECT id FROM search($words, $language) WHERE rank <= $first",
        params={"words": fact["typed"][language], "language": language, "first": FIRST},
    ).fetchall()

    assert fact["in"].removeprefix("milestone:") in [key for (key,) in found], fact["says"]


def test_the_checklist_is_whole() -> None:
    """It has all 78 facts, each once."""
    assert [fact["n"] for fact in FACTS] == list(range(1, 79))
