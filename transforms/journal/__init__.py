"""The journal of a folder of editions: what was published when, and what changed each time.

It is the file ``tracker-journal.json`` beside the pointer ``tracker.duckdb``. The editions name
themselves by content and only the last three stay, so that nothing else remembers which came when
or which date moved. A journal that is missing or damaged is begun anew; no build fails for it.
"""

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from transforms.database import editions
from transforms.journal import deadlines
from transforms.journal.entries import Entry, Journal

DETAILED = 50
"""Editions of which every change is remembered; of older ones, that they were and how large."""

_looking = threading.Lock()


def path_of(database: Path) -> Path:
    """Return the file of the journal: ``tracker-journal.json`` beside the pointer."""
    return database.with_name(f"{database.stem}-journal.json")


def read(database: Path) -> Journal | None:
    """Return the journal beside a pointer, or None if there is none.

    Raises:
        OSError: It cannot be read.
        ValueError: It is damaged, or not a journal.
    """
    file = path_of(database)
    if not file.exists():
        return None
    if not file.is_file():
        raise ValueError("it is not a file")
    with file.open(encoding="utf-8") as handle:
        begin = handle.read(1)
        if begin != "{":  # whatever it is, and however large, it is not read into memory
            raise ValueError("it is not a journal")
        return Journal.parsed(begin + handle.read())


def known(database: Path, current: Path) -> Journal:
    """Return the journal with ``current`` as its last edition, even where no build noted it."""
    with _looking:  # two that begin a lost journal anew would do so a moment apart
        return _known(database, current, (_stamp(path_of(database)), _stamp(current)))


def record(database: Path) -> str | None:
    """Note the current edition if it has not been the current one so far.

    It costs next to nothing where it has been, so that a lost journal need not wait for new data.

    Returns:
        What a reader of the build's log should know, such as that the journal is begun anew.
    """
    try:
        with suppress(ValueError, OSError):
            if _ends_with(read(database), database, editions.current(database)):
                return None
        with editions.lock(database):
            return _record(database)
    except Exception as error:  # whatever it is: the edition is worth more than the journal
        return f"{path_of(database)}: warning: this edition is not in the journal: {error}"


@lru_cache(maxsize=4)
def _known(database: Path, current: Path, stamps: tuple[int, ...]) -> Journal:
    """Work it out once for every state of the two files."""
    try:
        journal = read(database)
    except (ValueError, OSError):
        journal = None
    if journal and _ends_with(journal, database, current):
        return journal
    # Without a file that gives it a name, the journal is named after where it begins.
    name = str(uuid5(NAMESPACE_OID, current.name))
    return _with(journal or Journal(name, first_sequence=_first(current)), database, current)


def _record(database: Path) -> str | None:
    current, warning = editions.current(database), None
    if current is None:
        return None
    try:
        journal = read(database)
    except (ValueError, OSError) as error:
        journal = None
        reason = f"it is begun anew, as it cannot be read: {str(error)[:200]}"
        warning = f"{path_of(database)}: warning: {reason}"
    if not _ends_with(journal, database, current):
        journal = _with(journal, database, current) if journal else _anew(database, current)
        editions.write(database, path_of(database), journal.text())
    return warning


def _anew(database: Path, current: Path) -> Journal:
    """Return a journal that begins with the older editions still there."""
    first = _first(current)
    journal = Journal(first_sequence=first)
    for old in editions.earlier(database):
        with suppress(Exception):  # what cannot be read any more is left out
            journal = _with(journal, database, old)
    journal = _with(journal, database, current)
    # Nobody saw the duties move just now: the server has given all of them one number meanwhile.
    level = {name: duty | {"sequence": first} for name, duty in journal.deadlines.items()}
    return replace(journal, deadlines=level)


def _with(journal: Journal, database: Path, current: Path) -> Journal:
    """Return the journal with one more edition, compared with the last."""
    # Imported late: it is heavy, and most calls find nothing new.
    from transforms.journal.changes import compare

    last = journal.editions[-1].id if journal.editions else None
    now, changes = compare(current, _file(database, last) if last else None)
    if now.id == last:
        return journal
    moment = _published(current)
    entry = Entry(now.id, moment.isoformat(), now.rows, now.newest_evidence, last, changes)
    state = journal.deadlines
    if now.deadlines is not None:
        first = max(journal.first_sequence, deadlines.sequence_at(moment))
        state = deadlines.next_state(state, now.deadlines, moment, first)
    older = [replace(old, changes=None) for old in journal.editions[: 1 - DETAILED]]
    detailed = journal.editions[1 - DETAILED :]
    return replace(journal, editions=(*older, *detailed, entry), deadlines=state)


def _ends_with(journal: Journal | None, database: Path, current: Path | None) -> bool:
    if journal is None or not journal.editions:
        return False
    return current == _file(database, journal.editions[-1].id)


def _file(database: Path, edition: str) -> Path:
    return editions.path_of(database.parent.resolve() / database.name, edition)


def _first(current: Path) -> int:
    """Return a SEQUENCE that is more than any lost journal gave, even if the clock is behind."""
    return max(deadlines.sequence_at(datetime.now(UTC)), deadlines.sequence_at(_published(current)))


def _published(edition: Path) -> datetime:
    return datetime.fromtimestamp(int(edition.stat().st_mtime), UTC)


def _stamp(path: Path) -> int:
    """Return what changes whenever a file does."""
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0
