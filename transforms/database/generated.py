"""What a view says once for every table: its SQL is a template over the declared tables (Jinja).

``{% for table in tables %}`` stands around what is said of each; see ``Table`` for what there is
to say. What is shipped in the database is the SQL that comes out.
"""

from dataclasses import dataclass
from functools import cache

import dataframely as dy
from jinja2 import Environment, StrictUndefined, Template

from transforms.schema import TABLES

SOURCE = "source_id"
LOCATOR = "locator"
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


def rendered(sql: str) -> str:
    """Return the SQL of a view with what it says of every table.

    >>> rendered("{% for table in tables[:2] %}{{ table.name }} {% endfor %}")
    'sources actors '
    """
    return _template(sql).render(tables=[Table(*each) for each in TABLES.items()])


@cache
def _template(sql: str) -> Template:
    return TEMPLATES.from_string(sql)
