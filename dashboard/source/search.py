"""What words find, and what may have been meant by words that find nothing."""

import polars as pl

from dashboard.source import database

DISABLED_OPTIMIZERS = (
    "expression_rewriter,projection_pullup,statistics_propagation,"
    "common_subexpressions,common_subplan,duplicate_groups"
)
"""The search goes without these: planning it takes longer than running it, and the first three
are a third of that. The optimizer of the order of joins takes as long, but large data need it."""


def search(words: str, language: str) -> pl.DataFrame:
    """What the words find, best first, with titles in a language.

    Words are endless: they take no place in the cache from what pages show.
    """
    return database.run_uncached(
        "FROM search($q, $lang)", disabled_optimizers=DISABLED_OPTIMIZERS, q=words, lang=language
    )


def search_offers(words: str, language: str) -> pl.DataFrame:
    """What may have been meant by words that find nothing."""
    return database.run_uncached("FROM search_offers($q, $lang)", q=words, lang=language)


def query_words(query: str) -> list[str]:
    """The words of a query, as a search compares them."""
    words: list[str] = database.run("SELECT query_words($query) AS words", query=query).item()
    return list(words)
