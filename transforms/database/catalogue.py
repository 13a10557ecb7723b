"""Fill the tables that the database holds about itself: vocabularies, dictionary, edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import polars as pl

from transforms.database import ddl
from transforms.database.about import all_tables, tables_about
from transforms.database.ddl import Column
from transforms.database.ordered import LINE, Ordered
from transforms.database.relations import Relation
from transforms.schema import VOCABULARIES
from transforms.settings import Settings
from transforms.translations import Text, in_languages

EVIDENCE = {"assessments": pl.lit(True), "reported_counts": pl.col("nature").eq("actual")}
"""Tables whose dates count as evidence, and which of their rows do."""

Cells = Mapping[str, object]


@dataclass(frozen=True)
class Described:
    """A relation of ``views/`` with its columns as they are."""

    relation: Relation
    columns: list[Column]


def vocabularies(settings: Settings) -> pl.DataFrame:
    """Return every code of every closed list."""
    rows = [
        {
            "vocabulary": name,
            "code": code,
            "position": position,
            **_in_languages(settings, "label", Text(word.label, (context,))),
            **_in_languages(settings, "meaning", Text(word.meaning, (f"{context} meaning",))),
        }
        for name, words in VOCABULARIES.items()
        for position, (code, word) in enumerate(words.items(), start=1)
        for context in [f"vocabulary:{name}.{code}"]
    ]
    return _frame("vocabularies", rows, settings)


def dictionary(described: list[Described], settings: Settings) -> pl.DataFrame:
    """Return every relation and column with its meaning: tables first, then views and macros.

    Functions are none: they have no rows.
    """
    localized = partial(_in_languages, settings)
    rows: list[Cells] = []
    for name, schema in all_tables(settings).items():
        itself = localized("label", ddl.heading(schema)) | localized("meaning", ddl.meaning(schema))
        rows += _rows({"relation": name, "kind": "table"}, itself, ddl.columns(schema), settings)
    for each in described:
        of = each.relation
        if of.returns:
            continue
        parameters = [vars(parameter) for parameter in of.parameters] or None
        itself = {**localized("meaning", of.meaning), "parameters": parameters}
        rows += _rows({"relation": of.name, "kind": of.kind}, itself, each.columns, settings)
    return _frame("dictionary", rows, settings)


def edition(identifier: str, tables: Mapping[str, Ordered], settings: Settings) -> pl.DataFrame:
    """Return the single row of the table ``edition``."""
    newest = [
        tables[name]
        .read(["as_of_latest", *comparable.meta.root_names()])
        .filter(comparable)["as_of_latest"]
        .max()
        for name, comparable in EVIDENCE.items()
    ]
    days = [day for day in newest if day is not None]
    rows = sum(table.height for table in tables.values())
    row = {"id": identifier, "rows": rows, "newest_evidence": max(days, default=None)}
    return _frame("edition", [row], settings)


def row_lines(name: str, rows: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Return the line of every row of a table, by its key."""
    return rows.select(
        relation=pl.lit(name),
        row_id=pl.concat_str(key, separator=" "),
        line=pl.col(LINE).cast(pl.Int64),
    )


def _rows(of: Cells, itself: Cells, columns: Sequence[Column], settings: Settings) -> list[Cells]:
    """Return a row for a relation, and one for each of its columns."""
    first: Cells = {**of, **itself, "position": 0, "key": False}
    return [first] + [
        {
            **of,
            "column_name": column.name,
            "position": position,
            "type": column.type,
            **_in_languages(settings, "meaning", column.meaning),
            "key": column.key,
            "vocabulary": ", ".join(column.vocabularies) or None,
            "refers_to": ", ".join(column.refers_to) or None,
            "language": column.language,
            "base_name": column.base_name,
        }
        for position, column in enumerate(columns, start=1)
    ]


def _in_languages(settings: Settings, name: str, text: Text | None) -> dict[str, object]:
    """Return a column for each language of a text; nothing for none."""
    if text is None or not text.english:
        return {}
    texts = in_languages(text, settings.languages)
    return {f"{name}_{language}": words for language, words in texts.items()}


def _frame(name: str, rows: Sequence[Cells], settings: Settings) -> pl.DataFrame:
    columns = tables_about(settings)[name].columns()
    types = {column: declared.dtype for column, declared in columns.items()}
    return pl.DataFrame({name: [row.get(name) for row in rows] for name in types}, schema=types)
