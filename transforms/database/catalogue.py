"""The tables that the database holds about itself: vocabularies, dictionary, edition, tracker."""

from collections.abc import Mapping
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from transforms.database import ddl, tracker
from transforms.database.relations import Relation
from transforms.schema import TABLES, VOCABULARIES
from transforms.schema.columns import text, whole_number
from transforms.settings import Settings

EVIDENCE = {"assessments": pl.lit(True), "reported_counts": pl.col("nature").eq("actual")}
"""Where the days of evidence are: what was judged, and what was counted."""


class Vocabulary(dy.Schema):
    """One code of a closed list, with its label and meaning."""

    fr = "Un code d'une liste fermée, avec son libellé et son sens."

    vocabulary = text("The list.", "La liste.", key=True)
    code = text("The word that the data holds.", "Le mot que portent les données.", key=True)
    position = whole_number("Place in the list, from 1.", "Rang dans la liste, à partir de 1.")
    label_en = text("Label in English.", "Libellé en anglais.")
    label_fr = text("Label in French.", "Libellé.")
    meaning_en = text("What it means.", "Ce qu'il veut dire, en anglais.", nullable=True)
    meaning_fr = text("What it means, in French.", "Ce qu'il veut dire.", nullable=True)


class Dictionary(dy.Schema):
    """A table, view or macro, or one of its columns, with its meaning."""

    fr = "Une table, une vue ou une macro, ou l'une de ses colonnes, avec son sens."

    relation = text("Name of the table, view or macro.", "Nom de la table, vue ou macro.")
    kind = text("Table, view or macro.", "Table, vue ou macro (table, view, macro).")
    column_name = text(
        "The column; empty for the relation itself.",
        "La colonne ; vide pour la relation elle-même.",
        nullable=True,
    )
    position = whole_number(
        "Place of the column, from 1; 0 for the relation itself.",
        "Rang de la colonne, à partir de 1 ; 0 pour la relation elle-même.",
    )
    type = text(
        "Type in DuckDB; for a macro its parameters.",
        "Type dans DuckDB ; pour une macro ses paramètres.",
        nullable=True,
    )
    meaning_en = text("What it means.", "Ce qu'il veut dire, en anglais.")
    meaning_fr = text("What it means, in French.", "Ce qu'il veut dire.")
    vocabulary = text(
        "Closed list that its codes are from.",
        "Liste fermée d'où viennent ses codes.",
        nullable=True,
    )
    refers_to = text("Table whose id it holds.", "Table dont elle contient la clé.", nullable=True)


class Edition(dy.Schema):
    """The one published state of the data that this file holds."""

    fr = "L'unique état publié des données que contient ce fichier."

    id = text(
        "Twelve characters made from the content: the same data, the same edition.",
        "Douze caractères tirés du contenu : mêmes données, même édition.",
        key=True,
    )
    rows = whole_number(
        "Rows in all tables of the data.", "Lignes de toutes les tables de données."
    )
    newest_evidence = dy.Date(
        nullable=True,
        description="Latest day of the evidence: of an assessment or of a count that was reached.",
        metadata={
            "fr": "Jour de l'élément de preuve le plus récent : évaluation ou nombre constaté."
        },
    )


TABLES_ABOUT: dict[str, type[dy.Schema]] = {
    "vocabularies": Vocabulary,
    "dictionary": Dictionary,
    "edition": Edition,
}


def tables_about(settings: Settings) -> dict[str, type[dy.Schema]]:
    """Return the tables about the database itself, for data in the languages of ``settings``."""
    return TABLES_ABOUT | {"tracker": tracker.schema(settings.languages)}


@dataclass(frozen=True)
class Described:
    """A relation of ``views/`` with the columns and types that DuckDB found in it."""

    relation: Relation
    columns: list[tuple[str, str]]


def vocabularies() -> pl.DataFrame:
    """Return every code of every closed list."""
    return _frame(
        "vocabularies",
        [
            (
                name,
                code,
                position,
                word["en"],
                word["fr"],
                *map(word.get, ("meaning_en", "meaning_fr")),
            )
            for name, words in VOCABULARIES.items()
            for position, (code, word) in enumerate(words.items(), start=1)
        ],
    )


def dictionary(described: list[Described], settings: Settings) -> pl.DataFrame:
    """Return every relation and column with its meaning: tables first, then views and macros.

    Functions are none: they have no rows.
    """
    schemas = TABLES | tables_about(settings)
    tables = [row for name, schema in schemas.items() for row in _table(name, schema)]
    views = [row for each in described if not each.relation.returns for row in _relation(each)]
    return _frame("dictionary", tables + views)


def edition(identifier: str, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Return the one row that says which edition this is."""
    newest = [
        tables[name].filter(comparable)["as_of_latest"].max()
        for name, comparable in EVIDENCE.items()
    ]
    days = [day for day in newest if day is not None]
    rows = sum(table.height for table in tables.values())
    return _frame("edition", [(identifier, rows, max(days, default=None))])


def _table(name: str, schema: type[dy.Schema]) -> list[tuple[object, ...]]:
    relation = (name, "table", None, 0, None, *ddl.meaning(schema), None, None)
    columns = [
        (name, "table", c.name, position, c.type, c.en, c.fr, c.vocabulary, c.references)
        for position, c in enumerate(ddl.columns(schema), start=1)
    ]
    return [relation, *columns]


def _relation(described: Described) -> list[tuple[object, ...]]:
    of = described.relation
    parameters = ", ".join(of.parameters) or None
    columns = [
        (of.name, of.kind, name, position, type_, *of.meanings[name], None, None)
        for position, (name, type_) in enumerate(described.columns, start=1)
    ]
    return [(of.name, of.kind, None, 0, parameters, of.en, of.fr, None, None), *columns]


def _frame(name: str, rows: list[tuple[object, ...]]) -> pl.DataFrame:
    schema = TABLES_ABOUT[name]
    types = {column: declared.dtype for column, declared in schema.columns().items()}
    return pl.DataFrame(rows, schema=types, orient="row")
