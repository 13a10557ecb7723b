"""Variables for the templates of views: tables and pages with their keys, sources and dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import dataframely as dy

from transforms.addresses import PAGES
from transforms.database import ddl
from transforms.schema import TABLES
from transforms.schema.columns import facts

SOURCE = "source_id"
LOCATOR = "locator"
EXTENDED = {"countries": "actors"}
"""Tables that extend the rows of another table, under the same keys."""


@cache
def subjects() -> dict[str, object]:
    """Return the names that a template can use; the same for every view."""
    tables = [Table(*each) for each in TABLES.items()]
    return {
        "tables": tables,
        "mentions": list(_mentions(tables)),
        "pages": list(PAGES.items()),
        "dated": _dated,
    }


def _dated(column: str) -> str:
    """Return SQL for a date and its days as one value.

    >>> _dated("due_on")
    "{'edtf': due_on, 'earliest': due_on_earliest, 'latest': due_on_latest}"
    """
    return f"{{'edtf': {column}, 'earliest': {column}_earliest, 'latest': {column}_latest}}"


@dataclass(frozen=True)
class Table:
    """One table, with what a template can use of it."""

    name: str
    schema: type[dy.Schema]

    @cached_property
    def key(self) -> list[str]:
        """The columns of its key."""
        return self.schema.primary_key()

    @property
    def linked(self) -> str | None:
        """The table that the first part of the key refers to, if the rows are links from there.

        A link has a key of several columns, and rests on the source of the row it leads from.
        """
        if self.names_source or len(self.key) == 1:
            return None
        linked: str = facts(self.schema, "references")[self.key[0]]
        return linked

    @property
    def source(self) -> str:
        """In SQL, the source on which a row rests; a source rests on itself."""
        if self.name == "sources":
            return "id"
        return SOURCE if self.names_source else f"linked.{SOURCE}" if self.linked else "NULL"

    @property
    def has_locator(self) -> bool:
        """Whether each row can say at which place of its source it was read."""
        return LOCATOR in self.schema.column_names()

    @property
    def days(self) -> list[str]:
        """Its columns that hold a day, those of partial dates included."""
        return [column.name for column in ddl.columns(self.schema) if column.type == "DATE"]

    @property
    def dated_by(self) -> str | None:
        """The column that dates the fact of a row, if one does."""
        return next(iter(facts(self.schema, "dates_the_fact")), None)

    @property
    def dated_if(self) -> str | None:
        """In SQL, for which rows it does; none for all."""
        rules = facts(self.schema, "dates_the_fact").values()
        return next((rule for rule in rules if isinstance(rule, str)), None)

    @property
    def names_source(self) -> bool:
        """Whether each row names the source it rests on."""
        return SOURCE in self.schema.column_names()

    @property
    def references(self) -> list[tuple[str, str]]:
        """Its columns that hold keys of a table, each with this table."""
        return [*facts(self.schema, "references").items()]


def _mentions(tables: list[Table]) -> Iterator[tuple[str, str, Table]]:
    """Yield each column that names what its row is about, after the table of what it names.

    A row is about itself too. The source on which it rests is not what it is about.
    """
    for table in tables:
        known = facts(table.schema, "references")
        for name in table.schema.column_names():
            about = known.get(name, table.name if table.key == [name] else None)
            if about and name != SOURCE:
                yield EXTENDED.get(about, about), name, table
