"""Hide the database's real path, because DuckDB reports the path of the file it has open."""

import fcntl
import os
import shutil
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FileIdentity = tuple[str, int, int, int]
"""Path, inode, modification time and size: they tell a file from another of the same name."""

PREFIX = "tracker-sandbox-"
EDITIONS = 2
"""Paths that stay valid: workers may still start on the one before the newest."""


@dataclass(frozen=True)
class Folder:
    """A private folder, locked while this process lives: the system unlocks it when it ends."""

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


class HiddenPaths:
    """Private folders with a hard link to each edition, or a copy where there can be no link."""

    def __init__(self) -> None:
        """Start without any folder."""
        self._lock = threading.Lock()
        self._folders: OrderedDict[FileIdentity, Folder] = OrderedDict()

    def of(self, database: Path) -> FileIdentity:
        """Return the file with the content of ``database`` whose path may be shown to anybody.

        Raises:
            OSError: There is no such file, or no room for another.
        """
        identity = _identity(database)
        with self._lock:
            if identity in self._folders and not self._folders[identity].file.exists():
                self._folders.pop(identity).remove()  # something has removed it
            if identity not in self._folders:
                _remove_abandoned()
                self._folders[identity] = _linked(database)
            self._folders.move_to_end(identity)
            while len(self._folders) > EDITIONS:
                self._folders.popitem(last=False)[1].remove()
            return _identity(self._folders[identity].file)

    def close(self) -> None:
        """Remove all."""
        with self._lock:
            while self._folders:
                self._folders.popitem()[1].remove()


def _identity(database: Path) -> FileIdentity:
    stat = database.stat()
    return str(database), stat.st_ino, stat.st_mtime_ns, stat.st_size


def _linked(database: Path) -> Folder:
    new = Path(tempfile.mkdtemp(prefix=f".{PREFIX}"))
    lock = os.open(new, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    # It may have the name by which others find abandoned folders only once it is locked.
    folder = Folder(new.rename(new.with_name(new.name[1:])), lock)
    try:
        os.link(database.resolve(), folder.file)  # not the link that names an edition
    except OSError:  # another device, or a file of somebody else
        shutil.copy2(database, folder.file)
    return folder


def _remove_abandoned() -> None:
    """Remove the folders of servers that were killed."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # it is gone, or somebody else's, or its server lives
            lock = os.open(path, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(lock)
