"""Make plain SQL of a view that says something once for every language or for every table.

A line with ``{language}`` in it stands once for each language of the data folder, with commas
between where it has none at its end, and ``_('…')`` in a line is a text in that language;
``{first}`` is the first of the languages.
``{% for table in tables %}`` stands around what is said of each table (Jinja); see ``Table`` for
what there is to say; ``{% for about, column, table in mentions %}`` around each column that names
what a row is about. ``spoken`` are the languages, as ``transforms.languages`` knows them. What is
shipped in the database is the SQL that comes out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial

import dataframely as dy
from jinja2 import Environment, StrictUndefined, Template

from transforms.database.ddl import literal
from transforms.languages import language
from transforms.schema import TABLES
from transforms.translations import translated

SOURCE = "source_id"
LOCATOR = "locator"
EXTENDED = {"countries": "actors"}
"""Tables that say more of the rows of another, under the same keys."""
TEXT = re.compile(r"(?<!\w)_\('((?:[^']|'')*)'\)")
"""A text that is translated, as the SQL of a view has it."""
JOINED = re.compile(
    r"\s*(?:UNION|INTERSECT|EXCEPT|AND|OR|WHEN|(?:\w+ )*JOIN)\b|\s*\|\|", re.IGNORECASE
)
"""How a line begins that joins what stands before it, and so needs no comma between."""
CLAUSE = re.compile(
    r"\s*(SELECT|FROM|WHERE|GROUP|ORDER|HAVING|QUALIFY|LIMIT|WITH)\b",
    re.IGNORECASE,
)
"""How a line begins that can stand only once."""
TEMPLATES = Environment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


class LineError(Exception):
    """A line that cannot stand once for each language.

    Attributes:
        line: The line, as the file has it.
    """

    def __init__(self, line: str, message: str) -> None:
        """Say what is wrong with a line."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Table:
    """One table, as a template asks about it."""

    name: str
    schema: type[dy.Schema]

    @cached_property
    def key(self) -> list[str]:
        """What tells its rows apart."""
        return self.schema.primary_key()

    @property
    def linked(self) -> str | None:
        """The table that the first part of the key refers to, if the rows are links from there.

        A link has a key of several columns, and rests on the source of the row it leads from.
        """
        if self.names_source or len(self.key) == 1:
            return None
        first = self.schema.columns()[self.key[0]].metadata or {}
        linked: str = first["references"]
        return linked

    @property
    def source(self) -> str:
        """In SQL, the source on which a row rests; a source rests on itself."""
        if self.name == "sources":
            return "id"
        return SOURCE if self.names_source else f"linked.{SOURCE}" if self.linked else "NULL"

    @property
    def says_where(self) -> bool:
        """Whether each row can say at which place of its source it was read."""
        return LOCATOR in self.schema.column_names()

    @property
    def dated_by(self) -> str | None:
        """The column that dates the fact of a row, if one does."""
        return next((name for name, _ in self._dating), None)

    @property
    def dated_if(self) -> str | None:
        """In SQL, for which rows it does; none for all."""
        return next((rule for _, rule in self._dating if isinstance(rule, str)), None)

    @property
    def names_source(self) -> bool:
        """Whether each row names the source it rests on."""
        return SOURCE in self.schema.column_names()

    @property
    def references(self) -> list[tuple[str, str]]:
        """Its columns that hold keys of a table, each with this table."""
        every = self.schema.columns().items()
        return [
            (name, (column.metadata or {})["references"])
            for name, column in every
            if (column.metadata or {}).get("references")
        ]

    @property
    def _dating(self) -> list[tuple[str, bool | str]]:
        every = self.schema.columns().items()
        return [
            (name, (column.metadata or {})["dates_the_fact"])
            for name, column in every
            if (column.metadata or {}).get("dates_the_fact")
        ]


def rendered(view: str, sql: str, languages: tuple[str, ...]) -> str:
    r"""Return plain SQL for data in certain languages.

    >>> rendered("x", "{% for table in tables[:2] %}{{ table.name }} {% endfor %}", ("en",))
    'sources actors '
    >>> rendered("x", "name_{language} || _(': ') AS name_{language}", ("en", "fr"))
    "name_en || ': ' AS name_en,\nname_fr || ' : ' AS name_fr"

    Raises:
        LineError: A line is a part of SQL that cannot stand several times.
    """
    of_tables = _template(sql).render(**_subjects(), spoken=[*map(language, languages)])
    lines = (each for line in of_tables.split("\n") for each in _spoken(view, line, languages))
    return "\n".join(lines).replace("{first}", languages[0])


@cache
def _subjects() -> dict[str, list[Table] | list[tuple[str, str, Table]]]:
    """Return what a template can say something of; the same for every view."""
    tables = [Table(*each) for each in TABLES.items()]
    return {"tables": tables, "mentions": list(_mentions(tables))}


def _mentions(tables: list[Table]) -> Iterator[tuple[str, str, Table]]:
    """Yield each column that names what its row is about, after the table of what it names.

    A row is about itself too. The source on which it rests is not what it is about.
    """
    for table in tables:
        for name, column in table.schema.columns().items():
            own = table.name if table.key == [name] else None
            about = (column.metadata or {}).get("references", own)
            if about and name != SOURCE:
                yield EXTENDED.get(about, about), name, table


def _spoken(view: str, line: str, languages: tuple[str, ...]) -> list[str]:
    """Return a line once, or once for each language if it names one or has a text."""
    if "{language}" not in line and not TEXT.search(line):
        return [line]

    def said(found: re.Match[str], language: str) -> str:
        english = found[1].replace("''", "'")
        contexts = (f"sql {view}", "sql")
        return literal(translated(english, contexts, language, languages[0]))

    lines = [*[_joined(line)] * (len(languages) - 1), line]
    return [
        TEXT.sub(partial(said, language=language), each).replace("{language}", language)
        for each, language in zip(lines, languages, strict=True)
    ]


def _joined(line: str) -> str:
    """Return a line as it stands before its like for the next language: with a comma at its end.

    >>> _joined("    name_{language} -- As it is called."), _joined("AND name_{language} = ''")
    ('    name_{language}, -- As it is called.', "AND name_{language} = ''")
    """
    sql, *comment = re.split(r"(\s*--.*|\s*$)", line, maxsplit=1)
    if found := CLAUSE.match(sql):
        raise LineError(line, f"begins with {found[1]}: put what is said in each language below it")
    if sql.count("(") != sql.count(")"):
        raise LineError(line, "has only one end of a bracket: write what is in it on one line")
    return line if sql.endswith(",") or JOINED.match(sql) else "".join([f"{sql},", *comment])


@cache
def _template(sql: str) -> Template:
    return TEMPLATES.from_string(sql)
