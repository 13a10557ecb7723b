"""What stands in for a text that a language lacks: that of the first language, marked with it."""

import polars as pl

from transforms.catalogues import mark
from transforms.settings import Settings


def filled(rows: pl.DataFrame, settings: Settings) -> pl.DataFrame:
    """Return rows for readers: where a localized column is empty, the first language's text.

    Only in languages of which the tracker does not say that they are complete; the rows that
    programs get, at the addresses and in SQL, stay as they are.

    >>> rows = pl.DataFrame({"name_en": ["a", "b"], "name_es": ["x", None]})
    >>> filled(rows, Settings(("en", "es"), complete=("en",)))["name_es"].to_list()
    ['x', 'b [en]']
    """
    first, *others = settings.languages
    partial = [code for code in others if code not in settings.complete]
    stand_ins = [
        pl.coalesce(name, _marked(f"{name.removesuffix(code)}{first}", rows, first)).alias(name)
        for code in partial
        for name in rows.columns
        if name.endswith(f"_{code}") and f"{name.removesuffix(code)}{first}" in rows.columns
    ]
    return rows.with_columns(stand_ins) if stand_ins else rows


def _marked(name: str, rows: pl.DataFrame, language: str) -> pl.Expr:
    return pl.col(name) + mark(language) if rows.schema[name] == pl.String else pl.col(name)
