"""Where things are."""

import errno
import os
import stat
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The folder that holds the packages and the data: a checkout, or where they are installed."""

DATA = ROOT / "data"
DOCS = ROOT / "docs"
VIEWS = ROOT / "transforms" / "views"
DASHBOARD = ROOT / "dashboard"


def _build() -> Path:
    """Return ``build/`` of a checkout; installed, a folder that the user may write to."""
    if (ROOT / "pyproject.toml").exists():
        return ROOT / "build"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "commitment-tracker"


DATABASE = Path(os.environ.get("TRACKER_DATABASE") or _build() / "tracker.duckdb").absolute()
"""The pointer to the current edition. Open what it resolves to, not the pointer itself."""


def served_data() -> Path | None:
    """Return the data folder of the server's database, or None if it is not known.

    A database that was given without its data folder is never built from other data.
    """
    if folder := os.environ.get("TRACKER_DATA"):
        return Path(folder).absolute()
    return None if os.environ.get("TRACKER_DATABASE") else DATA


def special_file(path: Path) -> str | None:
    """Return what ``path`` is instead of a file, or None if it can be read as one.

    Reading a pipe or a device may never end. A missing file gives None: opening it reports that.

    >>> special_file(ROOT), special_file(ROOT / "nothing here")
    ('a folder', None)
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "a link that leads nowhere" if path.is_symlink() else None
    except OSError as error:
        return "a loop of symbolic links" if error.errno == errno.ELOOP else None
    return None if stat.S_ISREG(mode) else _SPECIAL.get(stat.S_IFMT(mode), "no regular file")


_SPECIAL = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def folder_name(folder: Path) -> str:
    """Return the name of a folder, whatever way leads to it; links may run in a circle."""
    return Path(os.path.realpath(folder)).name


def document(name: str) -> Path:
    """Return a licence, or how to cite: beside the packages in a checkout, inside one installed."""
    home = ROOT if (ROOT / "pyproject.toml").exists() else ROOT / "transforms" / "legal"
    return home / name
