"""Which edition the server reads: the current one, else the last whole one, else none for now."""

import logging
import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dashboard.source import connections
from dashboard.source.errors import NoDatabaseError, QueryError
from transforms import paths
from transforms.database import editions
from transforms.database.integrity import damage

LOG = logging.getLogger("tracker.database")

_waiting = threading.Event()


@dataclass(frozen=True)
class Served:
    """An edition that is whole, in the file in which it was found."""

    edition: str
    file: Path
    damaged: bool = False
    """Whether it stands in for the current edition, which is damaged."""


def newest() -> Served:
    """Return the edition to read now.

    Nothing is built here: if the pointer or its folder is gone, or no edition beside it is whole,
    the server waits until one is built.

    Raises:
        NoDatabaseError: There is none at the moment.
    """
    current = editions.current(paths.DATABASE)
    served = current and whole(current)
    # Without a pointer, what lies there is not ours to choose from.
    if not served and paths.DATABASE.is_symlink():
        earlier = map(whole, reversed(editions.earlier(paths.DATABASE)))
        last = next(filter(None, earlier), None)
        served = last and replace(last, damaged=True)
    if served:
        if _waiting.is_set():
            _waiting.clear()
            LOG.warning("the database is there again: edition %s", served.edition)
        return served
    if not _waiting.is_set():
        _waiting.set()
        LOG.error("there is no whole database at %s; waiting for it", paths.DATABASE)
    raise NoDatabaseError(f"there is no whole database at {paths.DATABASE.name}")


def whole(file: Path) -> Served | None:
    """Return the edition in a file, or None where it is damaged or not there.

    A file is looked at once for each of its states, and again after the database has failed.
    """
    try:
        state = file.stat()
    except OSError:
        return None
    stamp = (state.st_ino, state.st_size, state.st_mtime_ns, connections.faults(str(file)))
    edition = _examined(file, stamp)
    return Served(edition, file) if edition else None


@lru_cache(maxsize=64)
def _examined(file: Path, stamp: tuple[int, ...]) -> str | None:
    """Return the name of the edition in a file, or None where it is damaged, which is noted."""
    wrong = damage(file)
    if not wrong:
        try:
            sql = "SELECT id FROM edition"
            with connections.cursor(str(file), sql) as cursor:
                ((edition,),) = cursor.execute(sql).fetchall()
            return str(edition)
        except (QueryError, ValueError) as error:
            wrong = str(error)
    LOG.error("%s is damaged and not served: %s", file, wrong)
    return None
