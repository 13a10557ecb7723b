"""The tables that the database holds about itself: vocabularies, dictionary, edition, tracker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from transforms.database import ddl, tracker
from transforms.database.ddl import Column
from transforms.database.relations import Relation
from transforms.schema import TABLES, VOCABULARIES
from transforms.schema.columns import code, flag, text, whole_number
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

    relation = text("Name of the table, view or macro.", "Nom de la table, vue ou macro.", key=True)
    kind = code("relation_kind", "Table, view or macro.", "Table, vue ou macro.")
    column_name = dy.String(
        nullable=True,
        description="The column; empty for the relation itself.",
        metadata={"fr": "La colonne ; vide pour la relation elle-même.", "key": True},
    )
    position = whole_number(
        "Place of the column, from 1; 0 for the relation itself.",
        "Rang de la colonne, à partir de 1 ; 0 pour la relation elle-même.",
    )
    type = text("Type of the column in DuckDB.", "Type de la colonne dans DuckDB.", nullable=True)
    label_en = text(
        "What readers call a table.", "Nom courant d'une table, en anglais.", nullable=True
    )
    label_fr = text(
        "What readers call a table, in French.", "Nom courant d'une table.", nullable=True
    )
    meaning_en = text("What it means.", "Ce qu'il veut dire, en anglais.")
    meaning_fr = text("What it means, in French.", "Ce qu'il veut dire.")
    key = flag(
        "Whether the column is part of what tells the rows apart.",
        "Si la colonne fait partie de ce qui distingue les lignes.",
    )
    vocabulary = text(
        "Closed list that its codes are from; several are separated by commas.",
        "Liste fermée d'où viennent ses codes ; plusieurs sont séparées par des virgules.",
        nullable=True,
    )
    refers_to = text(
        "Table whose keys it holds; several are separated by commas.",
        "Table dont elle contient les clés ; plusieurs sont séparées par des virgules.",
        nullable=True,
    )
    language = text(
        "Language of a text that there is in every language.",
        "Langue d'un texte qui existe dans chaque langue.",
        nullable=True,
    )
    base_name = text(
        "Name of such a text without its language.",
        "Nom d'un tel texte, sans sa langue.",
        nullable=True,
    )
    parameters = dy.List(
        dy.Struct({"name": dy.String(), "type": dy.String(), "default": dy.String(nullable=True)}),
        nullable=True,
        description="What a macro must be given, or may be where there is a default.",
        metadata={"fr": "Ce qu'une macro exige, ou accepte s'il y a une valeur par défaut."},
    )


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
    """A relation of ``views/`` with its columns as they are."""

    relation: Relation
    columns: list[Column]


def vocabularies() -> pl.DataFrame:
    """Return every code of every closed list."""
    return _frame(
        "vocabularies",
        [
            {
                "vocabulary": name,
                "code": code,
                "position": position,
                "label_en": word["en"],
                "label_fr": word["fr"],
                "meaning_en": word.get("meaning_en"),
                "meaning_fr": word.get("meaning_fr"),
            }
            for name, words in VOCABULARIES.items()
            for position, (code, word) in enumerate(words.items(), start=1)
        ],
    )


def dictionary(described: list[Described], settings: Settings) -> pl.DataFrame:
    """Return every relation and column with its meaning: tables first, then views and macros.

    Functions are none: they have no rows.
    """
    rows = [
        row
        for name, schema in (TABLES | tables_about(settings)).items()
        for row in _rows(
            {"relation": name, "kind": "table"},
            {**_spoken("label", ddl.heading(schema)), **_spoken("meaning", ddl.meaning(schema))},
            ddl.columns(schema),
        )
    ]
    for each in described:
        of = each.relation
        if of.returns:
            continue
        parameters = [vars(parameter) for parameter in of.parameters] or None
        itself = {**_spoken("meaning", of.meaning), "parameters": parameters}
        rows += _rows({"relation": of.name, "kind": of.kind}, itself, each.columns)
    return _frame("dictionary", rows)


def edition(identifier: str, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Return the one row that says which edition this is."""
    newest = [
        tables[name].filter(comparable)["as_of_latest"].max()
        for name, comparable in EVIDENCE.items()
    ]
    days = [day for day in newest if day is not None]
    rows = sum(table.height for table in tables.values())
    return _frame(
        "edition", [{"id": identifier, "rows": rows, "newest_evidence": max(days, default=None)}]
    )


def _rows(
    of: Mapping[str, object], itself: Mapping[str, object], columns: Sequence[Column]
) -> list[dict[str, object]]:
    """Return a row for a relation, and one for each of its columns."""
    first = {**of, **itself, "position": 0, "key": False}
    return [first] + [
        {
            **of,
            "column_name": column.name,
            "position": position,
            "type": column.type,
            **_spoken("meaning", column.meaning),
            "key": column.key,
            "vocabulary": ", ".join(column.vocabularies) or None,
            "refers_to": ", ".join(column.refers_to) or None,
            "language": column.language,
            "base_name": column.base_name,
        }
        for position, column in enumerate(columns, start=1)
    ]


def _spoken(name: str, texts: Mapping[str, object]) -> dict[str, object]:
    """Return a column for each language of a text."""
    return {f"{name}_{language}": text for language, text in texts.items()}


def _frame(name: str, rows: list[dict[str, object]]) -> pl.DataFrame:
    types = {column: declared.dtype for column, declared in TABLES_ABOUT[name].columns().items()}
    return pl.DataFrame({name: [row.get(name) for row in rows] for name in types}, schema=types)
