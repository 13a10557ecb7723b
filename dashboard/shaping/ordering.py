"""Names in the order of the alphabet, whatever signs their letters bear."""

import polars as pl


def alphabetical(column: str) -> pl.Expr:
    """Return what rows are sorted by, so that É stands among the E and not after the Z.

    This is how dictionaries of English, French and most languages of Latin letters have it.

    >>> names = pl.DataFrame({"name": ["Yougoslavie", "Égypte", "Finlande", "États-Unis"]})
    >>> names.sort(alphabetical("name"))["name"].to_list()
    ['Égypte', 'États-Unis', 'Finlande', 'Yougoslavie']
    """
    letters = pl.col(column).str.to_lowercase().str.replace_all("œ", "oe", literal=True)
    return letters.str.normalize("NFD").str.replace_all(r"\p{M}", "")
