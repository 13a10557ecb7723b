"""The whole way, from the files of a data folder to the current database.

What is heavy is imported where it is needed: with nothing changed, `build` needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from transforms.database import editions
from transforms.database.editions import Edition
from transforms.database.freshness import inputs
from transforms.database.integrity import damage
from transforms.paths import DATA, DATABASE, VIEWS, folder_name

if TYPE_CHECKING:
    import polars as pl

    from transforms.problems import Problem
    from transforms.settings import Settings

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """Tables that passed every rule, and what a reader of the log should still look at."""

    tables: dict[str, pl.DataFrame]
    settings: Settings
    warnings: list[Problem]


def silent(step: str) -> None:
    """Say nothing about a step."""


def check(
    data: Path = DATA,
    previous: Mapping[str, int] | None = None,
    *,
    allow_shrink: bool = False,
    progress: Progress = silent,
) -> Checked:
    """Return the tables in ``data``, with the days that their dates can mean.

    Args:
        data: Folder with one CSV file per table, and ``tracker.toml``.
        previous: Rows per table in the last edition, where tables are not to lose many.
        allow_shrink: Take lost rows as a warning.
        progress: Told what is being done.

    Raises:
        DataProblems: Everything that is wrong with the data, at once.
    """
    from transforms.clean import clean, derive, stand_in
    from transforms.problems import DataProblems
    from transforms.quality import places, problems, shrinkage
    from transforms.reading.extract import extract
    from transforms.schema import tables as declared
    from transforms.settings import FILE, read, strangers

    progress(f"reading {data}")
    settings, found = read(data)
    schemas = declared(settings.languages, settings.complete)
    raw, more = extract(data, schemas)
    found += more
    tables = {name: clean(frame, schemas[name]) for name, frame in raw.items()}
    progress("checking the data")
    folder = folder_name(data)
    counts = {name: table.height for name, table in tables.items() if raw[name].width > 1}
    found += problems(raw, tables, schemas, folder)
    ids = {name: table["id"] for name, table in tables.items() if "id" in raw[name].columns}
    found += strangers(settings, ids, f"{folder}/{FILE}")
    if settings.without_locator is not None:
        found += places(tables, schemas, settings.without_locator, folder)
    found += shrinkage(counts, previous or {}, folder, allowed=allow_shrink)
    if any(problem.severity == "error" for problem in found):
        raise DataProblems(found)
    derived = {
        name: stand_in(derive(table, schemas[name]), schemas[name])
        for name, table in tables.items()
    }
    return Checked(derived, settings, sorted(found))


def build(
    data: Path = DATA,
    database: Path = DATABASE,
    *,
    views: Path = VIEWS,
    allow_shrink: bool = False,
    progress: Progress = silent,
) -> Edition:
    """Check the data and make it the current edition of ``database``, unless it is already.

    An edition that is damaged is noticed and built anew.

    Raises:
        DataProblems: The data is not right; the old edition stays the current one.
        RelationError: A view or macro does not run; the same.
        EditionError: ``database`` is a file that no build has made.
    """
    from transforms import journal

    made_from = inputs(data, views)
    same = editions.remembered(database, made_from)
    current = editions.current(database)
    wrong = damage(current) if current else None
    if same and not wrong:
        missed = journal.record(database)
        return replace(same, warnings=(missed,) if missed else ())

    from transforms.database.load import load
    from transforms.database.reader import row_counts

    checked = check(data, row_counts(database), allow_shrink=allow_shrink, progress=progress)
    progress("writing the database")
    edition = load(checked.tables, checked.settings, database, views)
    progress("noting what changed")
    missed = journal.record(database)
    editions.remember(database, edition, made_from)
    warnings = [*map(str, checked.warnings), *([missed] if missed else [])]
    if wrong:
        done = "built anew" if current == edition.path else "replaced"
        warnings.insert(0, f"{current}: warning: the edition was damaged and is {done}: {wrong}")
    return replace(edition, warnings=tuple(warnings))
