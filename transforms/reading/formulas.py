"""Keep texts from being run by a spreadsheet, in a way that our own reader can take back.

A text that begins like a formula gets one apostrophe before it; so does one that has apostrophes
before such a beginning already. So whatever begins like that has exactly one too many. The same
holds after a semicolon or a tab inside a text: where those part the cells, as they do in French
and German spreadsheets, a cell begins there.
"""

import polars as pl

FORMULA = r"^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])"
"""How a text begins that a spreadsheet may run (OWASP, "CSV injection"), apostrophes aside.

Spaces and characters without a shape are skipped by some, and the last four are the signs in full
width, which Excel takes for the plain ones in East Asia.
"""

INSIDE = r"([;\t]\s*)('*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])"
"""Where a cell would begin with a formula if it were parted there."""
ADDED = r"([;\t]\s*)'('*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])"
"""The same, with the apostrophe that was added."""


def neutralised(texts: pl.Expr) -> pl.Expr:
    """Return texts that no spreadsheet takes for formulas.

    >>> texts = pl.DataFrame({"text": ["=1", "'=1", "'tis", "1-1"]})
    >>> texts.select(neutralised(pl.col("text"))).to_series().to_list()
    ["'=1", "''=1", "'tis", '1-1']
    >>> pl.select(neutralised(pl.lit("a; =1"))).item()
    "a; '=1"
    """
    return texts.str.replace_all(INSIDE, "${1}'${2}").str.replace(FORMULA, "'${0}")


def restored(texts: pl.DataFrame) -> pl.DataFrame:
    """Return the texts that were neutralised, and all others, as they were.

    >>> restored(pl.DataFrame({"text": ["a; '=1"]})).item()
    'a; =1'
    >>> texts = pl.DataFrame({"text": ["'=1", "''=1", "'tis", "=1"]})
    >>> restored(texts)["text"].to_list()
    ['=1', "'=1", "'tis", '=1']
    """
    # Text after text has an apostrophe: those that were neutralised are looked for first, as making
    # all of them anew takes three times as long.
    quoting = texts.select(pl.all().str.contains("'", literal=True).any())
    changed = texts.select(
        (_begun(name) | pl.col(name).str.contains(ADDED)).any()
        for name in [column.name for column in quoting if column.item()]
    )
    return texts.with_columns(_restored(column.name) for column in changed if column.item())


def _begun(name: str) -> pl.Expr:
    """Return whether a text has an apostrophe before the beginning of a formula."""
    return pl.col(name).str.starts_with("'") & pl.col(name).str.contains(FORMULA)


def _restored(name: str) -> pl.Expr:
    text = pl.col(name)
    begun = pl.when(_begun(name)).then(text.str.slice(1)).otherwise(text)
    return begun.str.replace_all(ADDED, "${1}${2}")
