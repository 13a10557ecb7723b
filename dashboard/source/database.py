"""The one door to DuckDB for the pages: read-only, shut off from the file system.

A build leaves a new file and moves a pointer to it. Whoever asks next reads the new edition;
whoever is still reading the old one keeps its connection until done.
"""

import tempfile
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import streamlit as st

from dashboard.source import connections
from dashboard.source.errors import (
    DatabaseError,
    NoDatabaseError,
    QueryError,
    incident_of,
    new_incident,
)
from dashboard.source.served import Served, newest, whole
from transforms import journal, paths
from transforms.database import editions, tracker
from transforms.database.hints import DAY, macro_named, takes_day
from transforms.describing import datapackage as describing
from transforms.errors import FileError
from transforms.export import archive as export_archive
from transforms.export.archive import name as archive_name
from transforms.export.relations import by_language
from transforms.files.citation import cited, licensed
from transforms.files.writers import (
    About,
    Cover,
    check_days,
    csv_bytes,
    excel_bytes,
    json_bytes,
    parquet_bytes,
    stamped,
    write,
)
from transforms.journal.entries import Entry as Noted
from transforms.journal.entries import Journal
from transforms.problems import nearest
from transforms.settings import Settings

__all__ = [
    "DAY",
    "About",
    "Cover",
    "DatabaseError",
    "FileError",
    "NoDatabaseError",
    "Noted",
    "QueryError",
    "Settings",
    "archive",
    "archive_name",
    "by_language",
    "check_days",
    "citation",
    "csv_bytes",
    "current_is_damaged",
    "datapackage",
    "edition",
    "excel_bytes",
    "file",
    "follow",
    "history",
    "incident_of",
    "json_bytes",
    "kept",
    "licence",
    "macro_named",
    "nearest",
    "new_incident",
    "parquet_bytes",
    "probe",
    "run",
    "settings",
    "stamped",
    "stream",
    "takes_day",
    "write",
]

BATCH = 5_000
"""Rows that a stream hands on at a time."""

_packing = threading.Lock()
_run = threading.local()


def edition() -> str:
    """Return the name of the edition that is read, as the database itself says it."""
    return _served().edition


def file() -> Path:
    """Return the DuckDB file of the edition that is read: to be read, copied, never written."""
    return _served().file


def current_is_damaged() -> bool:
    """Whether the edition that is read is the last whole one, as the current one is damaged."""
    return _served().damaged


def probe() -> tuple[str, int]:
    """Return name and number of rows of the current edition, read from the file just now.

    Raises:
        NoDatabaseError: There is none at the moment.
        QueryError: It cannot be read.
    """
    ((edition, rows),) = connections.probe(str(newest().file), "SELECT id, rows FROM edition")
    return str(edition), int(rows)


def archive(file: Path, day: date) -> bytes:
    """Return everything of one edition in one archive, which is built once for each day."""
    return _archive(str(file), file.stat().st_mtime_ns, day)


def settings() -> Settings:
    """Return what the current edition says of the tracker: its name, languages, licence."""
    return tracker.settings(run("FROM tracker").row(0, named=True))


def citation(code: str, day: date) -> str:
    """Return how to cite the current edition, in one of its languages, for a day."""
    return cited(settings(), code, edition(), day)


def licence(code: str) -> str:
    """Return under which licence the data is, in sentences, with a link in Markdown."""
    return licensed(settings(), code)


def datapackage() -> str:
    """Return the text of ``datapackage.json`` for the current edition."""
    return describing.datapackage(settings())


def history() -> Journal:
    """Return what is remembered of the editions on this machine, the one that is read last."""
    return journal.known(paths.DATABASE, file())


def kept(edition: str) -> Path | None:
    """Return the file of an edition that is still on this machine, and whole."""
    served = _served()
    if edition == served.edition:
        return served.file
    found = whole(editions.path_of(paths.DATABASE, edition))
    return found.file if found else None


def follow() -> None:
    """Turn to the current edition, for all of this run of a page: no page mixes two of them.

    Raises:
        NoDatabaseError: There is none at the moment.
    """
    _run.served = None
    _run.served = newest()


def run(sql: str, **values: object) -> pl.DataFrame:
    """Return the rows of one query, with ``$name`` standing for each of the ``values``.

    The rows are shared by all readers: never change a frame in place.

    Raises:
        QueryError: DuckDB cannot answer it.
        DatabaseError: DuckDB or the file failed.
        NoDatabaseError: There is none at the moment.
    """
    served = _served()
    return _rows(served.edition, str(served.file), sql, tuple(sorted(values.items())))


def stream(sql: str, **values: object) -> Iterator[pl.DataFrame]:
    """Yield the rows of one query in batches, so that memory stays flat however many there are.

    There is at least one batch, which may be empty. All are of the edition that is current when
    the first is asked for, in whatever threads the others are.

    Raises:
        QueryError: DuckDB cannot answer it, or cannot go on.
    """
    with connections.cursor(str(file()), sql) as cursor:
        reader = cursor.sql(sql, params=values or None).to_arrow_reader(BATCH)
        batch = None
        for batch in reader:
            yield pl.DataFrame(batch)
        if batch is None:
            yield pl.DataFrame(reader.schema.empty_table())


@st.cache_resource(max_entries=512, show_spinner=False)
def _rows(edition: str, file: str, sql: str, values: tuple[tuple[str, Any], ...]) -> pl.DataFrame:
    """Answer one query of one edition.

    Frames are immutable, so that sharing them is safe and saves every reader a copy.
    """
    with connections.cursor(file, sql) as cursor:
        rows: pl.DataFrame = cursor.sql(sql, params=dict(values) or None).pl()
    return rows


@st.cache_resource(max_entries=2, show_spinner=False)
def _archive(file: str, changed: int, day: date) -> bytes:
    with (
        _packing,  # one at a time: it takes a core for some seconds
        tempfile.TemporaryDirectory() as folder,
        connections.cursor(file, "the archive of everything") as cursor,
    ):
        target = Path(folder) / "tracker.zip"
        export_archive.write(target, cursor, Path(file), day)
        return target.read_bytes()


def _served() -> Served:
    """The edition that this run of a page reads; outside of one, the newest."""
    return getattr(_run, "served", None) or newest()
