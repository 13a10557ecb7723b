"""Small files drawn in a test, and what the first three steps say of them."""

from pathlib import Path

from tests.helpers.tables import TABLES
from tests.helpers.tiny import TINY, write_tiny
from transforms.clean import clean
from transforms.quality import problems
from transforms.reading.extract import extract, read

COLUMNS = ["id", "name_en", "name_fr"]
HEAD = "id,name_en,name_fr\n"


def saved(folder: Path, data: bytes) -> tuple[list[tuple[object, ...]], list[str]]:
    """Save ``data`` as a file and return its rows and what is said about it."""
    path = folder / "actors.csv"
    path.write_bytes(data)
    frame, problems = read(path, COLUMNS)
    said = [str(problem).removeprefix(f"{folder.name}/") for problem in problems]
    return frame.rows(), said


def told(folder: Path) -> list[str]:
    """Return everything that is wrong with the files in ``folder``, as a user reads it."""
    raw, found = extract(folder, TABLES)
    tables = {name: clean(raw[name], schema) for name, schema in TABLES.items()}
    return [str(problem) for problem in sorted(found + problems(raw, tables, TABLES))]


def told_of(folder: Path, **files: str) -> list[str]:
    """Return what is wrong with the tiny data after some of its files are replaced."""
    return told(write_tiny(folder / "data", **files))


def changed(table: str, old: str, new: str) -> dict[str, str]:
    """Return the tiny text of ``table`` with one piece of it replaced."""
    assert TINY[table].count(old) == 1, f"{old!r} should stand in {table} once"
    return {table: TINY[table].replace(old, new)}


def added(table: str, *rows: str) -> dict[str, str]:
    """Return the tiny text of ``table`` with rows below it."""
    return {table: TINY[table] + "".join(f"{row}\n" for row in rows)}
