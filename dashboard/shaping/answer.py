"""What of an answer can be drawn: which kinds of chart fit its columns, and which are likely."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

KINDS = ("bars", "lines", "points", "scatter")
"""Bars: how much of each. Lines: over days or numbers. Points: single values beside a name or day.
Scatter: one number against another."""
SEVERAL = ("lines", "points", "scatter")
"""One row alone shows nothing in them."""
COUNT = "*"
"""Stands for the number of rows, where a number is wanted."""
NONE = "-"
"""Stands for no column."""
COLOURS = 6
"""Values of a column that can be distinguished by colour."""


@dataclass(frozen=True)
class Fitting:
    """The columns that fit each place of one kind of chart, the likeliest first."""

    x: tuple[str, ...]
    y: tuple[str, ...]
    colour: tuple[str, ...]


def fitting(rows: pl.DataFrame) -> dict[str, Fitting]:
    """Return the kinds of chart that the columns allow, with what fits where.

    >>> rows = pl.DataFrame({"area": ["a", "b"], "needs": [1, 2]})
    >>> fitting(rows)["bars"]
    Fitting(x=('area', 'needs'), y=('needs', '*'), colour=('-', 'area'))
    >>> list(fitting(rows))
    ['bars', 'points']
    """
    if rows.is_empty():
        return {}
    names, days, numbers = _sorted(rows)
    along = tuple(sorted(numbers, key=lambda name: not _years(rows[name])))
    # How often each number occurs is no course, unless it is a year.
    course = along if len(numbers) > 1 else tuple(name for name in along if _years(rows[name]))
    places = {
        "bars": ((*names, *days, *along), (*numbers, COUNT)),
        "lines": ((*days, *course), (*numbers, COUNT)),
        "points": ((*names, *days), numbers),
        "scatter": (numbers, numbers),
    }
    return {
        kind: Fitting(x, _others_first(x[0], y), _colours(rows, x[0], names))
        for kind, (x, y) in places.items()
        if x
        and y
        and not (kind == "scatter" and len(numbers) < 2)
        and not (kind in SEVERAL and rows.height < 2)
    }


def measured(rows: pl.DataFrame, x: str, y: str, colour: str) -> pl.DataFrame:
    """Return one row a mark, with ``x``, ``y`` and ``colour``; values at the same place add up.

    ``of`` says how many rows each mark stands for.

    >>> measured(pl.DataFrame({"a": ["p", "p", "q"]}), "a", "*", "-").rows()
    [('p', 2.0, '', 2), ('q', 1.0, '', 1)]
    """
    value = pl.lit(1) if y == COUNT else pl.col(y)
    group = pl.lit("") if colour == NONE else pl.col(colour).cast(pl.String)
    places = rows.select(
        pl.col(x).alias("x"), value.cast(pl.Float64).alias("y"), group.alias("colour")
    )
    return (
        places.filter(pl.col("y").is_finite())
        .group_by("x", "colour", maintain_order=True)
        .agg(pl.col("y").sum(), pl.len().alias("of"))
        .select("x", "y", "colour", "of")
    )


def single(rows: pl.DataFrame, x: str, y: str, colour: str) -> pl.DataFrame:
    """Return every row as a mark of its own, as far as it has both values."""
    group = pl.lit("") if colour == NONE else pl.col(colour).cast(pl.String)
    of_x = pl.col(x).cast(pl.Float64) if rows[x].dtype.is_numeric() else pl.col(x)
    of_y = pl.col(y).cast(pl.Float64)
    marks = rows.select(
        of_x.alias("x"), of_y.alias("y"), group.alias("colour"), pl.lit(1).alias("of")
    )
    finite = marks.filter(pl.col("y").is_finite())
    return finite.filter(pl.col("x").is_finite()) if rows[x].dtype.is_numeric() else finite


def behind(
    rows: pl.DataFrame, columns: tuple[str, str, str], mark: dict[str, object], *, alone: bool
) -> pl.DataFrame:
    """Return the rows that a mark stands for, by its ``x``, ``y`` and ``colour``.

    The columns are those across, up and of the colour; ``alone`` if every row is a mark of its own.

    >>> rows = pl.DataFrame({"a": ["p", "p", "q"], "n": [1, 2, 3]})
    >>> behind(rows, ("a", "n", "-"), {"x": "p", "y": 3.0, "colour": ""}, alone=False).height
    2
    """
    x, y, colour = columns
    across = pl.col(x).cast(pl.Float64) if alone and rows[x].dtype.is_numeric() else pl.col(x)
    value = (pl.lit(1) if y == COUNT else pl.col(y)).cast(pl.Float64)
    same = across.eq_missing(pl.lit(mark["x"])) & value.is_finite()
    if colour != NONE:
        same &= pl.col(colour).cast(pl.String).eq_missing(pl.lit(mark["colour"], pl.String))
    if alone:
        same &= value == pl.lit(mark["y"])
    return rows.filter(same)


def _others_first(x: str, y: Sequence[str]) -> tuple[str, ...]:
    """Put last what stands on the other axis already."""
    return tuple(sorted(y, key=lambda name: name == x))


def _colours(rows: pl.DataFrame, x: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that may colour the marks: first the one that separates those at one x.

    >>> rows = pl.DataFrame({"year": [2024, 2024], "body": ["a", "b"], "n": [1, 2]})
    >>> _colours(rows, "year", ["body"]), _colours(rows, "n", ["body"])
    (('body', '-'), ('-', 'body'))
    """
    few = [name for name in names if rows[name].n_unique() <= COLOURS]
    telling = [name for name in few if name != x and not rows.select(x, name).is_duplicated().any()]
    first = telling[:1] if rows.select(x).is_duplicated().any() else []
    return (*first, NONE, *(name for name in few if name not in first))


def _years(column: pl.Series) -> bool:
    """Whether numbers are years: what things happen along, and not what is added up."""
    return column.dtype.is_integer() and bool(column.is_between(1900, 2100).all())


def _sorted(rows: pl.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Sort the columns into names, days and numbers; lists and the like cannot be drawn."""

    def of(kinds: Sequence[type[pl.DataType]]) -> tuple[str, ...]:
        return tuple(name for name, kind in rows.schema.items() if isinstance(kind, tuple(kinds)))

    numeric = [name for name, kind in rows.schema.items() if kind.is_numeric()]
    numbers = tuple(sorted(numeric, key=lambda name: _years(rows[name])))
    names = of((pl.String, pl.Boolean))
    # What differs in every row is a key or a sentence, and rarely what is compared.
    names = tuple(sorted(names, key=lambda name: rows[name].n_unique() == rows.height))
    return names, of((pl.Date, pl.Datetime)), numbers
