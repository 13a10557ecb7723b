"""Describe a schema in SQL, and column by column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc

import dataframely as dy

from transforms.translations import FIRST_DAY, LAST_DAY, Text, say

TYPES: dict[type[dy.Column], str] = {
    dy.String: "VARCHAR",
    dy.Enum: "VARCHAR",
    dy.Int64: "BIGINT",
    dy.Float64: "DOUBLE",
    dy.Bool: "BOOLEAN",
    dy.Date: "DATE",
    dy.List: "VARCHAR[]",
}


KEYWORDS = ("name", "default", "rows", "type")
"""Field names that DuckDB quotes when it prints the type of a struct."""


@dataclass(frozen=True)
class Column:
    """One column of a table, view or macro: what it holds and what that means.

    Attributes:
        name: Its name.
        type: Its type in DuckDB.
        nullable: Whether a cell may be empty.
        meaning: What it means.
        key: Whether it is part of what tells the rows apart.
        vocabularies: Closed lists that its codes are from.
        refers_to: Tables whose keys it holds.
        dated: Whether it is a date as precise as its source.
        derived: Whether it is computed from another column.
        language: The one that its text is in, for a text that there is in every language.
        base_name: Its name without the language.
    """

    name: str
    type: str
    nullable: bool
    meaning: Text
    key: bool = False
    vocabularies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    dated: bool = False
    derived: bool = False
    language: str | None = None
    base_name: str | None = None


def columns(schema: type[dy.Schema]) -> list[Column]:
    """Return the columns of a table: the declared ones, and two days after each partial date."""
    return [
        column
        for declared in schema.columns().values()
        for column in _columns(str(getattr(schema, "table", "")), declared)
    ]


def _columns(table: str, declared: dy.Column) -> Iterator[Column]:
    more = declared.metadata or {}
    base, language = more.get("base_name"), more.get("language")
    name = base or declared.name
    yield Column(
        name=declared.name,
        type=_type(declared),
        nullable=declared.nullable,
        meaning=Text(declared.description or "", (f"{table}.{name}", name), of=language),
        key=declared.primary_key or bool(more.get("key")),
        vocabularies=tuple(filter(None, [more.get("vocabulary")])),
        refers_to=tuple(filter(None, [more.get("references") or more.get("names")])),
        dated=bool(more.get("edtf")),
        language=language,
        base_name=base,
    )
    if more.get("edtf"):
        yield _day(f"{declared.name}_earliest", nullable=True)
        yield _day(f"{declared.name}_latest", nullable=declared.nullable)


def _type(declared: dy.Column) -> str:
    """Return the type in DuckDB.

    >>> _type(dy.List(dy.Struct({"name": dy.String(), "default": dy.String()})))
    'STRUCT("name" VARCHAR, "default" VARCHAR)[]'
    """
    if isinstance(declared, dy.List):
        return f"{_type(declared.inner)}[]"
    if isinstance(declared, dy.Struct):
        parts = (f"{_quoted(name)} {_type(inner)}" for name, inner in declared.inner.items())
        return f"STRUCT({', '.join(parts)})"
    return TYPES[type(declared)]


def _quoted(name: str) -> str:
    return f'"{name}"' if name in KEYWORDS else name


def _day(name: str, *, nullable: bool) -> Column:
    meaning = meaning_of_day(name)
    assert meaning
    return Column(name, "DATE", nullable, meaning, derived=True)


def meaning_of_day(name: str) -> Text | None:
    """Return what the first or last day of a partial date means; none for any other column.

    >>> meaning_of_day("left_on_latest").values, meaning_of_day("left_on")
    ((('name', 'left_on'),), None)
    """
    base, _, end = name.rpartition("_")
    text = {"earliest": FIRST_DAY, "latest": LAST_DAY}.get(end)
    return Text(text, ("generated",), (("name", base),)) if text else None


def meaning(schema: type[dy.Schema]) -> Text:
    """Return what a row of a table is: the first paragraph of its docstring."""
    first, *_ = cleandoc(schema.__doc__ or "").split("\n\n")
    return Text(" ".join(first.split()), (str(getattr(schema, "table", "")),))


def heading(schema: type[dy.Schema]) -> Text | None:
    """Return what readers call a table, or None if it has no heading."""
    text = getattr(schema, "heading", None)
    return Text(text, (f"{getattr(schema, 'table', '')} heading",)) if text else None


def statements(table: str, schema: type[dy.Schema], language: str) -> Iterator[str]:
    """Yield the statements that create ``table``, empty, and describe it in one language.

    Keys and references are not declared: ``quality`` has checked them, and an index that no
    query needs makes a large load several times slower.
    """
    described = columns(schema)
    body = ",\n    ".join(map(_definition, described))
    yield f"CREATE TABLE {table} (\n    {body}\n)"
    yield f"COMMENT ON TABLE {table} IS {literal(say(meaning(schema), language, language))}"
    for column in described:
        comment = literal(say(column.meaning, language, language))
        yield f"COMMENT ON COLUMN {table}.{column.name} IS {comment}"


def code_order(vocabularies: Mapping[str, Iterable[str]]) -> str:
    """Return the statements that create ``code_position(vocabulary, code)``.

    It gives the place of a code in its closed list, from 1: the order of statuses, of confidences
    and the like is that of their lists, and nowhere written again.
    """
    lists = "\n".join(
        f"    WHEN {literal(name)} THEN [{', '.join(map(literal, codes))}]"
        for name, codes in vocabularies.items()
    )
    return (
        "CREATE MACRO code_position(vocabulary VARCHAR, code VARCHAR) AS (\n"
        f"list_position(CASE vocabulary\n{lists}\nEND, code));\n"
        "COMMENT ON MACRO code_position IS 'Place of a code in its closed list, from 1.'"
    )


def literal(text: str) -> str:
    """Quote ``text`` for SQL.

    >>> literal("A member's time")
    "'A member''s time'"
    """
    return "'" + text.replace("'", "''") + "'"


def _definition(column: Column) -> str:
    return f"{column.name} {column.type}" + ("" if column.nullable else " NOT NULL")
