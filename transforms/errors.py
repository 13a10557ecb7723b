"""Errors a user can fix, reported as one sentence without a traceback."""

import errno
import os
import re
from pathlib import Path

_SENTENCES = {
    errno.ENOSPC: "there is no room left on the disk for {path}",
    errno.EDQUOT: "the quota of this disk is used up: there is no room for {path}",
    errno.EROFS: "{path} cannot be written: it is on a disk that is read-only",
    errno.EACCES: "{path} cannot be read or written: its permissions do not allow it",
    errno.EPERM: "{path} cannot be read or written: its permissions do not allow it",
    errno.ENOENT: "{path} is not there",
    errno.ENOTDIR: "{path} is below something that is no folder",
    errno.EISDIR: "{path} is a folder, not a file",
    errno.ELOOP: "{path} is a loop of symbolic links",
    errno.ENAMETOOLONG: "{path} has too long a name",
    errno.EMFILE: "too many files are open to open {path}",
    errno.EIO: "the disk with {path} reports an error",
}
"""Messages for errors of the operating system, by error number."""
_DUCKDB = re.compile(
    r'(?:file|directory) "(?P<path>[^"]+)"[^"]*: (?P<reason>[^:\n"]+)$', re.MULTILINE
)
"""How DuckDB reports errors of the operating system."""


class TrackerError(Exception):
    """Something that a user can understand and do something about."""


class EditionError(TrackerError):
    """The place where editions should be written holds something else."""


class ClusterError(TrackerError):
    """The processes that a build should use are not there, or do not stay."""


class LoadError(TrackerError):
    """What was written is not what was to be written."""


class ReadError(TrackerError):
    """The database is missing or damaged, or a query failed."""


class FileError(TrackerError):
    """Rows that this kind of file cannot hold."""


class RelationError(TrackerError):
    """A file in ``views/`` that cannot be read, or whose SQL does not run."""

    def __init__(self, path: Path, message: str) -> None:
        """Say which file, from the folder that holds it, and what is wrong with it."""
        super().__init__(f"{path.parent.name}/{path.name}: {message}")


def is_interrupt(error: BaseException) -> bool:
    """Whether Ctrl-C raised it: DuckDB makes an error of its own of that.

    >>> is_interrupt(RuntimeError("Query interrupted")), is_interrupt(RuntimeError("broken"))
    (True, False)
    """
    return isinstance(error, KeyboardInterrupt) or "Query interrupted" in str(error)


def explained(error: OSError, path: Path | str | None = None) -> str:
    """Return an error of the operating system as a sentence with its path, else with ``path``.

    >>> explained(OSError(errno.ENOSPC, "No space left on device"), "build/tracker.duckdb")
    'there is no room left on the disk for build/tracker.duckdb'
    """
    named = _shown(str(error.filename or path or "a file"))
    sentence = _SENTENCES.get(error.errno or 0)
    return sentence.format(path=named) if sentence else f"{named}: {error.strerror or error}"


def explained_for_duckdb(message: str) -> str:
    """Reword what DuckDB reports about the disk; return other messages as they are.

    >>> explained_for_duckdb('IO Error: Could not write file "b/x": No space left on device')
    'there is no room left on the disk for b/x'
    """
    found = _DUCKDB.search(message)
    numbers = {os.strerror(number): number for number in _SENTENCES}
    if found and (number := numbers.get(found["reason"].strip())):
        return explained(OSError(number, found["reason"], found["path"]))
    return message


def _shown(path: str) -> str:
    """Return a path as a user knows it: of a draft, which is hidden, the folder."""
    folder, name = os.path.split(path)
    hidden = name.startswith(".") and ".draft" in name
    return folder or "." if hidden else path
