"""What of an answer can be drawn: which kinds of chart fit its columns, and which are likely."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

KINDS = ("bars", "lines", "points", "scatter")
"""Bars: how much of each. Lines: over days or numbers. Points: single values beside a name or day.
Scatter: one number against another."""
COUNT = "*"
"""Stands for the number of rows, where a number is wanted."""
NONE = "-"
"""Stands for no column."""
COLOURS = 6
"""Values of a column that can be told apart by color."""


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
    ['bars', 'lines', 'points']
    """
    if rows.is_empty():
        return {}
    names, days, numbers = _sorted(rows)
    colour = (NONE, *(name for name in names if rows[name].n_unique() <= COLOURS))
    places = {
        "bars": ((*names, *days, *numbers), (*numbers, COUNT)),
        "lines": ((*days, *numbers), (*numbers, COUNT)),
        "points": ((*names, *days), numbers),
        "scatter": (numbers, numbers[1:] + numbers[:1]),
    }
    return {
        kind: Fitting(x, y, colour)
        for kind, (x, y) in places.items()
        if x and y and not (kind == "scatter" and len(numbers) < 2)
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


def _sorted(rows: pl.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Sort the columns into names, days and numbers; lists and the like cannot be drawn."""

    def of(kinds: Sequence[type[pl.DataType]]) -> tuple[str, ...]:
        return tuple(name for name, kind in rows.schema.items() if isinstance(kind, tuple(kinds)))

    numbers = tuple(name for name, kind in rows.schema.items() if kind.is_numeric())
    names = of((pl.String, pl.Boolean))
    # What differs in every row is a key or a sentence, and rarely what is compared.
    names = tuple(sorted(names, key=lambda name: rows[name].n_unique() == rows.height))
    return names, of((pl.Date, pl.Datetime)), numbers
