"""Make plain SQL of a view that says something once for every language or for every table.

A line with ``{language}`` in it stands once for each language of the data folder, and ``_('…')``
in a line is a text in that language; ``{first}`` is the first of the languages.
``{% for table in tables %}`` stands around what is said of each table (Jinja); see ``Table`` for
what there is to say. What is shipped in the database is the SQL that comes out.
"""

import re
from dataclasses import dataclass
from functools import cache, partial

import dataframely as dy
from jinja2 import Environment, StrictUndefined, Template

from transforms.database.ddl import literal
from transforms.schema import TABLES
from transforms.translations import translated

SOURCE = "source_id"
LOCATOR = "locator"
TEXT = re.compile(r"(?<!\w)_\('((?:[^']|'')*)'\)")
"""A text that is translated, as the SQL of a view has it."""
TEMPLATES = Environment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


@dataclass(frozen=True)
class Table:
    """One table, as a template asks about it."""

    name: str
    schema: type[dy.Schema]

    @property
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
    >>> rendered("x", "SELECT name_{language} || _(': ') AS name_{language},", ("en", "fr"))
    "SELECT name_en || ': ' AS name_en,\nSELECT name_fr || ' : ' AS name_fr,"
    """
    of_tables = _template(sql).render(tables=[Table(*each) for each in TABLES.items()])
    lines = (each for line in of_tables.split("\n") for each in _spoken(view, line, languages))
    return "\n".join(lines).replace("{first}", languages[0])


def _spoken(view: str, line: str, languages: tuple[str, ...]) -> list[str]:
    """Return a line once, or once for each language if it names one or has a text."""
    if "{language}" not in line and not TEXT.search(line):
        return [line]

    def said(found: re.Match[str], language: str) -> str:
        english = found[1].replace("''", "'")
        contexts = (f"sql {view}", "sql")
        return literal(translated(english, contexts, language, languages[0]))

    return [
        TEXT.sub(partial(said, language=language), line).replace("{language}", language)
        for language in languages
    ]


@cache
def _template(sql: str) -> Template:
    return TEMPLATES.from_string(sql)
