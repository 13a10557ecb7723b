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

from dashboard.source.connections import cursor
from dashboard.source.errors import DatabaseError, QueryError, incident_of, new_incident
from transforms import journal, paths, pipeline
from transforms.database import editions, tracker
from transforms.database.hints import DAY, macro_named, takes_day
from transforms.describing import datapackage as describing
from transforms.errors import FileError
from transforms.export import archive as export_archive
from transforms.export.archive import name as archive_name
from transforms.files.kinds import (
    About,
    Cover,
    check_days,
    csv_bytes,
    excel_bytes,
    json_bytes,
    parquet_bytes,
    stamped,
)
from transforms.journal.entries import Entry as Noted
from transforms.journal.entries import Journal
from transforms.problems import did_you_mean
from transforms.settings import Settings

__all__ = [
    "DAY",
    "About",
    "Cover",
    "DatabaseError",
    "FileError",
    "Noted",
    "QueryError",
    "Settings",
    "archive",
    "archive_name",
    "check_days",
    "csv_bytes",
    "datapackage",
    "did_you_mean",
    "edition",
    "excel_bytes",
    "file",
    "follow",
    "history",
    "incident_of",
    "json_bytes",
    "kept",
    "macro_named",
    "new_incident",
    "parquet_bytes",
    "run",
    "settings",
    "stamped",
    "stream",
    "takes_day",
]

BATCH = 5_000
"""Rows that a stream hands on at a time."""

_building = threading.Lock()
_packing = threading.Lock()
_run = threading.local()


def edition() -> str:
    """Return the name of the current edition; a missing database is built first."""
    return _name(_file())


def file() -> Path:
    """Return the DuckDB file of the current edition: to be read, copied, never written."""
    return _file()


def archive(file: Path, day: date) -> bytes:
    """Return everything of one edition in one archive, which is built once for each day."""
    return _archive(_name(file), str(file), day)


def settings() -> Settings:
    """Return what the current edition says of the tracker: its name, languages, licence."""
    return tracker.settings(run("FROM tracker").row(0, named=True))


def datapackage() -> str:
    """Return the text of ``datapackage.json`` for the current edition."""
    return describing.datapackage(settings())


def history() -> Journal:
    """Return what is remembered of the editions on this machine, the one that is read last."""
    return journal.known(paths.DATABASE, _file())


def kept(edition: str) -> Path | None:
    """Return the file of an edition that is still on this machine."""
    if edition == _name(_file()):
        return _file()
    path = editions.path_of(paths.DATABASE, edition)
    return path if path.is_file() else None


def follow() -> None:
    """Turn to the current edition, for all of this run of a page: no page mixes two of them."""
    _run.file = _newest()


def run(sql: str, **values: object) -> pl.DataFrame:
    """Return the rows of one query, with ``$name`` standing for each of the ``values``.

    The rows are shared by all readers: never change a frame in place.

    Raises:
        QueryError: DuckDB cannot answer it.
    """
    file = _file()
    return _rows(_name(file), str(file), sql, tuple(sorted(values.items())))


def stream(sql: str, **values: object) -> Iterator[pl.DataFrame]:
    """Yield the rows of one query in batches, so that memory stays flat however many there are.

    There is at least one batch, which may be empty. All are of the edition that is current when
    the first is asked for, in whatever threads the others are.

    Raises:
        QueryError: DuckDB cannot answer it, or cannot go on.
    """
    file = str(_file())
    with cursor(file, sql) as usable:
        reader = usable.sql(sql, params=values or None).to_arrow_reader(BATCH)
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
    with cursor(file, sql) as usable:
        rows: pl.DataFrame = usable.sql(sql, params=dict(values) or None).pl()
    return rows


@st.cache_resource(max_entries=2, show_spinner=False)
def _archive(edition: str, file: str, day: date) -> bytes:
    with (
        _packing,  # one at a time: it takes a core for some seconds
        tempfile.TemporaryDirectory() as folder,
        cursor(file, "the archive of everything") as usable,
    ):
        target = Path(folder) / "tracker.zip"
        export_archive.write(target, usable, Path(file), day)
        return target.read_bytes()


def _file() -> Path:
    """The file that this run of a page reads; outside of one, the newest."""
    return getattr(_run, "file", None) or _newest()


def _newest() -> Path:
    """The file that the pointer names now."""
    if not paths.DATABASE.exists():
        with _building:
            if not paths.DATABASE.exists():
                pipeline.build(data=paths.DATA, database=paths.DATABASE)
    return paths.DATABASE.resolve()


def _name(file: Path) -> str:
    """The edition in a file's name; for a file of any other name, the moment it changed."""
    _, found, name = file.stem.rpartition("tracker-")
    return name if found else str(file.stat().st_mtime_ns)
