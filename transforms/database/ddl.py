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


LANGUAGES = ("en", "fr")
"""Languages of the texts, the first one first."""


@dataclass(frozen=True)
class Column:
    """One column of a table, view or macro: what it holds and what that means.

    Attributes:
        name: Its name.
        type: Its type in DuckDB.
        nullable: Whether a cell may be empty.
        meaning: What it means, by language.
        key: Whether it is part of what tells the rows apart.
        vocabularies: Closed lists that its codes are from.
        refers_to: Tables whose keys it holds.
        dated: Whether it is a date as precise as its source.
        derived: Whether it only says again what another column says.
        language: The one that its text is in, for a text that there is in every language.
        base_name: Its name without the language.
    """

    name: str
    type: str
    nullable: bool
    meaning: Mapping[str, str]
    key: bool = False
    vocabularies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    dated: bool = False
    derived: bool = False
    language: str | None = None
    base_name: str | None = None


def columns(schema: type[dy.Schema]) -> list[Column]:
    """Return the columns of a table: the declared ones, and two days after each partial date."""
    return [column for declared in schema.columns().values() for column in _columns(declared)]


def _columns(declared: dy.Column) -> Iterator[Column]:
    more = declared.metadata or {}
    base, language = localized(declared.name)
    yield Column(
        name=declared.name,
        type=_type(declared),
        nullable=declared.nullable,
        meaning={"en": declared.description or "", "fr": more.get("fr", "")},
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
        parts = (f'"{name}" {_type(inner)}' for name, inner in declared.inner.items())
        return f"STRUCT({', '.join(parts)})"
    return TYPES[type(declared)]


def _day(name: str, *, nullable: bool) -> Column:
    return Column(name, "DATE", nullable, meaning_of_day(name) or {}, derived=True)


def meaning_of_day(name: str) -> dict[str, str] | None:
    """Return what the first or last day of a partial date means; none for any other column.

    >>> meaning_of_day("left_on_latest")["en"], meaning_of_day("left_on")
    ('Last day that left_on can mean.', None)
    """
    base, _, end = name.rpartition("_")
    return {
        "earliest": {
            "en": f"First day that {base} can mean; empty where the source leaves it open.",
            "fr": f"Premier jour que {base} peut désigner ; vide si la source le laisse ouvert.",
        },
        "latest": {
            "en": f"Last day that {base} can mean.",
            "fr": f"Dernier jour que {base} peut désigner.",
        },
    }.get(end)


def localized(name: str) -> tuple[str | None, str | None]:
    """Return the name of a column without its language, and that language.

    >>> localized("summary_fr"), localized("source_id")
    (('summary', 'fr'), (None, None))
    """
    base, _, end = name.rpartition("_")
    return (base, end) if base and end in LANGUAGES else (None, None)


def meaning(schema: type[dy.Schema]) -> dict[str, str]:
    """Return what a row of a table is, by language: the first paragraph of its docstring."""
    first, *_ = cleandoc(schema.__doc__ or "").split("\n\n")
    return {"en": " ".join(first.split()), "fr": str(getattr(schema, "fr", ""))}


def heading(schema: type[dy.Schema]) -> dict[str, str | None]:
    """Return what readers call a table, by language."""
    return {language: getattr(schema, f"heading_{language}", None) for language in LANGUAGES}


def statements(table: str, schema: type[dy.Schema]) -> Iterator[str]:
    """Yield the statements that create ``table``, empty, and describe it.

    Keys and references are not declared: ``quality`` has checked them, and an index that no
    query needs makes a large load several times slower.
    """
    described = columns(schema)
    body = ",\n    ".join(map(_definition, described))
    yield f"CREATE TABLE {table} (\n    {body}\n)"
    yield f"COMMENT ON TABLE {table} IS {literal(meaning(schema)['en'])}"
    for column in described:
        yield f"COMMENT ON COLUMN {table}.{column.name} IS {literal(column.meaning['en'])}"


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
