"""Small files drawn in a test, and what the first three steps say of them."""

from pathlib import Path

import polars as pl

from tests.helpers.staged_once import stage
from tests.helpers.tables import SETTINGS, TABLES
from tests.helpers.tiny import TINY, write_tiny
from transforms.problems import Problem
from transforms.reading.extract import read, read_table, unknown_files
from transforms.staging.judging import judge

LANGUAGES = SETTINGS.languages, SETTINGS.complete

COLUMNS = ["id", "name_en", "name_fr"]
HEAD = "id,name_en,name_fr\n"


def saved(folder: Path, data: bytes) -> tuple[list[tuple[object, ...]], list[str]]:
    """Save ``data`` as a file and return its rows and what is said about it."""
    path = folder / "actors.csv"
    path.write_bytes(data)
    frame, problems = read(path, COLUMNS)
    text = [str(problem).removeprefix(f"{folder.name}/") for problem in problems]
    return frame.rows(), text


def reported(folder: Path) -> list[str]:
    """Return everything that is wrong with the files in ``folder``, as a user reads it."""
    staged = {name: stage(folder, name, LANGUAGES, None) for name in TABLES}
    found = [*unknown_files(folder), *(each for one in staged.values() for each in one.found)]
    return [str(problem) for problem in sorted(found + judge(staged, SETTINGS, folder.name))]


def extracted(folder: Path) -> tuple[dict[str, pl.DataFrame], list[Problem]]:
    """Return the cells of every table in ``folder``, and what is wrong with the files."""
    read_ = {name: read_table(folder, name, schema) for name, schema in TABLES.items()}
    found = [*unknown_files(folder), *(each for _, problems in read_.values() for each in problems)]
    return {name: frame for name, (frame, _) in read_.items()}, sorted(found)


def problems_of(folder: Path, **files: str) -> list[str]:
    """Return what is wrong with the tiny data after some of its files are replaced."""
    return reported(write_tiny(folder / "data", **files))


def changed(table: str, old: str, new: str) -> dict[str, str]:
    """Return the tiny text of ``table`` with one piece of it replaced."""
    assert TINY[table].count(old) == 1, f"{old!r} should stand in {table} once"
    return {table: TINY[table].replace(old, new)}


def added(table: str, *rows: str) -> dict[str, str]:
    """Return the tiny text of ``table`` with rows below it."""
    return {table: TINY[table] + "".join(f"{row}\n" for row in rows)}
