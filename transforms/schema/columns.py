"""The kinds of column that the tables are made of; each says what it means, in English."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import dataframely as dy

from transforms.edtf.text import PATTERN
from transforms.schema.vocabularies import VOCABULARIES

SLUG = r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3})$"
"""A readable key: lower-case words joined by hyphens, or the three letters of a country."""


def identifier(meaning: str) -> dy.String:
    """A stable, readable key of the table's own rows: ``gdc-para-56-a``."""
    return dy.String(regex=SLUG, primary_key=True, description=meaning)


def reference(table: str, meaning: str, *, key: bool = False, nullable: bool = False) -> dy.String:
    """The ``id`` of a row in another table."""
    return dy.String(
        primary_key=key, nullable=nullable, description=meaning, metadata={"references": table}
    )


def row_reference(meaning: str, *, key: bool = False) -> dy.String:
    """The ``id`` of a row in the table that the column ``table_name`` names."""
    return dy.String(primary_key=key, description=meaning, metadata={"references_by": "table_name"})


def text(meaning: str, *, nullable: bool = False, key: bool = False) -> dy.String:
    """Words for readers, in the one language they are in."""
    return dy.String(primary_key=key, nullable=nullable, min_length=1, description=meaning)


def localized(meaning: str, *, nullable: bool = False, alone: bool = False) -> dy.String:
    """Words for readers in every language: a column for each language of the data folder.

    Where one language has the text, those that are complete must have it too, unless it may stand
    ``alone``. See ``transforms.schema.localized``.
    """
    more = {"localized": True, "alone": alone}
    return dy.String(nullable=nullable, min_length=1, description=meaning, metadata=more)


def table_name(meaning: str, *, key: bool = False) -> dy.String:
    """The name of a table."""
    return dy.String(
        primary_key=key, regex=r"^[a-z_]+$", description=meaning, metadata={"names": "dictionary"}
    )


def pattern(
    regex: str, meaning: str, *, nullable: bool = False, key: bool = False, unique: bool = False
) -> dy.String:
    """Text of a fixed form, such as a code of a standard; ``unique``: no two rows share one."""
    more = {"unique": True} if unique else {}
    return dy.String(
        primary_key=key, nullable=nullable, regex=regex, description=meaning, metadata=more
    )


def link(meaning: str) -> dy.String:
    """A web address; empty where there is none."""
    return pattern(r"^https?://\S+$", meaning, nullable=True)


def code(vocabulary: str, meaning: str, *, key: bool = False) -> dy.Enum:
    """A word from a closed list of ``vocabularies.toml``."""
    return dy.Enum(
        list(VOCABULARIES[vocabulary]),
        primary_key=key,
        description=meaning,
        metadata={"vocabulary": vocabulary},
    )


def partial_date(
    meaning: str, *, nullable: bool = True, dates_the_fact: bool | str = False
) -> dy.String:
    """A date as precise as its source; the database adds ``_earliest`` and ``_latest`` to it.

    ``dates_the_fact`` marks the one date that says how new the fact of a row is; as SQL, for
    which rows it does.
    """
    more: dict[str, Any] = {"edtf": True, "dates_the_fact": dates_the_fact}
    return dy.String(regex=PATTERN, nullable=nullable, description=meaning, metadata=more)


def day(meaning: str) -> dy.Date:
    """One whole day; empty where there is none."""
    return dy.Date(nullable=True, description=meaning)


def flag(meaning: str) -> dy.Bool:
    """True or false."""
    return dy.Bool(nullable=False, description=meaning)


def whole_number(
    meaning: str, *, key: bool = False, minimum: int = 0, nullable: bool = False
) -> dy.Int64:
    """A count."""
    return dy.Int64(nullable=nullable, primary_key=key, min=minimum, description=meaning)


def number(meaning: str, *, nullable: bool = False) -> dy.Float64:
    """A measured or stated quantity; its unit is in a column beside it."""
    return dy.Float64(nullable=nullable, description=meaning)


def degrees(meaning: str, *, most: int) -> dy.Float64:
    """A coordinate on the globe, from ``-most`` to ``most``."""
    return dy.Float64(nullable=False, min=-most, max=most, description=meaning)


def confidence() -> dy.Enum:
    """How well the fact is attested."""
    return code("confidence", "How well the fact is attested.")


@cache
def facts(schema: type[dy.Schema], name: str) -> Mapping[str, Any]:
    """Return what the metadata of columns say under a name, by column, where they say anything."""
    every = {column: (one.metadata or {}).get(name) for column, one in schema.columns().items()}
    return {column: fact for column, fact in every.items() if fact}


class Sourced(dy.Schema):
    """A fact with the place in which it was read."""

    source_id = reference("sources", "Source in which the fact was read.")
    locator = text(
        "Place in the source, in English: paragraph, page, figure; empty for a page read as one"
        " piece.",
        nullable=True,
    )


class Attested(dy.Schema):
    """A fact with how well it is attested."""

    confidence = confidence()
