"""The kinds of column that the tables are made of; each says what it means in two languages."""

from typing import Any

import dataframely as dy

from transforms.edtf.expressions import PATTERN
from transforms.schema.vocabularies import VOCABULARIES

SLUG = r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3})$"
"""A readable key: lower-case words joined by hyphens, or the three letters of a country."""


def _described(en: str, fr: str, **more: Any) -> dict[str, Any]:
    return {"description": en, "metadata": {"fr": fr, **more}}


def identifier(en: str, fr: str) -> dy.String:
    """A stable, readable key of the table's own rows: ``gdc-para-56-a``."""
    return dy.String(regex=SLUG, primary_key=True, **_described(en, fr))


def reference(
    table: str, en: str, fr: str, *, key: bool = False, nullable: bool = False
) -> dy.String:
    """The ``id`` of a row in another table."""
    return dy.String(primary_key=key, nullable=nullable, **_described(en, fr, references=table))


def row_reference(en: str, fr: str, *, key: bool = False, nullable: bool = False) -> dy.String:
    """The ``id`` of a row in the table that the column ``table_name`` names."""
    return dy.String(
        primary_key=key, nullable=nullable, **_described(en, fr, references_by="table_name")
    )


def text(en: str, fr: str, *, nullable: bool = False, key: bool = False) -> dy.String:
    """Words for readers."""
    return dy.String(primary_key=key, nullable=nullable, min_length=1, **_described(en, fr))


def table_name(en: str, fr: str, *, key: bool = False) -> dy.String:
    """The name of a table."""
    return dy.String(primary_key=key, regex=r"^[a-z_]+$", **_described(en, fr, names="dictionary"))


def pattern(
    regex: str,
    en: str,
    fr: str,
    *,
    nullable: bool = False,
    key: bool = False,
    unique: bool = False,
) -> dy.String:
    """Text of a fixed form, such as a code of a standard; ``unique``: no two rows share one."""
    more = {"unique": True} if unique else {}
    return dy.String(primary_key=key, nullable=nullable, regex=regex, **_described(en, fr, **more))


def link(en: str, fr: str) -> dy.String:
    """A web address; empty where there is none."""
    return pattern(r"^https?://\S+$", en, fr, nullable=True)


def code(
    vocabulary: str, en: str, fr: str, *, key: bool = False, nullable: bool = False
) -> dy.Enum:
    """A word from a closed list of ``vocabularies.toml``."""
    return dy.Enum(
        list(VOCABULARIES[vocabulary]),
        primary_key=key,
        nullable=nullable,
        **_described(en, fr, vocabulary=vocabulary),
    )


def partial_date(
    en: str,
    fr: str,
    *,
    nullable: bool = True,
    key: bool = False,
    dates_the_fact: bool | str = False,
) -> dy.String:
    """A date as precise as its source; the database adds ``_earliest`` and ``_latest`` to it.

    ``dates_the_fact`` marks the one date that says how new the fact of a row is; as SQL, for
    which rows it does.
    """
    more = {"edtf": True} | ({"dates_the_fact": dates_the_fact} if dates_the_fact else {})
    return dy.String(
        regex=PATTERN, nullable=nullable, primary_key=key, **_described(en, fr, **more)
    )


def flag(en: str, fr: str) -> dy.Bool:
    """True or false."""
    return dy.Bool(nullable=False, **_described(en, fr))


def whole_number(
    en: str, fr: str, *, key: bool = False, minimum: int = 0, nullable: bool = False
) -> dy.Int64:
    """A count."""
    return dy.Int64(nullable=nullable, primary_key=key, min=minimum, **_described(en, fr))


def number(en: str, fr: str) -> dy.Float64:
    """A measured or stated quantity; its unit is in a column beside it."""
    return dy.Float64(nullable=False, **_described(en, fr))


def degrees(en: str, fr: str, *, most: int) -> dy.Float64:
    """A coordinate on the globe, from ``-most`` to ``most``."""
    return dy.Float64(nullable=False, min=-most, max=most, **_described(en, fr))


def source() -> dy.String:
    """Where the fact of this row was read."""
    return reference(
        "sources", "Source in which the fact was read.", "Source dans laquelle le fait a été lu."
    )


def locator() -> dy.String:
    """Where in the source."""
    return text(
        "Place in the source: paragraph, page, figure; empty for a page read as one piece.",
        "Endroit dans la source : paragraphe, page, figure ; vide pour une page lue d'un tenant.",
        nullable=True,
    )


def confidence() -> dy.Enum:
    """How well the fact is attested."""
    return code(
        "confidence",
        "How well the fact is attested.",
        "Degré de confiance dans le fait.",
    )
