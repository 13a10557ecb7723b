"""Say a schema in SQL, and column by column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc

import dataframely as dy

TYPES: dict[type[dy.Column], str] = {
    dy.String: "VARCHAR",
    dy.Enum: "VARCHAR",
    dy.Int64: "BIGINT",
    dy.Float64: "DOUBLE",
    dy.Bool: "BOOLEAN",
    dy.Date: "DATE",
    dy.List: "VARCHAR[]",
}


@dataclass(frozen=True)
class Column:
    """One column of a table in the database, with its meaning in both languages."""

    name: str
    type: str
    nullable: bool
    en: str
    fr: str
    key: bool = False
    vocabulary: str | None = None
    references: str | None = None
    dated: bool = False
    derived: bool = False


def columns(schema: type[dy.Schema]) -> list[Column]:
    """Return the columns of a table: the declared ones, and two days after each partial date."""
    return [column for declared in schema.columns().values() for column in _columns(declared)]


def _columns(declared: dy.Column) -> Iterator[Column]:
    more = declared.metadata or {}
    yield Column(
        name=declared.name,
        type=TYPES[type(declared)],
        nullable=declared.nullable,
        en=declared.description or "",
        fr=more.get("fr", ""),
        key=declared.primary_key,
        vocabulary=more.get("vocabulary"),
        references=more.get("references"),
        dated=bool(more.get("edtf")),
    )
    if more.get("edtf"):
        yield from _days(declared.name, nullable=declared.nullable)


def _days(name: str, *, nullable: bool) -> Iterator[Column]:
    """Yield the first and the last day that a partial date can mean."""
    yield Column(
        name=f"{name}_earliest",
        type="DATE",
        nullable=True,
        en=f"First day that {name} can mean; empty where the source leaves it open.",
        fr=f"Premier jour que {name} peut désigner ; vide si la source le laisse ouvert.",
        derived=True,
    )
    yield Column(
        name=f"{name}_latest",
        type="DATE",
        nullable=nullable,
        en=f"Last day that {name} can mean.",
        fr=f"Dernier jour que {name} peut désigner.",
        derived=True,
    )


def meaning(schema: type[dy.Schema]) -> tuple[str, str]:
    """Return what a row of a table is, in English (the first paragraph) and in French."""
    first, *_ = cleandoc(schema.__doc__ or "").split("\n\n")
    return " ".join(first.split()), str(getattr(schema, "fr", ""))


def statements(table: str, schema: type[dy.Schema]) -> Iterator[str]:
    """Yield the statements that create ``table``, empty, and describe it.

    Keys and references are not declared: ``quality`` has checked them, and an index that no
    query needs makes a large load several times slower.
    """
    described = columns(schema)
    body = ",\n    ".join(map(_definition, described))
    yield f"CREATE TABLE {table} (\n    {body}\n)"
    yield f"COMMENT ON TABLE {table} IS {literal(meaning(schema)[0])}"
    for column in described:
        yield f"COMMENT ON COLUMN {table}.{column.name} IS {literal(column.en)}"


def code_order(vocabularies: Mapping[str, Iterable[str]]) -> str:
    """Return the statement that creates ``code_position(vocabulary, code)``.

    It gives the place of a code in its closed list, from 1: the order of statuses, of confidences
    and the like is that of their lists, and nowhere written again.
    """
    lists = "\n".join(
        f"    WHEN {literal(name)} THEN [{', '.join(map(literal, codes))}]"
        for name, codes in vocabularies.items()
    )
    return (
        "CREATE MACRO code_position(vocabulary VARCHAR, code VARCHAR) AS (\n"
        f"list_position(CASE vocabulary\n{lists}\nEND, code))"
    )


def literal(text: str) -> str:
    """Quote ``text`` for SQL.

    >>> literal("A member's time")
    "'A member''s time'"
    """
    return "'" + text.replace("'", "''") + "'"


def _definition(column: Column) -> str:
    return f"{column.name} {column.type}" + ("" if column.nullable else " NOT NULL")
