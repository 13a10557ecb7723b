"""The database under a name that tells nothing: DuckDB says to anybody which file it reads."""

import fcntl
import os
import shutil
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Identity = tuple[str, int, int, int]
"""Path, inode, time of change and size: they tell a file from another that has taken its name."""

PREFIX = "tracker-sandbox-"
EDITIONS = 2
"""So many are kept: workers may still start on the one before."""


@dataclass(frozen=True)
class Folder:
    """A private folder, locked as long as this process lives: the system unlocks the dead's."""

    path: Path
    lock: int

    @property
    def file(self) -> Path:
        """The database in it."""
        return self.path / "tracker.duckdb"

    def remove(self) -> None:
        """Remove it; what is open stays readable to who has it open."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self.lock)


class NeutralNames:
    """Private folders with a hard link to each edition, or a copy where there can be no link."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self._lock = threading.Lock()
        self._folders: OrderedDict[Identity, Folder] = OrderedDict()

    def of(self, database: Path) -> Identity:
        """Return the file with the content of ``database`` that may be named to anybody.

        Raises:
            OSError: There is no such file, or no room for another.
        """
        identity = _identity(database)
        with self._lock:
            if identity in self._folders and not self._folders[identity].file.exists():
                self._folders.pop(identity).remove()  # somebody has tidied up
            if identity not in self._folders:
                _tidy_up_after_the_dead()
                self._folders[identity] = _placed(database)
            self._folders.move_to_end(identity)
            while len(self._folders) > EDITIONS:
                self._folders.popitem(last=False)[1].remove()
            return _identity(self._folders[identity].file)

    def close(self) -> None:
        """Remove all."""
        with self._lock:
            while self._folders:
                self._folders.popitem()[1].remove()


def _identity(database: Path) -> Identity:
    about = database.stat()
    return str(database), about.st_ino, about.st_mtime_ns, about.st_size


def _placed(database: Path) -> Folder:
    new = Path(tempfile.mkdtemp(prefix=f".{PREFIX}"))
    lock = os.open(new, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    # Not before it is locked may it have the name by which others know those of the dead.
    folder = Folder(new.rename(new.with_name(new.name[1:])), lock)
    try:
        os.link(database.resolve(), folder.file)  # not the link that names an edition
    except OSError:  # another device, or a file of somebody else
        shutil.copy2(database, folder.file)
    return folder


def _tidy_up_after_the_dead() -> None:
    """Remove the folders of servers that were killed."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # it is gone, or somebody else's, or its server lives
            lock = os.open(path, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(lock)
