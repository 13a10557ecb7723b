"""Give the strings their types. Nothing is judged here: what does not parse becomes null."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.languages import flags
from transforms.schema.columns import facts
from transforms.settings import mark

_UNTIDY = r"^\s|\s$|[\t\r\n\v\f\x85\xad]|  |[^\x00-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]"
"""What may need tidying: outside these ranges are all characters that NFC changes."""


def clean(raw: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Return ``raw`` with tidy text and the column types that ``schema`` declares.

    Works on any slice of a table. ``line`` is kept where it is there; a declared column that
    ``raw`` lacks comes out null.

    >>> from transforms.schema import TABLES
    >>> raw = pl.DataFrame({"commitment_id": [" gdc-1 "], "sdg": ["04"], "named_as": ["Name"]})
    >>> clean(raw, TABLES["commitment_sdgs"]).row(0)
    ('gdc-1', 4, None)
    """
    columns = schema.columns()
    tidied = raw.with_columns(tidy(raw.select(name for name in columns if name in raw.columns)))
    parsed = [
        _parse(name, column)
        if name in raw.columns
        else pl.repeat(None, pl.len(), dtype=column.dtype).alias(name)
        for name, column in columns.items()
    ]
    return tidied.select(*(name for name in raw.columns if name == "line"), *parsed)


def derive(table: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Add to each date of ``table`` the first and the last day that it can mean, beside it.

    >>> from transforms.schema import TABLES
    >>> needs = pl.DataFrame({"id": ["compute"], "stated_on": ["2024-09"]})
    >>> derive(needs, TABLES["needs"]).columns
    ['id', 'stated_on', 'stated_on_earliest', 'stated_on_latest']
    """
    dates = set(dated(schema))
    return table.select(
        expression
        for name in table.columns
        for expression in (_with_days(table[name]) if name in dates else [pl.col(name)])
    )


def stand_in(table: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Fill what a language that is not complete lacks with the first language's text, marked."""
    columns = {name: column.metadata or {} for name, column in schema.columns().items()}
    first = {
        more["base_name"]: name
        for name, more in reversed(columns.items())
        if more.get("language") and not more["optional"]
    }
    return table.with_columns(
        pl.col(name).fill_null(
            pl.col(first[more["base_name"]]) + mark(columns[first[more["base_name"]]]["language"])
        )
        for name, more in columns.items()
        if more.get("optional")
    )


def dated(schema: type[dy.Schema]) -> list[str]:
    """Return the names of the columns that hold dates as precise as their source."""
    return list(facts(schema, "edtf"))


def tidy(cells: pl.DataFrame) -> pl.DataFrame:
    r"""Trim the ends, make any run of spaces and line breaks one space, and empty cells null.

    A cell is one paragraph: a line break in it is where somebody's editor wrapped it.
    Letters with accents get their one-character form (NFC), so that equal words are equal.
    Hidden characters stay, to be refused (see ``transforms.reading.hidden``).

    >>> tidy(pl.DataFrame({"text": [" one\n two  ", "", "e\u0301te\u0301"]}))["text"].to_list()
    ['one two', None, 'été']
    """
    untidy = [
        column.name
        for column in cells.select(pl.all().str.contains(_UNTIDY).any())
        if column.item()
    ]
    return cells.with_columns(_tidied(cells[name]) for name in untidy).with_columns(
        pl.all().replace("", None)
    )


def _tidied(cells: pl.Series) -> pl.Series:
    """Tidy the cells that need it; no-break spaces stay, since French sets them before colons."""
    untidy = cells.str.contains(_UNTIDY)
    spaced = cells.filter(untidy).str.replace_all(r"[ \t\r\n\v\f\x85\u2028\u2029]+", " ")
    return cells.scatter(untidy.arg_true(), spaced.str.strip_chars().str.normalize("NFC"))


def _parse(name: str, column: dy.Column) -> pl.Expr:
    cells = pl.col(name)
    if isinstance(column, dy.Bool):
        folded = cells.str.to_lowercase()
        return folded.replace_strict(flags(), default=None, return_dtype=pl.Boolean)
    parsed = cells.cast(column.dtype, strict=False)
    return pl.when(parsed.is_finite()).then(parsed) if column.dtype.is_float() else parsed


def _with_days(dates: pl.Series) -> list[pl.Expr]:
    """Return the column and its days; many rows have the same date, which is read once."""
    name, date = dates.name, pl.col(dates.name)
    days = dates.unique().to_frame().select(date, first=earliest(date), last=latest(date))
    return [
        date,
        *(
            date.replace_strict(days[name], days[day], return_dtype=pl.Date).alias(f"{name}_{end}")
            for day, end in (("first", "earliest"), ("last", "latest"))
        ),
    ]
