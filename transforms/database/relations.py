"""Read the views and macros in ``views/**/*.sql``, and say how they are created and stored.

A file without parameters is a view, one with parameters a table macro. One that also names the
type it returns (``-- returns: BOOLEAN``) is a function: a rule in one expression that others call.
A view with ``-- stored: word`` is a table in the database, in this order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from transforms.database import generated, heads
from transforms.database.heads import EXAMPLES, Head, HeadError, Parameter
from transforms.database.unsorted import SCHEMA, reading_unsorted, without_order
from transforms.errors import RelationError
from transforms.paths import VIEWS
from transforms.translations import Text

PARTS = "parts"
"""The folder of what long queries include."""


@dataclass(frozen=True)
class Relation:
    """One view, table macro or function, as its file declares it."""

    path: Path
    head: Head
    sql: str
    languages: tuple[str, ...]
    reads_unsorted: tuple[str, ...] = ()
    """What it reads without its order."""

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.stem

    @property
    def kind(self) -> str:
        """The word for what it is in SQL."""
        if self.returns:
            return "function"
        return "macro" if self.parameters else "view"

    @property
    def meaning(self) -> Text:
        """What a row is."""
        return self.head.meaning

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What a macro must or may be given."""
        return self.head.parameters

    @property
    def returns(self) -> str | None:
        """The type of a function's value; nothing for what has rows."""
        return self.head.returns

    @property
    def call(self) -> str:
        """What stands after FROM to see it run: ``members_on(DATE '2026-01-01')``."""
        needed = [parameter for parameter in self.parameters if parameter.default is None]
        values = ", ".join(EXAMPLES[parameter.type] for parameter in needed)
        if self.returns:
            return f"(SELECT {self.name}({values}) AS value)"
        return f"{self.name}({values})" if self.parameters else self.name

    @property
    def definition(self) -> str:
        """The statement that creates it; what is stored has no rows yet."""
        sql = reading_unsorted(self.sql, self.reads_unsorted)
        if self.head.stored:
            return f"CREATE TABLE {self.name} AS FROM ({without_order(sql)}) WITH NO DATA"
        return self._created(self.name, sql)

    @property
    def filling(self) -> str:
        """The statement that computes its rows where they are stored."""
        sql = without_order(reading_unsorted(self.sql, self.reads_unsorted))
        # In this order alone: DuckDB would sort in the view's own order first.
        return f"INSERT INTO {self.name} FROM ({sql}) ORDER BY {', '.join(self.head.stored)}"

    @property
    def unsorted_definition(self) -> str | None:
        """The statement that creates it once more without its order; none where it is stored."""
        if self.head.stored or self.returns:
            return None
        sql = reading_unsorted(without_order(self.sql), self.reads_unsorted)
        return self._created(f"{SCHEMA}.{self.name}", sql)

    def _created(self, name: str, sql: str) -> str:
        parameters = ", ".join(parameter.declaration for parameter in self.parameters)
        if self.returns:
            return f"CREATE MACRO {name}({parameters}) AS ({sql})"
        if self.parameters:
            return f"CREATE MACRO {name}({parameters}) AS TABLE {sql}"
        return f"CREATE VIEW {name} AS {sql}"

    def reads(self, names: Iterable[str]) -> list[str]:
        """Return which of ``names`` the SQL reads: after FROM or JOIN, or called."""
        used = _words(self.sql)
        return [name for name in names if name in used and name != self.name]


def read(languages: tuple[str, ...], folder: Path = VIEWS) -> list[Relation]:
    """Return every relation of ``folder`` in certain languages, each after those that it reads.

    Raises:
        RelationError: The folder or a header is missing, or relations read each other in a ring.
    """
    if not folder.is_dir():
        raise RelationError(folder, "there is no such folder of views")
    paths = [path for path in sorted(folder.rglob("*.sql")) if path.parent.name != PARTS]
    found = {path.stem: _parse(path, languages) for path in paths}
    reads = {name: relation.reads(found) for name, relation in found.items()}
    with_order = {name for name, each in found.items() if each.unsorted_definition}
    for name, each in found.items():
        unsorted = sorted(with_order.intersection(reads[name]))
        found[name] = replace(each, reads_unsorted=tuple(unsorted))
    try:
        return [found[name] for name in TopologicalSorter(reads).static_order()]
    except CycleError as error:
        ring = " → ".join(error.args[1])
        raise RelationError(found[error.args[1][0]].path, f"reads itself: {ring}") from None


def _parse(path: Path, languages: tuple[str, ...]) -> Relation:
    text = path.read_text("utf-8")
    comment = "".join(re.findall(r"\A(?:--.*\n)+", text))
    sql = text.removeprefix(comment)
    try:
        plain = generated.rendered(path.stem, sql, languages)
        return Relation(path, heads.parse(path.stem, comment), plain.strip().rstrip(";"), languages)
    except HeadError as error:
        raise RelationError(path, str(error)) from None
    except generated.LineError as error:
        lines = text.split("\n")
        where = f"line {lines.index(error.line) + 1}" if error.line in lines else repr(error.line)
        message = f"{where} stands once for each language, and {error}"
        raise RelationError(path, message) from None


def store(connection: duckdb.DuckDBPyConnection, relation: Relation) -> None:
    """Compute the rows of a relation that is stored, and put them into its table, with its indices.

    Raises:
        RelationError: DuckDB cannot, with these rows.
    """
    try:
        connection.execute(relation.filling)
        for column in relation.head.indexed:
            connection.execute(
                f"CREATE INDEX {relation.name}_{column} ON {relation.name} ({column})"
            )
    except duckdb.Error as error:
        raise RelationError(relation.path, str(error)) from error


@lru_cache(maxsize=1_000)
def _words(sql: str) -> set[str]:
    """Return the words of a query after FROM or JOIN, and those that are called."""
    plain = re.sub(r"--[^\n]*|'(?:[^']|'')*'", " ", sql)
    pairs = re.findall(r'\b(?:FROM|JOIN)\s+"?(\w+)|\b(\w+)\s*\(', plain, re.IGNORECASE)
    return {word for pair in pairs for word in pair}
