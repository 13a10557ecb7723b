"""Sources as readers of a language see them: title, address and place."""

from collections.abc import Iterator

import polars as pl

from dashboard.words.i18n import Translator
from dashboard.words.locators import designated, located
from transforms.languages import typeset
from transforms.settings import SOURCE, Settings, marked

LOCATORS = ("locator", "_locator")
"""How the names of columns end that hold places in a source."""
SYMBOLS = ("symbol",)
"""How the names of columns end that hold official symbols."""
ADDRESSES = ("url",)
"""How the names of columns end that hold addresses of documents."""
LANGUAGE_OF = {"source_title": "source_language", "title": "language"}
"""Columns of titles, and for each the column with its language."""


def titled(title: str | None, language: str | None, t: Translator) -> str:
    """Return the title of a source, marked with its language where the reader speaks another.

    >>> titled("L'avenir", "fr", Translator()), titled("The future", "en", Translator())
    ("L'avenir [fr]", 'The future')
    """
    if language and language != t.language:
        return marked(title or "", language)
    return typeset(title or "", t.language) if language else title or ""


def cited(title: str | None, language: str | None, place: str | None, t: Translator) -> str:
    """Return title and place of a source in one text."""
    return ", ".join(filter(None, (titled(title, language, t), located(place, t))))


def readable(words: pl.DataFrame, rows: pl.DataFrame, t: Translator, own: Settings) -> pl.DataFrame:
    """Return the cells of a table that name sources as readers of a language see them.

    ``rows`` are all that is known of the same rows, in the same order; ``own`` says which documents
    have an address in each language.
    """
    return words.with_columns(_columns(words, rows, t, own))


def in_language(rows: pl.DataFrame, language: str, own: Settings) -> pl.DataFrame:
    """Return rows whose addresses lead to documents in a language."""
    return rows.with_columns(
        _addressed(rows, name, language, own) for name in _texts(rows) if name.endswith(ADDRESSES)
    )


def typeset_rows(rows: pl.DataFrame, t: Translator) -> pl.DataFrame:
    """Return the rows with texts of the reader's language as a page shows them."""
    return rows.with_columns(
        pl.Series(name, [text and typeset(text, t.language) for text in rows[name]], pl.String)
        for name in _texts(rows)
        if name.endswith(f"_{t.language}")
    )


def _columns(
    words: pl.DataFrame, rows: pl.DataFrame, t: Translator, own: Settings
) -> Iterator[pl.Series]:
    for name in _texts(words):
        if name.endswith(LOCATORS) and t.language != SOURCE:
            places = {text: located(text, t) for text in words[name].unique().drop_nulls()}
            yield words[name].replace(places)
        elif name.endswith(SYMBOLS) and t.language != SOURCE:
            known = {text: designated(text, t) for text in words[name].unique().drop_nulls()}
            yield words[name].replace(known)
        elif name.endswith(ADDRESSES):
            yield _addressed(rows if name in rows.columns else words, name, t.language, own)
        elif name in LANGUAGE_OF and LANGUAGE_OF[name] in rows.columns:
            pairs = zip(words[name], rows[LANGUAGE_OF[name]], strict=True)
            titles = [titled(title, language, t) or None for title, language in pairs]
            yield pl.Series(name, titles, dtype=pl.String)


def _addressed(rows: pl.DataFrame, name: str, language: str, own: Settings) -> pl.Series:
    """Return the addresses of a column; those of texts are made from the symbols beside them."""
    symbols = rows["symbol"] if name == "url" and "symbol" in rows.columns else [None] * rows.height
    found = {
        pair: own.document_url(language, *pair)
        for pair in set(zip(rows[name], symbols, strict=True))
    }
    pairs = zip(rows[name], symbols, strict=True)
    return pl.Series(name, [found[pair] for pair in pairs], dtype=pl.String)


def _texts(rows: pl.DataFrame) -> list[str]:
    return [name for name, dtype in rows.schema.items() if dtype == pl.String]
