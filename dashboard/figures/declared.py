"""What a chart is, in one place: page, image, embedding, file and test are made from it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import plotly.graph_objects as go
import polars as pl

from dashboard.figures.legend import ENTRY, Legend, code_of
from dashboard.filtering.query import Query
from dashboard.source import database
from dashboard.words.i18n import Translator
from dashboard.words.references import typeset_rows

AS_OF = "{as_of}", "{as_of_in_words}"
"""In place of a day in a figure, and of what it is called."""


@dataclass(frozen=True)
class View:
    """For whom a chart is drawn, for which day, and what the reader chose."""

    t: Translator
    day: date
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The values in the address, by parameter."""
    is_kept: bool = False
    """Whether the figure is kept for other days too: ``AS_OF`` stands in it for the day."""

    def value(self, name: str, default: str = "") -> str:
        """Return the first value of one name."""
        return next(iter(self.values.get(name, ())), default)


@dataclass(frozen=True)
class MarkRows:
    """The rows behind a mark: their query, and the columns that are shown."""

    query: Query
    relation: str
    """What the rows are rows of: its columns are described there."""
    columns: Sequence[str]
    link: str = ""
    """The column with the key of the record that a row is, if it is one."""

    def rows(self, limit: int | None = None) -> pl.DataFrame:
        """Return the rows, at most so many of them."""
        if limit is None:
            return answer(self.query)
        return answer(replace(self.query, sql=f"FROM ({self.query.sql}) LIMIT {limit:d}"))


@dataclass(frozen=True)
class Further:
    """More rows that belong to a mark, under a title of their own."""

    title: Callable[[Translator, int], str]
    """What they are, in words, from how many there are."""
    behind: MarkRows


@dataclass(frozen=True)
class Chart:
    """One chart.

    Attributes:
        name: In addresses: ``/chart/<name>.svg``, ``/embed/<name>``.
        page: Where it stands, by the name of the page.
        query: The query whose rows are drawn; exactly this one is linked on the SQL page.
        marks: The answer, with ``mark`` (a name of its own in addresses), ``label`` (what the
            reader sees) and ``n`` (how many rows the mark stands for) of each mark.
        draw: The marks as a figure; each has its ``mark`` as ``customdata``.
        alike: What is the same on days whose figures differ only in what the day is called and
            where its line is, if ``draw`` can leave that open.
        title: The finding, in words.
        subtitle: What is counted, and how.
        behind: The rows behind one mark, as many as it says.
        legend: What its looks stand for, where they stand for codes.
        further: More that belongs to a mark, below its rows.
        file: The question whose answer its file has, where that is more than the marks.
        parameters: What it reads of the address, beside language and day.
        filters: The relation whose filters those of its parameters are that it has.
        example: Values of its parameters with which it has something to show.
    """

    name: str
    page: str
    query: Callable[[View], Query]
    marks: Callable[[pl.DataFrame, View], pl.DataFrame]
    draw: Callable[[pl.DataFrame, View], go.Figure]
    title: Callable[[pl.DataFrame, View], str]
    subtitle: Callable[[View], str]
    behind: Callable[[View, str], MarkRows]
    alike: Callable[[pl.DataFrame, View], Hashable] | None = None
    legend: Legend | None = None
    further: Callable[[View, str], Sequence[Further]] = lambda view, mark: ()
    file: Callable[[View], Query] | None = None
    parameters: Sequence[str] = ()
    filters: str = ""
    example: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def frame(self, view: View, *, for_file: bool = False) -> pl.DataFrame:
        """Return the marks of a view, their texts as pages show them or as a file has them."""
        query = self.query(view)
        days = {"day": database.turn(view.day)} if query.values.get("day") == view.day else {}
        rows = answer(replace(query, values={**query.values, **days}))
        return self.marks(rows if for_file else typeset_rows(rows, view.t), view)

    def choices(self, view: View) -> pl.DataFrame:
        """Return the marks that open rows: a map also draws countries that are not in."""
        return self.frame(view).drop_nulls("mark")

    def entries(self, marks: pl.DataFrame, view: View) -> pl.DataFrame:
        """Return the entries of the legend: ``mark``, ``label``, ``n`` and the ``code``."""
        return self.legend.entries(marks, view) if self.legend else pl.DataFrame(schema=ENTRY)

    def names(self, view: View) -> set[str]:
        """Return every mark that opens rows, entries of the legend included."""
        marks = self.frame(view)
        return {*marks["mark"].drop_nulls(), *self.entries(marks, view)["mark"]}

    def rows(self, view: View, mark: str) -> MarkRows:
        """Return the rows behind a mark, or behind an entry of the legend."""
        code = code_of(mark)
        return self.legend.behind(view, code) if self.legend and code else self.behind(view, mark)

    def seen(self, marks: pl.DataFrame, mark: str) -> pl.DataFrame:
        """Return the marks to draw: those of one code, where an entry of the legend is chosen."""
        code = code_of(mark)
        if marks.is_empty() or self.legend is None or not self.legend.counts(marks).get(code):
            return marks
        return self.legend.alone(marks, code)


def answer(query: Query) -> pl.DataFrame:
    """Return the rows of a query; they are cached with the edition."""
    return database.run(query.sql, **query.values)
