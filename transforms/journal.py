"""The journal of a folder of editions: what was published when, and what changed each time.

It is the file ``tracker-journal.json`` beside the pointer ``tracker.duckdb``. The editions name
themselves by content and only the last three stay, so that nothing else remembers which came when
or which date moved. A journal that is missing or damaged is begun anew; no build fails for it.
"""

from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from transforms import editions, journal_deadlines
from transforms.journal_changes import told
from transforms.journal_entries import Entry, Journal

MOST = 50
"""How many editions are remembered; the calendar's state outlives them."""
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
"""Before the first journal: days since then are more than any deadline has moved."""


def path_of(database: Path) -> Path:
    """Return the file of the journal: ``tracker-journal.json`` beside the pointer."""
    return database.with_name(f"{database.stem}-journal.json")


def read(database: Path) -> Journal | None:
    """Return the journal beside a pointer, or None if there is none.

    Raises:
        ValueError: It is damaged, or not a journal.
    """
    try:
        text = path_of(database).read_text("utf-8")
    except FileNotFoundError:
        return None
    return Journal.parsed(text)


def known(database: Path, current: Path) -> Journal:
    """Return the journal with ``current`` as its last edition, even where no build noted it."""
    file = path_of(database)
    stamps = tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in (file, current))
    return _known(database, current, stamps)


def record(database: Path) -> str | None:
    """Note the current edition if it has not been the current one so far.

    Returns:
        What a reader of the build's log should know, such as that the journal is begun anew.
    """
    try:
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
    if journal and journal.editions and current == _file(database, journal.editions[-1].id):
        return journal
    # Without a file that gives it a name, the journal is named after where it begins.
    return _with(journal or Journal(str(uuid5(NAMESPACE_OID, current.name))), database, current)


def _record(database: Path) -> str | None:
    current = editions.current(database)
    if current is None:
        return None
    journal, warning = _opened(database)
    if not journal.editions or current != _file(database, journal.editions[-1].id):
        journal = _with(journal, database, current)
        editions.write(database, path_of(database), journal.text())
    return warning


def _opened(database: Path) -> tuple[Journal, str | None]:
    """Return the journal, or a new one that begins with the older editions still there."""
    try:
        found, first, warning = read(database), 0, None
    except (ValueError, OSError) as error:
        found, first = None, (datetime.now(UTC) - BEGAN).days
        warning = f"{path_of(database)}: warning: it is begun anew, as it cannot be read: {error}"
    if found is not None:
        return found, None
    journal = Journal(first_sequence=first)
    for old in editions.earlier(database):
        with suppress(Exception):  # what cannot be read any more is left out
            journal = _with(journal, database, old)
    return journal, warning


def _with(journal: Journal, database: Path, current: Path) -> Journal:
    """Return the journal with one more edition, compared with the last."""
    last = journal.editions[-1].id if journal.editions else None
    now, changes = told(current, _file(database, last) if last else None)
    if now.id == last:
        return journal
    moment = datetime.fromtimestamp(int(current.stat().st_mtime), UTC)
    entry = Entry(now.id, moment.isoformat(), now.rows, now.newest_evidence, last, changes)
    first = journal.first_sequence
    state = journal.deadlines
    if now.deadlines is not None:
        state = journal_deadlines.moved(state, now.deadlines, moment, first)
    kept = (*journal.editions, entry)[-MOST:]
    return Journal(journal.id, kept, state, first)


def _file(database: Path, edition: str) -> Path:
    return editions.path_of(database.parent.resolve() / database.name, edition)
