"""Partial dates, the part of EDTF that the data uses, as Polars expressions.

A date is ``2025``, ``2025-08`` or ``2025-08-26``; one day somewhere between two of these is
``[2025-02-11..2025-09-02]``, and ``[..2025-09-02]`` where only the latest possible day is known
(EDTF, ISO 8601-2, level 2: "one of a set"). Everything drawn or counted rests on the first and
the last day that such a date can mean.
"""

import polars as pl


def earliest(text: pl.Expr) -> pl.Expr:
    """Return the first day that a date can mean; null where the source leaves it open.

    >>> dates = pl.DataFrame({"on": ["2025", "2025-08", "[2025-02..2025-09]", "[..2025-09]"]})
    >>> dates.select(earliest(pl.col("on")).dt.to_string())["on"].to_list()
    ['2025-01-01', '2025-08-01', '2025-02-01', None]
    """
    first = text.str.strip_chars("[]").str.split("..").list.first()
    length = first.str.len_chars()
    padded = pl.when(length == 4).then(first + "-01-01").when(length == 7).then(first + "-01")
    return padded.otherwise(first).str.to_date("%Y-%m-%d", strict=False)


def latest(text: pl.Expr) -> pl.Expr:
    """Return the last day that a date can mean.

    >>> dates = pl.DataFrame({"on": ["2025", "2024-02", "[..2025-09-02]"]})
    >>> dates.select(latest(pl.col("on")).dt.to_string())["on"].to_list()
    ['2025-12-31', '2024-02-29', '2025-09-02']
    """
    last = text.str.strip_chars("[]").str.split("..").list.last()
    length = last.str.len_chars()
    day = pl.when(length == 10).then(last).str.to_date("%Y-%m-%d", strict=False)
    month = pl.when(length == 7).then(last + "-01").str.to_date("%Y-%m-%d", strict=False)
    year = pl.when(length == 4).then(last + "-12-31").str.to_date("%Y-%m-%d", strict=False)
    return pl.coalesce(day, month.dt.month_end(), year)
