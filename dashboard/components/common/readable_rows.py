"""What readers see of rows: which columns, and labels and words in place of codes."""

from collections.abc import Mapping, Sequence

import polars as pl

from dashboard.words import labels as meanings
from dashboard.words import references
from dashboard.words.ends import is_end, last_day
from dashboard.words.i18n import Translator
from transforms.settings import Settings

WITHIN = r"^\[(.*)\.\.(.*)\]$"


def columns_shown(frame: pl.DataFrame, wanted: Sequence[str] | None, language: str) -> list[str]:
    """Return the names of the columns to show.

    >>> frame = pl.DataFrame(schema=["id", "name_en", "name_fr", "folded"])
    >>> columns_shown(frame, None, "fr"), columns_shown(frame, ["name"], "en")
    (['id', 'name_fr'], ['name_en'])
    """
    if wanted is not None:
        return [name if name in frame.columns else f"{name}_{language}" for name in wanted]
    return [name for name in frame.columns if not _hidden(name, frame, language)]


def _hidden(name: str, frame: pl.DataFrame, language: str) -> bool:
    """Whether a column is search text, of another language, or the span of a date beside it."""
    base, _, end = name.rpartition("_")
    foreign = (
        end in meanings.languages() and end != language and f"{base}_{language}" in frame.columns
    )
    derived = end in ("earliest", "latest") and base in frame.columns
    return name == "folded" or foreign or derived


def in_words(
    frame: pl.DataFrame, names: Sequence[str], relation: str, t: Translator, settings: Settings
) -> pl.DataFrame:
    """Return some columns of rows as readers see them."""
    readable = _for_readers(frame.select(names), frame, relation, t)
    return references.readable(readable, frame, t, settings)


def _for_readers(
    rows: pl.DataFrame, frame: pl.DataFrame, relation: str, t: Translator
) -> pl.DataFrame:
    coded = meanings.vocabularies_of(relation)
    ends = [name for name in rows.columns if is_end(name, frame.columns)]
    rows = rows.with_columns(pl.col(ends).map_elements(last_day, return_dtype=pl.String))
    return rows.with_columns(
        _readable(
            name,
            rows,
            f"{name}_latest" in frame.columns
            or (name.endswith("_on") and frame.schema.get(name) == pl.String),
            t.labels.get(coded.get(name, "")),
            t.separator,
        )
        for name in rows.columns
    )


def _readable(
    name: str, rows: pl.DataFrame, partial: bool, labels: Mapping[str, str] | None, joiner: str
) -> pl.Expr:
    column, dtype = pl.col(name), rows.schema[name]
    if labels and dtype == pl.String:
        column = column.replace(labels)
    elif partial:
        column = column.str.replace(WITHIN, "$1 … $2").str.strip_chars()
    elif isinstance(dtype, pl.List):
        return column.cast(pl.List(pl.String)).list.join(joiner)
    return column
