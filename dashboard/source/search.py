"""What words find, and what may have been meant by words that find nothing."""

import polars as pl

from dashboard.source import database


def search(words: str, language: str) -> pl.DataFrame:
    """What the words find, best first, with titles in a language.

    Words are endless: they take no place in the cache from what pages show.
    """
    return pl.concat(database.stream("FROM search($q, $lang)", q=words, lang=language))


def search_offers(words: str, language: str) -> pl.DataFrame:
    """What may have been meant by words that find nothing."""
    return pl.concat(database.stream("FROM search_offers($q, $lang)", q=words, lang=language))


def query_words(query: str) -> list[str]:
    """The words of a query, as a search compares them."""
    words: list[str] = database.run("SELECT query_words($query) AS words", query=query).item()
    return list(words)
