"""The legend of a chart: the codes that its colours and shapes stand for, to be shown alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import polars as pl

if TYPE_CHECKING:
    from dashboard.figures.declared import MarkRows, View

EVERY = "*/"
"""Prefix of a mark that stands for all marks with a code of the legend."""
ENTRY = {"mark": pl.String, "label": pl.String, "n": pl.Int64, "code": pl.String}
"""The columns of the entries of a legend."""


class Look(NamedTuple):
    """One entry of a legend: what it means, and how that looks in the chart."""

    words: str
    sign: str
    """One letter that looks like the marks."""
    colour: str
    edge: str = ""
    """The colour of the line around a sign that is too pale without."""


@dataclass(frozen=True)
class Legend:
    """The codes that the looks of a chart stand for; a reader can look at each alone.

    Attributes:
        looks: How each code looks, in order, from the marks and the view.
        behind: The rows behind a code, as many as its entry says.
        counts: How many rows there are behind each code that is drawn, from the marks.
        alone: The marks that are drawn when the reader looks at one code.
    """

    looks: Callable[[pl.DataFrame, "View"], Mapping[str, Look]]
    behind: Callable[["View", str], "MarkRows"]
    counts: Callable[[pl.DataFrame], Mapping[str, int]]
    alone: Callable[[pl.DataFrame, str], pl.DataFrame]

    def entries(self, marks: pl.DataFrame, view: "View") -> pl.DataFrame:
        """Return the entries: ``mark``, ``label``, ``n`` and the ``code``."""
        rows: list[tuple[str, str, int, str]] = []
        if marks.height:
            counts = self.counts(marks)
            rows = [
                (EVERY + code, look.words, counts[code], code)
                for code, look in self.looks(marks, view).items()
                if counts.get(code)
            ]
        return pl.DataFrame(rows, schema=ENTRY, orient="row")

    @classmethod
    def of(
        cls,
        column: str,
        looks: Callable[[pl.DataFrame, "View"], Mapping[str, Look]],
        behind: Callable[["View", str], "MarkRows"],
        n: pl.Expr | None = None,
    ) -> Self:
        """Return a legend of the codes in a column of the marks.

        Args:
            column: Its name; marks without a code are in no entry.
            looks: As in ``Legend``.
            behind: As in ``Legend``.
            n: How many rows are behind a code; those of all its marks, if nothing is said.
        """
        many = (pl.col("n").sum() if n is None else n).cast(pl.Int64)
        return cls(
            looks,
            behind,
            lambda marks: dict(
                marks.drop_nulls(column).group_by(column).agg(many.alias("rows")).iter_rows()
            ),
            lambda marks, code: marks.filter(pl.col(column) == code),
        )


def code_of(mark: str) -> str:
    """Return the code of an entry of a legend; nothing for another mark.

    >>> code_of("*/complete"), code_of("text/complete")
    ('complete', '')
    """
    return mark.removeprefix(EVERY) if mark.startswith(EVERY) else ""
