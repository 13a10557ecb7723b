"""Find rows by any of their texts."""

import polars as pl

from dashboard.shaping.commitments import fold, search_words

LONGEST = 200
"""Characters that can be searched for: each word is looked for in every row."""


def having(rows: pl.DataFrame, words: str) -> pl.DataFrame:
    """Return the rows that have every word somewhere in their texts, accents aside.

    >>> rows = pl.DataFrame({"id": ["a", "b"], "name": ["Cœur d'État", None]})
    >>> having(rows, "etat coeur")["id"].to_list(), having(rows, " ").height
    (['a'], 2)
    """
    texts = rows.select(pl.concat_str(pl.col(pl.String), separator=" ", ignore_nulls=True))
    return rows.filter(found_in(texts.to_series(), words)) if words.strip() else rows


def found_in(texts: pl.Series, words: str) -> pl.Series:
    """Return whether each text has every word, accents aside.

    Each text is folded once, however many words there are: an address can hold thousands.
    """
    wanted = set(search_words(words))
    found = [all(word in text for word in wanted) for text in map(fold, texts)]
    return pl.Series(found, dtype=pl.Boolean)
