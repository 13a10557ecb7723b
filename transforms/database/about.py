"""The tables that a database holds about itself, declared: vocabularies, edition, lines."""

import dataframely as dy

from transforms.database import tracker
from transforms.schema import tables
from transforms.schema.columns import code, day, flag, localized, text, whole_number
from transforms.schema.localized import expanded
from transforms.settings import Settings


class Vocabulary(dy.Schema):
    """One code of a closed list, with its label and meaning."""

    vocabulary = text("The list.", key=True)
    code = text("The word that the data holds.", key=True)
    position = whole_number("Place in the list, from 1.")
    label = localized("Label.")
    meaning = localized("What it means.", nullable=True)


class Dictionary(dy.Schema):
    """A table, view or macro, or one of its columns, with its meaning."""

    relation = text("Name of the table, view or macro.", key=True)
    kind = code("relation_kind", "Table, view or macro.")
    column_name = dy.String(
        nullable=True,
        description="The column; empty for the relation itself.",
        metadata={"key": True},
    )
    position = whole_number("Place of the column, from 1; 0 for the relation itself.")
    type = text("Type of the column in DuckDB.", nullable=True)
    label = localized("What readers call a table.", nullable=True)
    meaning = localized("What it means.")
    key = flag("Whether the column is part of what tells the rows apart.")
    vocabulary = text(
        "Closed list that its codes are from; several are separated by commas.", nullable=True
    )
    refers_to = text("Table whose keys it holds; several are separated by commas.", nullable=True)
    language = text("Language of a text that there is in every language.", nullable=True)
    base_name = text("Name of such a text without its language.", nullable=True)
    parameters = dy.List(
        dy.Struct({"name": dy.String(), "type": dy.String(), "default": dy.String(nullable=True)}),
        nullable=True,
        description="What a macro must be given, or may be where there is a default.",
    )


class Edition(dy.Schema):
    """The one published state of the data that this file holds."""

    id = text("Twelve characters made from the content: the same data, the same edition.", key=True)
    rows = whole_number("Rows in all tables of the data.")
    newest_evidence = day(
        "Latest day of the evidence: of an assessment or of a count that was reached."
    )


class RowLine(dy.Schema):
    """In which line of its file a row stood when this file was built.

    It is no part of what an edition is named after: the same rows in another order are the same.
    """

    relation = dy.String(
        primary_key=True,
        description="The table, and the name of its file.",
        metadata={"names": "dictionary"},
    )
    row_id = text("Key of the row; the parts of a compound key are separated by blanks.", key=True)
    line = whole_number("The line, from 1, in the order of the file.", minimum=1)


DECLARED: dict[str, type[dy.Schema]] = {
    "vocabularies": Vocabulary,
    "dictionary": Dictionary,
    "edition": Edition,
    "tracker": tracker.SCHEMA,
    "row_lines": RowLine,
}


def tables_about(settings: Settings) -> dict[str, type[dy.Schema]]:
    """Return the tables about the database itself, for data in the languages of ``settings``."""
    return {name: expanded(name, schema, settings.languages) for name, schema in DECLARED.items()}


def all_tables(settings: Settings) -> dict[str, type[dy.Schema]]:
    """Return every table of a database, those about itself too."""
    return tables(settings.languages, settings.complete) | tables_about(settings)
