"""Read-only access to the current edition of the database, without access to other files.

A build writes a new file and moves a pointer to it. The next query reads the new edition; a query
that is still running keeps its connection to the old one.
"""

import threading
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl
from cachetools import LRUCache, cached

from dashboard.source import connections
from dashboard.source.served import Served, newest, whole
from transforms import journal, paths
from transforms.database import editions, tracker
from transforms.journal.entries import Journal
from transforms.settings import Settings

MOST = 128 * 2**20
"""Size of the result cache in bytes: requests for every day of a century take no more."""
EMPTY, COLUMN, SPREAD = 4096, 3072, 2
"""Bytes of a result besides its rows: with its query, and for each of its columns; and bytes of
memory for each byte of its rows, as the results of a query are scattered. Fitted to the growth of a
process that keeps 400 results of 56 columns: 171 kB for 5 rows (185 by this rule), 464 for 100
(468), 2,001 for 600 (2,239)."""
BATCH = 5_000
"""Rows that a stream hands on at a time."""

warnings.filterwarnings("ignore", "Arrow output on a DB-API result makes an extra copy")

_run = threading.local()


def edition() -> str:
    """Return the name of the edition that is read, from the database itself."""
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


def settings() -> Settings:
    """Return the settings of the tracker in the current edition: name, languages, licence."""
    served = _served()
    return _settings(served.edition, str(served.file))


def history() -> Journal:
    """Return what is remembered of the editions on this machine, the one that is read last."""
    return journal.known(paths.DATABASE, file())


def edition_file(edition: str) -> Path | None:
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


def run_uncached(sql: str, disabled_optimizers: str = "", **values: object) -> pl.DataFrame:
    """Return the rows of a query that is rarely repeated; see ``run``, ``connections.cursor``."""
    return _executed(str(file()), sql, values, disabled_optimizers)


def rows_of(relation: str, **arguments: object) -> pl.DataFrame:
    """Return all rows of a table or view, or of a macro with these arguments; see ``run``."""
    if not arguments:
        return run(f"FROM {relation}")
    return run(
        f"FROM {relation}({', '.join(f'{name} := ${name}' for name in arguments)})", **arguments
    )


def rows_on(relation: str, day: date, **arguments: object) -> pl.DataFrame:
    """Return all rows of a macro of a day, as of its turning day; see ``rows_of`` and ``turn``."""
    return rows_of(relation, day=turn(day), **arguments)


def turn(day: date) -> date:
    """Return the last day up to ``day`` on which any result can change from the day before.

    Results are the same on both days, unless they count days from the as-of day. Queries for the
    turning day are therefore cached for all days until the next one.
    """
    served = _served()
    turns = _turns(served.edition, str(served.file))
    place = bisect_right(turns, day)
    return turns[place - 1] if place else day


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


def _key(edition: str, file: str, sql: str, values: object) -> tuple[str, str, str, str]:
    """Return the cache key of a query; values may be lists, which have no hash."""
    return edition, file, sql, repr(values)


def size(rows: pl.DataFrame) -> int:
    """Return about how many bytes of memory an answer takes; one without rows takes some too."""
    return SPREAD * int(rows.estimated_size()) + EMPTY + rows.width * COLUMN


_answers: LRUCache[Any, pl.DataFrame] = LRUCache(MOST, getsizeof=size)
_lock = threading.Lock()


@cached(_answers, key=_key, lock=_lock, condition=threading.Condition(_lock))
def _rows(edition: str, file: str, sql: str, values: tuple[tuple[str, Any], ...]) -> pl.DataFrame:
    """Answer one query of one edition: frames are immutable, so that readers can share them."""
    return _executed(file, sql, dict(values))


def _executed(file: str, sql: str, values: dict[str, object], disabled: str = "") -> pl.DataFrame:
    with connections.cursor(file, sql, disabled) as cursor:
        # Not a relation, ``cursor.sql``: it binds the query twice, which takes longer than a copy.
        return pl.DataFrame(cursor.execute(sql, values or None).to_arrow_table())


@lru_cache(maxsize=4)
def _settings(edition: str, file: str) -> Settings:
    """Return the settings of one edition; a page needs them once for each link."""
    return tracker.settings(_rows(edition, file, "FROM tracker", ()).row(0, named=True))


@lru_cache(maxsize=4)
def _turns(edition: str, file: str) -> tuple[date, ...]:
    """Return the days that ``turn`` chooses from."""
    return tuple(_rows(edition, file, "FROM turning_days ORDER BY day", ())["day"])


def _served() -> Served:
    """The edition that this run of a page reads; outside of one, the newest."""
    return getattr(_run, "served", None) or newest()
