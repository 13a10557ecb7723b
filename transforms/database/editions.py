"""The finished databases in one folder, and the pointer to the current one.

An edition is a file that never changes after it got its name; moving to another edition is one
rename of a symbolic link. What a dead build left behind has a name that nobody opens.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from shutil import rmtree

from transforms.database.integrity import damage, described, sidecar
from transforms.errors import EditionError
from transforms.paths import special_file

IDENTIFIER = "[0-9a-f]" * 12
"""Pattern of an edition's identifier."""

LOCK = ".lock"
"""Lock file in the staging folder of a build, held as long as the build runs."""

KEEP = 3
"""How many editions stay on disk, the current one among them."""


@dataclass(frozen=True)
class Edition:
    """One published state of the data, and what a build of it had to say."""

    id: str
    path: Path
    rows: int
    changed: bool = True
    warnings: tuple[str, ...] = ()


def path_of(database: Path, edition: str) -> Path:
    """Return the file of an edition: ``tracker-0123456789ab.duckdb`` beside the pointer."""
    return database.with_name(f"{database.stem}-{edition}{database.suffix}")


def current(database: Path) -> Path | None:
    """Return the file that the pointer leads to, or None if it leads nowhere."""
    resolved = Path(os.path.realpath(database))  # unlike resolve(), takes links in a circle
    return resolved if resolved.is_file() else None


@contextmanager
def lock(database: Path) -> Iterator[None]:
    """Hold the folder for one build; a second one waits. The lock ends with the process."""
    if database.exists() and not database.is_symlink():
        what = special_file(database) or "a file of its own"
        raise EditionError(f"{database} is {what}, not a pointer to an edition")
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f".{database.stem}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        sweep(database)
        yield


@contextmanager
def draft(database: Path, edition: str) -> Iterator[Path]:
    """Give a hidden file to write an edition in; what is left of it after a failure goes."""
    file = hidden(database, edition)
    try:
        yield file
    finally:
        _delete(database.parent, f"{escape(file.name)}*")


@contextmanager
def aside(database: Path) -> Iterator[Path]:
    """Make a staging folder beside the pointer, which is removed when the build ends."""
    folder = hidden(database, "staging")
    # While the folder of the pointer is locked, no other build removes this one before it is locked
    # too. What a killed build left under this process number is removed first: in a container
    # every build may have the same number.
    with lock(database):
        folder.mkdir()
        handle = (folder / LOCK).open("w")
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with handle:
            yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def sweep(database: Path) -> None:
    """Delete what killed builds left behind; call it with the lock held."""
    for what in (IDENTIFIER, "pointer", "note", "journal", "template"):
        _delete(database.parent, f".{escape(database.stem)}.{what}.[0-9]*.draft*")
    for folder in database.parent.glob(f".{escape(database.stem)}.staging.[0-9]*.draft"):
        # Builds put tables aside before they have the lock: only the dead leave theirs unlocked.
        with suppress(OSError), (folder / LOCK).open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            rmtree(folder, ignore_errors=True)


def publish(draft: Path, edition: Path) -> None:
    """Give a finished draft its name, once its bytes and its checksum are on the disk."""
    _flush(draft)
    # A name that goes with the draft, should anything fail.
    checksum = draft.with_name(f"{draft.name}.sha256")
    checksum.write_text(described(draft, edition.name), "utf-8")
    _flush(checksum)
    checksum.replace(sidecar(edition))
    draft.replace(edition)
    _flush(edition.parent)


def point(database: Path, edition: Path) -> None:
    """Make ``edition`` the current one, in one step."""
    # The time says which editions were current last; an older one may be current again.
    os.utime(edition)
    link = hidden(database, "pointer")
    link.symlink_to(edition.name)
    link.replace(database)
    _flush(database.parent)


def prune(database: Path) -> None:
    """Delete all but the newest editions; never the current one."""
    for old in earlier(database)[: -(KEEP - 1)]:
        old.unlink(missing_ok=True)
        sidecar(old).unlink(missing_ok=True)


def earlier(database: Path) -> list[Path]:
    """Return the finished editions that are not the current one, oldest first."""
    names = f"{escape(database.stem)}-{IDENTIFIER}{escape(database.suffix)}"
    found = [
        path
        for path in database.parent.glob(names)
        if Path(os.path.realpath(path)) != current(database)
    ]
    return sorted(found, key=lambda path: path.stat().st_mtime)


def write(database: Path, file: Path, text: str) -> None:
    """Write a file beside the pointer in one step; call it with the lock held."""
    draft = hidden(database, "journal")
    draft.write_text(text, "utf-8")
    _flush(draft)
    draft.replace(file)


def last_whole(database: Path) -> Path | None:
    """Return the newest edition beside the pointer that is not damaged, the current one first."""
    now = current(database)
    candidates = [*([now] if now else []), *reversed(earlier(database))]
    return next((file for file in candidates if damage(file) is None), None)


def hidden(database: Path, what: str) -> Path:
    """Return a name that only this process writes to, and that no reader looks for."""
    return database.with_name(f".{database.stem}.{what}.{os.getpid()}.draft")


def _delete(folder: Path, pattern: str) -> None:
    for leftover in folder.glob(pattern):
        if leftover.is_dir():  # what DuckDB puts aside while it sorts
            rmtree(leftover)
        else:
            leftover.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Have the system write a file or a folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
