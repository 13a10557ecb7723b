"""Find rows by any of their texts."""

import polars as pl

from dashboard.shaping.commitments import fold


def having(rows: pl.DataFrame, words: str) -> pl.DataFrame:
    """Return the rows that have every word somewhere in their texts, accents aside.

    >>> rows = pl.DataFrame({"id": ["a", "b"], "name": ["Cœur d'État", None]})
    >>> having(rows, "etat coeur")["id"].to_list(), having(rows, " ").height
    (['a'], 2)
    """
    texts = rows.select(pl.concat_str(pl.col(pl.String), separator=" ", ignore_nulls=True))
    wanted = fold(words).split()
    found = [all(word in fold(text) for word in wanted) for text in texts.to_series()]
    return rows.filter(pl.Series(found, dtype=pl.Boolean)) if wanted else rows
