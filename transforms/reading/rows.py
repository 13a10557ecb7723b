"""Map physical lines to CSV rows, and find unbalanced quotation marks."""

from collections.abc import Iterator

import polars as pl

from transforms.problems import Finding, messages_for

_CELL = "\x01"
"""Stands for a quoted part of a row; a file that holds it itself is no text."""
_STRAY = (
    "a quotation mark stands inside a cell; put the whole cell in quotation marks and double "
    "those inside it"
)
_OPEN = "a cell that starts with a quotation mark here never ends; close it"


def layout(text: bytes, separator: str, skip: int) -> pl.DataFrame:
    r"""Return for each row after the first ``skip`` lines where it starts and how it is split.

    A row is a line, or several where a quoted cell holds line breaks.

    Returns:
        ``line`` (UInt32, counted from 1 in the whole file) and ``separators``: how often the
        separator occurs in the row, in its cells or between them.

    >>> layout(b'id,name\nun,"United,\nNations"\nitu,ITU', ",", 1).rows()
    [(2, 2), (4, 1)]
    """
    lines = pl.read_lines(text, name="text").with_row_index("line", offset=1).slice(skip)
    counted = lines.select("line", separators=_count(separator), quotes=_count('"'))
    starts = counted.select((pl.col("quotes").cum_sum() - pl.col("quotes")) % 2 == 0).to_series()
    counted = counted.drop("quotes")
    if starts.all():
        return counted
    rows = counted.group_by(starts.cum_sum().alias("row"), maintain_order=True)
    return rows.agg(pl.col("line").first(), pl.col("separators").sum()).drop("row")


def misquoted(text: bytes, separator: str) -> Iterator[Finding]:
    """Yield the rows whose quotation marks do not match, until what follows is guesswork."""
    lines = pl.read_lines(text, name="text").with_row_index("line", offset=1)
    quotes = _count('"')
    row = ((quotes.cum_sum() - quotes) % 2 == 0).cum_sum()
    rows = lines.group_by(row.alias("row"), maintain_order=True).agg(
        pl.col("line").first(), pl.col("text").str.join("\n"), lines=pl.len(), open=quotes.sum() % 2
    )
    bare = pl.col("text").str.replace_all(r'("[^"]*")+', _CELL)
    apart = bare.str.contains(f"[^{separator}]{_CELL}|{_CELL}[^{separator}]")
    wrong = rows.filter(apart | (pl.col("open") == 1)).select("line", "lines", "open")
    certain = wrong.filter((pl.col("lines") > 1).cum_sum().shift(1, fill_value=0) == 0)
    yield from messages_for(
        certain.select("line", "open"), "", lambda unclosed: _OPEN if unclosed else _STRAY
    )


def _count(mark: str) -> pl.Expr:
    return pl.col("text").str.count_matches(mark, literal=True).cast(pl.Int64)
