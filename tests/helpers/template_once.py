"""Make the empty database of each code and languages once in a test run, not for each folder."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile, rmtree

from tests.helpers.shared import made_once
from transforms.database import template

_ready = template.ready


def ready(database: Path, key: str, write: Callable[[Path], None]) -> Path:
    """Return the file of an empty database, which is copied from the one that any test has made."""

    def make(folder: Path) -> None:
        try:
            write(folder / "template.duckdb")
        except BaseException:
            rmtree(folder)
            raise

    def copy(file: Path) -> None:
        copyfile(made_once(f"template-{key}", make) / "template.duckdb", file)

    return _ready(database, key, copy)
