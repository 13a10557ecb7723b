"""The rows of a query, in a form that Polars, Python and a browser can hold."""

import re
from collections.abc import Sequence

import duckdb
import polars as pl
from duckdb.sqltypes import DuckDBPyType

from dashboard.sandbox_worker.statement import BoundQuery, lines_before, with_line_offset

AS_TEXT = re.compile(r"\b(BIGNUM|BIT|ENUM|INTERVAL|MAP|TIME WITH|UHUGEINT|UNION|VARIANT)\b")
"""Types that Arrow or Polars cannot hold as they are, or whose values have a length that nothing
bounds; they come as text."""
TEMPORAL = re.compile(r"\b(DATE|TIME\w*)\b")
"""Types of which Polars holds most values, but not all."""
NOT_HELD = r"infinity|\(BC\)|\d{5,}-\d\d-\d\d|\b24:00:00"
"""How DuckDB writes what Polars and Python do not hold: years beyond 1 to 9999, and 24:00:00."""
LARGE = re.compile(r"\[|\b(BLOB|STRUCT)\b")
"""Types of which one value may be larger than a browser can show."""
SHOWN = 10_000
"""Characters of such a value, written out: a list of some 1,000. With a longer one, its column
comes as text."""
NESTED = ("array", "list", "map", "struct", "union")
LEVELS = 30
"""So many types one in another are passed on as they are; Arrow takes 64, and writers recurse."""


class TooWideError(Exception):
    """A result with too many columns."""


def row_limit(names: Sequence[str], rows: int, cells: int, header_characters: int) -> int:
    """Return how many of so many ``rows`` a result may have, at least one.

    Together they have up to so many ``cells``, and repeat the ``names`` of columns, as JSON does,
    with up to so many characters.

    >>> row_limit(["a", "b"], 10_000, 500_000, 1_000_000)
    10000
    >>> row_limit(["a"] * 1_000, 10_000, 500_000, 1_000_000)
    111
    """
    row = sum(len(name) + len('"":,null') for name in names)
    return max(1, min(rows, cells // len(names), header_characters // row))


def fetch(query: BoundQuery, rows: int, characters: int) -> pl.DataFrame:
    """Return up to so many ``rows``, as text where Polars cannot hold the values.

    Of such a text, up to one more than ``characters``. Errors name the reader's own lines.
    """
    relation = query.relation.limit(rows)  # which also makes the names distinct
    names, types = relation.columns, relation.types
    relation = relation.select(
        *(
            column
            for place, (name, kind) in enumerate(zip(names, types, strict=True))
            for column in _readable(name, kind, place, characters)
        )
    )
    try:
        # Through the Arrow stream: `.pl()` would import pyarrow, 0.3 s of a small query.
        frame = pl.DataFrame(relation)
    except (duckdb.Error, pl.exceptions.PolarsError) as error:
        offset = query.line_offset - lines_before(query.text, relation.sql_query())
        raise type(error)(with_line_offset(error, offset)) from None
    kinds = enumerate(zip(names, types, strict=True))
    return pl.DataFrame([_held(frame, kind, place).alias(name) for place, (name, kind) in kinds])


def shorten(rows: pl.DataFrame, characters: int) -> tuple[pl.DataFrame, bool]:
    """Shorten single texts, so that one cell cannot fill a browser; return whether any was."""
    long = [
        column.name
        for column in rows.iter_columns()
        if column.dtype == pl.String and (column.str.len_chars() > characters).any()
    ]
    text = pl.col(long)
    cut = pl.when(text.str.len_chars() > characters).then(text.str.head(characters) + "...")
    return (rows.with_columns(cut.otherwise(text).name.keep()), True) if long else (rows, False)


def _readable(
    name: str, kind: DuckDBPyType, place: int, characters: int
) -> list[duckdb.Expression]:
    column = duckdb.ColumnExpression(name)
    most = duckdb.ConstantExpression(max(characters, SHOWN) + 1)
    whole = column.cast("VARCHAR")
    text = duckdb.FunctionExpression("left", whole, most).alias(f"text {place}")
    type_ = str(kind)
    if AS_TEXT.search(type_) or _deeper(kind, LEVELS):
        return [text]
    also = TEMPORAL.search(type_) or LARGE.search(type_)
    return [column.alias(f"value {place}"), *([text] if also else [])]


def _deeper(kind: DuckDBPyType, levels: int) -> bool:
    """Tell whether more than so many types are one in another."""
    if kind.id not in NESTED:
        return False
    parts = (part for _, part in kind.children if isinstance(part, DuckDBPyType))
    return levels == 0 or any(_deeper(part, levels - 1) for part in parts)


def _held(rows: pl.DataFrame, kind: DuckDBPyType, place: int) -> pl.Series:
    value, text = f"value {place}", f"text {place}"
    if text not in rows.columns:
        return rows[value]
    if value not in rows.columns or (rows[text].str.len_chars() > SHOWN).any():
        return rows[text]
    not_held = TEMPORAL.search(str(kind)) and rows[text].str.contains(NOT_HELD).any()
    return rows[text if not_held else value]
