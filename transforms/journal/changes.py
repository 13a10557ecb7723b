"""What changed from one edition to the next: how many rows of each table, and which by name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb

from transforms.journal import deadlines
from transforms.journal.deadlines import Duty
from transforms.journal.definitions import definitions
from transforms.journal.entries import Changes, Row, TableChanges
from transforms.journal.names import NAMED, Edition, Subject
from transforms.journal.pairs import Pair, differing

MOST = 200
"""How many rows of a table are named, of each kind: added, removed, changed."""
LONGEST = 300
"""Characters after which a title or a value is cut off."""
KINDS: tuple[Literal["added", "removed", "changed"], ...] = ("added", "removed", "changed")
LABEL = "label_"
"""Prefix of the columns that hold the labels of codes, one for each language."""


@dataclass(frozen=True)
class Facts:
    """What the journal needs to know of one edition."""

    id: str
    rows: int
    newest_evidence: str | None
    deadlines: list[Duty] | None
    """Nothing where its views are others than ours, and do not say."""


def compare(new: Path, old: Path | None = None) -> tuple[Facts, Changes | None]:
    """Return the facts of an edition, and what changed since an older one.

    The changes are None if there is no older one, or its file is gone or cannot be read.
    """
    if old and old.is_file():
        with suppress(duckdb.Error), _attached({"new": new, "old": old}) as connection:
            return _facts(connection), _compared(connection)
    with _attached({"new": new}) as connection:
        return _facts(connection), None


@contextmanager
def _attached(files: Mapping[str, Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Attach editions side by side, even if they are open elsewhere in this process."""
    with duckdb.connect() as connection:
        for name, path in files.items():
            quoted = str(path).replace("'", "''")
            connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
        connection.execute("USE new")
        yield connection


def _facts(connection: duckdb.DuckDBPyConnection) -> Facts:
    who = connection.execute("SELECT id, rows, newest_evidence::VARCHAR FROM edition").fetchall()
    identifier, rows, evidence = who[0]
    try:
        duties = _rows(connection, deadlines.query(_edition(connection, "new").languages))
    except duckdb.CatalogException:
        return Facts(identifier, rows, evidence, None)
    known = [duty | {"title": _titles(duty)} for duty in duties]
    return Facts(identifier, rows, evidence, known)


def _edition(connection: duckdb.DuckDBPyConnection, name: str) -> Edition:
    """Return an attached edition; its languages are those of the labels of codes."""
    columns = connection.execute(f"SELECT * FROM {name}.vocabularies LIMIT 0").description or ()
    labels = [column for column, *_ in columns if column.startswith(LABEL)]
    return Edition(name, tuple(label.removeprefix(LABEL) for label in labels))


def _compared(connection: duckdb.DuckDBPyConnection) -> Changes:
    pairs = differing(connection)
    changes = {pair.name: _changes(connection, pair) for pair in pairs}
    # A table whose columns are others, and whose rows say the same in those of before, is left out.
    tables = {name: found for name, found in changes.items() if any(found[kind] for kind in KINDS)}
    # DuckDB takes longer to list its functions than to compare all rows.
    return {"tables": tables, "definitions": [] if tables else definitions(connection)}


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
    """Return the rows as dictionaries; what they hold is up to the query."""
    result = connection.execute(query)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _changes(connection: duckdb.DuckDBPyConnection, pair: Pair) -> TableChanges:
    digest = pair.digest("row")
    ((added, removed, changed),) = connection.execute(f"""
        SELECT
            count(*) FILTER (WHERE was.digest IS NULL),
            count(*) FILTER (WHERE now.digest IS NULL),
            count(*) FILTER (WHERE was.digest <> now.digest)
        FROM (SELECT {pair.key}, {digest} AS digest FROM old.{pair.name} AS row) AS was
        FULL JOIN (SELECT {pair.key}, {digest} AS digest FROM new.{pair.name} AS row) AS now
            USING ({pair.key})
    """).fetchall()
    subject = NAMED.get(pair.name)
    rows = _named(connection, pair, subject) if subject else {}
    return {"added": added, "removed": removed, "changed": changed, "rows": rows}


def _named(
    connection: duckdb.DuckDBPyConnection, pair: Pair, subject: Subject
) -> dict[str, list[Row]]:
    """Return the first rows of each kind, by key."""
    old, new = (_edition(connection, name) for name in ("old", "new"))
    was, now = (f"ANTI JOIN {edition.name}.{pair.name} USING (id)" for edition in (old, new))
    differ = (
        f"JOIN old.{pair.name} AS was USING (id) "
        f"WHERE {pair.digest('was')} <> {pair.digest('this')}"
    )
    both = [pair.content("was"), pair.content("this")]
    queries = {
        "added": subject.query(pair.name, new, was),
        "removed": subject.query(pair.name, old, now),
        "changed": subject.query(pair.name, new, differ, both),
    }
    return {
        kind: [_row(raw) for raw in _rows(connection, f"{query} ORDER BY id LIMIT {MOST}")]
        for kind, query in queries.items()
    }


def _row(raw: dict[str, Any]) -> Row:
    was, now = raw.get("was", {}), raw.get("this", {})
    return {
        "id": raw["id"],
        "title": {code: _cut(title) or title for code, title in _titles(raw).items()},
        "refers_to": raw["refers_to"],
        "columns": {
            name: {"before": _cut(was[name]), "now": _cut(value)}
            for name, value in now.items()
            if was[name] != value
        },
    }


def _titles(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what a row is called in each language that has a name for it."""
    return {language: title for language, title in row["title"].items() if title}


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
