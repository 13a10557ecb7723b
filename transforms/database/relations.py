"""Read the views and macros in ``views/**/*.sql``, and create them with their comments.

A file without parameters is a view, one with parameters a table macro; one that also says what it
returns (``-- returns: BOOLEAN``) is a function: a rule in one expression that others call.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from transforms.database.ddl import literal
from transforms.errors import RelationError
from transforms.paths import VIEWS

EXAMPLES = {"DATE": "DATE '2026-01-01'", "VARCHAR": "'FRA'", "BOOLEAN": "false", "INTEGER": "1"}
"""A value of each type that a macro may ask for, to see whether the macro runs."""


@dataclass(frozen=True)
class Relation:
    """One view, table macro or function, as its file declares it."""

    path: Path
    text: str
    sql: str
    en: str
    fr: str
    parameters: tuple[str, ...]
    meanings: dict[str, tuple[str, str]]
    returns: str | None = None
    """The type of a function's value; nothing for what has rows."""

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
    def call(self) -> str:
        """What stands after FROM to see it run: ``members_on(DATE '2026-01-01')``."""
        asked = [parameter for parameter in self.parameters if ":=" not in parameter]
        values = ", ".join(EXAMPLES[parameter.split()[1]] for parameter in asked)
        called = f"{self.name}({values})"
        if self.returns:
            return f"(SELECT {called} AS value)"
        return called if self.parameters else self.name


def read(folder: Path = VIEWS) -> list[Relation]:
    """Return every relation of ``folder``, each after those that it reads.

    Raises:
        RelationError: The folder or a header is missing, or relations read each other in a ring.
    """
    if not folder.is_dir():
        raise RelationError(folder, "there is no such folder of views")
    found = {path.stem: _parse(path) for path in sorted(folder.rglob("*.sql"))}
    reads = {name: _read_by(relation, found) for name, relation in found.items()}
    try:
        return [found[name] for name in TopologicalSorter(reads).static_order()]
    except CycleError as error:
        ring = " → ".join(error.args[1])
        raise RelationError(found[error.args[1][0]].path, f"reads itself: {ring}") from None


def _read_by(relation: Relation, names: Iterable[str]) -> list[str]:
    """Return which of ``names`` the SQL reads: after FROM or JOIN, or called."""
    sql = re.sub(r"--[^\n]*|'(?:[^']|'')*'", " ", relation.sql)
    words = set(re.findall(r'\b(?:FROM|JOIN)\s+"?(\w+)|\b(\w+)\s*\(', sql, re.IGNORECASE))
    used = {word for pair in words for word in pair}
    return [name for name in names if name in used and name != relation.name]


def _parse(path: Path) -> Relation:
    text = path.read_text("utf-8")
    header = re.match(r"(?:--.*\n)*", text)
    lines = [line.removeprefix("--").strip() for line in (header[0] if header else "").splitlines()]
    blocks = "\n".join(lines).split("\n\n")
    about = _entries(blocks[0])
    if not {"en", "fr"} <= about.keys():
        raise RelationError(path, "the header must say '-- en: ...' and '-- fr: ...'")
    columns = _entries(blocks[1]) if len(blocks) > 1 else {}
    return Relation(
        path=path,
        text=text,
        sql=text[len(header[0]) if header else 0 :].strip().rstrip(";"),
        en=about["en"],
        fr=about["fr"],
        parameters=_parameters(path, about.get("parameters", "")),
        meanings={name: _both(path, name, meaning) for name, meaning in columns.items()},
        returns=about.get("returns"),
    )


def _entries(block: str) -> dict[str, str]:
    """Read lines of ``name: text``; a line without a name goes on with the one before.

    >>> lines = ["id: Key of", "the row. | Clé.", "day: A day. | Un jour."]
    >>> _entries(chr(10).join(lines))
    {'id': 'Key of the row. | Clé.', 'day': 'A day. | Un jour.'}
    """
    pieces = re.split(r"^(\w+): ", block, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], (" ".join(piece.split()) for piece in pieces[1::2]), strict=True))


def _parameters(path: Path, text: str) -> tuple[str, ...]:
    parameters = tuple(part.strip() for part in text.split(",") if part.strip())
    for parameter in parameters:
        if parameter.split()[1:2] == [] or parameter.split()[1] not in EXAMPLES:
            raise RelationError(
                path, f"parameter {parameter!r} needs a type: {', '.join(EXAMPLES)}"
            )
    return parameters


def _both(path: Path, name: str, meaning: str) -> tuple[str, str]:
    en, bar, fr = meaning.partition(" | ")
    if not bar:
        raise RelationError(path, f"column {name!r} needs both languages: 'English. | Français.'")
    return en.strip(), fr.strip()


def create(connection: duckdb.DuckDBPyConnection, relation: Relation) -> list[tuple[str, str]]:
    """Create one relation with its comments, see it run, and return its columns with their types.

    A function has no columns.

    Raises:
        RelationError: The SQL does not run, a column is without its meaning, or a function returns
            another type than its header says.
    """
    try:
        connection.execute(_definition(relation))
        connection.execute(f"CREATE OR REPLACE TEMP TABLE probe AS FROM {relation.call}")
        rows = connection.execute("DESCRIBE temp.probe").fetchall()
        connection.execute("DROP TABLE temp.probe")
    except duckdb.Error as error:
        raise RelationError(relation.path, str(error)) from error
    columns = [(name, type_) for name, type_, *_ in rows]
    if relation.returns:
        _compare_type(relation, columns[0][1])
        columns = []
    _compare(relation, [name for name, _ in columns])
    _comment(connection, relation)
    return columns


def _definition(relation: Relation) -> str:
    parameters = ", ".join(relation.parameters)
    if relation.returns:
        return f"CREATE MACRO {relation.name}({parameters}) AS ({relation.sql})"
    if relation.parameters:
        return f"CREATE MACRO {relation.name}({parameters}) AS TABLE {relation.sql}"
    return f"CREATE VIEW {relation.name} AS {relation.sql}"


def _compare(relation: Relation, names: list[str]) -> None:
    if missing := [name for name in names if name not in relation.meanings]:
        raise RelationError(relation.path, f"the header does not say what {missing[0]!r} means")
    if unknown := [name for name in relation.meanings if name not in names]:
        raise RelationError(relation.path, f"the header explains {unknown[0]!r}, which it lacks")


def _compare_type(relation: Relation, type_: str) -> None:
    if relation.returns != type_:
        raise RelationError(relation.path, f"it returns {type_}, not {relation.returns}")


def _comment(connection: duckdb.DuckDBPyConnection, relation: Relation) -> None:
    """Set the comments. A macro has one; what its columns mean is in the table ``dictionary``."""
    if relation.returns:
        connection.execute(f"COMMENT ON MACRO {relation.name} IS {literal(relation.en)}")
        return
    if relation.parameters:
        connection.execute(f"COMMENT ON MACRO TABLE {relation.name} IS {literal(relation.en)}")
        return
    comments = [f"COMMENT ON VIEW {relation.name} IS {literal(relation.en)}"] + [
        f"COMMENT ON COLUMN {relation.name}.{column} IS {literal(en)}"
        for column, (en, _) in relation.meanings.items()
    ]
    connection.execute(";".join(comments))
