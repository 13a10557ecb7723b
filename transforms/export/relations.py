"""Take relations out of the database as files."""

import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from transforms.database import tracker
from transforms.database.reader import query
from transforms.errors import ReadError
from transforms.files import writers
from transforms.files.cover import About
from transforms.files.kinds import KINDS
from transforms.files.whole import whole, write_whole
from transforms.problems import did_you_mean

Content = bytes | Path
"""What a file is to hold: bytes, or what another file holds."""


@dataclass(frozen=True)
class Relation:
    """A table, view or macro that can be taken out, as ``dictionary`` has it."""

    name: str
    kind: str
    meaning: Mapping[str, str]
    """What a row of it is, by language."""
    parameters: Sequence[Mapping[str, str | None]] = ()
    """Name, type and default of each parameter of a macro."""

    @property
    def types(self) -> dict[str, str]:
        """Type of each parameter of a macro."""
        return {str(each["name"]): str(each["type"]) for each in self.parameters}

    def lacks(self, given: Mapping[str, object]) -> list[str]:
        """Return the parameters that ``given`` should have and has not."""
        needed = [str(each["name"]) for each in self.parameters if each["default"] is None]
        return [name for name in needed if name not in given]


def relations(connection: duckdb.DuckDBPyConnection) -> dict[str, Relation]:
    """Return everything in the database that has rows, by name."""
    found = query(
        connection,
        "FROM dictionary WHERE column_name IS NULL",
    )
    return {
        row["relation"]: Relation(
            row["relation"], row["kind"], by_language(row, "meaning"), row["parameters"] or ()
        )
        for row in found.iter_rows(named=True)
    }


def by_language(row: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return the texts of a localized column of one row, by language.

    >>> by_language({"id": "x", "meaning_en": "A key.", "meaning_fr": None}, "meaning")
    {'en': 'A key.'}
    """
    found = {key.removeprefix(f"{name}_"): text for key, text in row.items() if text}
    return {code: text for code, text in found.items() if f"{name}_{code}" in row}


def relation(connection: duckdb.DuckDBPyConnection, name: str) -> Relation:
    """Return one relation.

    Raises:
        ReadError: There is none of that name; the message suggests a similar one.
    """
    known = relations(connection)
    if name not in known:
        raise ReadError(f"there is no relation {name!r}{did_you_mean(name, known)}")
    return known[name]


def rows(
    connection: duckdb.DuckDBPyConnection, of: Relation, given: Mapping[str, object]
) -> pl.DataFrame:
    """Return the rows of a relation, in its own order.

    Raises:
        ReadError: A parameter is missing, or is not of its type.
    """
    if lacking := of.lacks(given):
        raise ReadError(f"{of.name} needs {lacking[0]} ({of.types[lacking[0]]})")
    used = {name: value for name, value in given.items() if name in of.types}
    call = ", ".join(f"{name} := CAST(${name} AS {of.types[name]})" for name in used)
    return query(connection, f"FROM {of.name}({call})" if of.types else f"FROM {of.name}", used)


def about(
    connection: duckdb.DuckDBPyConnection, of: Relation, given: Mapping[str, object]
) -> About:
    """Return the description of the rows for the first sheet of a workbook."""
    columns = query(
        connection,
        "FROM dictionary WHERE relation = $name AND column_name IS NOT NULL ORDER BY position",
        {"name": of.name},
    )
    edition = str(query(connection, "SELECT id FROM edition").item())
    used = {name: value for name, value in given.items() if name in of.types}
    explained = [
        (row["column_name"], by_language(row, "meaning")) for row in columns.iter_rows(named=True)
    ]
    return About(of.name, of.meaning, edition, tracker.read(connection), used, explained)


def file_bytes(
    connection: duckdb.DuckDBPyConnection, of: Relation, kind: str, given: Mapping[str, object]
) -> bytes:
    """Return a relation as a file of one of the ``KINDS``."""
    frame = rows(connection, of, given)
    return writers.write(
        kind, frame, about(connection, of, given) if KINDS[kind].explained else None
    )


def write_all(target: Path, contents: Iterator[tuple[str, Content]]) -> None:
    """Write named files into ``target``: a folder, or an archive where it ends in ``.zip``.

    An archive takes its name when it is complete; the same contents give the same bytes.
    """
    if target.suffix.lower() != ".zip":
        for name, content in contents:
            write_whole(
                target / name, content if isinstance(content, bytes) else content.read_bytes()
            )
        return
    with whole(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents:
            _pack(archive, name, content)


def _pack(archive: zipfile.ZipFile, name: str, content: Content) -> None:
    """Put one file into an archive, without a time of its own and readable by all."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o100644 << 16
    if isinstance(content, bytes):
        archive.writestr(entry, content)
        return
    entry.file_size = content.stat().st_size
    with content.open("rb") as source, archive.open(entry, "w") as packed:
        shutil.copyfileobj(source, packed, 1 << 20)
