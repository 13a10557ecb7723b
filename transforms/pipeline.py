"""The whole way, from the files of a data folder to the current database.

What is heavy is imported where it is needed: with nothing changed, `build` needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from transforms.database import editions, freshness
from transforms.database.editions import Edition
from transforms.database.integrity import damage
from transforms.paths import DATA, DATABASE, VIEWS, folder_name
from transforms.staging.where import Where

if TYPE_CHECKING:
    from transforms.database.ordered import Ordered
    from transforms.problems import Problem
    from transforms.settings import Settings

HERE = Where()
Progress = Callable[[str], None]


IN_MEMORY = 50_000_000
"""Bytes of CSV files up to which all tables stay in memory; larger ones are put on the disk."""


@dataclass(frozen=True)
class Checked:
    """Tables that passed every rule, and what a reader of the log should still look at."""

    tables: dict[str, Ordered]
    settings: Settings
    warnings: list[Problem]


def silent(step: str) -> None:
    """Say nothing about a step."""


def check(
    data: Path = DATA,
    previous: Mapping[str, int] | None = None,
    *,
    aside: Path | None = None,
    where: Where = HERE,
    allow_shrink: bool = False,
    progress: Progress = silent,
) -> Checked:
    """Return the tables in ``data``, with the days that their dates can mean.

    Args:
        data: Folder with one CSV file per table, and ``tracker.toml``.
        previous: Rows per table in the last edition, where tables are not to lose many.
        aside: Folder for the tables; without it they stay in memory.
        where: Where the tables are read and judged; other processes need ``aside``.
        allow_shrink: Take lost rows as a warning.
        progress: Told what is being done.

    Raises:
        DataProblems: Everything that is wrong with the data, at once.
        ClusterError: Other processes cannot be had, or do not stay.
    """
    from transforms.problems import DataProblems
    from transforms.quality import shrinkage
    from transforms.reading.extract import no_folder, unknown_files
    from transforms.schema import TABLES
    from transforms.settings import read
    from transforms.staging import executors, judging, tables

    progress(f"reading {data}")
    settings, found = read(data)
    if missing := no_folder(data):
        raise DataProblems(found + missing)
    found += unknown_files(data)
    languages = settings.languages, settings.complete
    largest = sorted(TABLES, key=lambda name: -size(data / f"{name}.csv"))
    tasks = {name: (data.absolute(), name, languages, aside) for name in largest}
    staged = executors.run(tables.stage, tasks, where)
    staged = {name: staged[name] for name in TABLES}
    progress("checking the data")
    found += [problem for each in staged.values() for problem in each.found]
    found += judging.judge(staged, settings, folder_name(data))
    counts = {name: each.table.height for name, each in staged.items() if each.is_read}
    found += shrinkage(counts, previous or {}, folder_name(data), allowed=allow_shrink)
    if any(problem.severity == "error" for problem in found):
        raise DataProblems(found)
    return Checked({name: each.table for name, each in staged.items()}, settings, sorted(found))


def size(file: Path) -> int:
    """Return the bytes of a file; none of one that is not there."""
    return file.stat().st_size if file.is_file() else 0


def is_large(data: Path) -> bool:
    """Whether the tables of a folder are too many for the memory at once."""
    return sum(map(size, data.glob("*.csv"))) > IN_MEMORY


@contextmanager
def tables_aside(data: Path, database: Path, where: Where) -> Iterator[Path | None]:
    """Give a folder for the tables where they are many, or made by other processes."""
    if where.is_here and not is_large(data):
        yield None
    else:
        with editions.aside(database) as folder:
            yield folder.absolute()


def build(
    data: Path = DATA,
    database: Path = DATABASE,
    *,
    views: Path = VIEWS,
    where: Where = HERE,
    allow_shrink: bool = False,
    progress: Progress = silent,
) -> Edition:
    """Check the data and make it the current edition of ``database``, unless it is already.

    An edition that is damaged is noticed and built anew.

    Raises:
        DataProblems: The data is not right; the old edition stays the current one.
        RelationError: A view or macro does not run; the same.
        EditionError: ``database`` is a file that no build has made.
        ClusterError: Other processes cannot be had, or do not stay.
    """
    from transforms import journal

    made_from = freshness.inputs(data, views)
    same = freshness.remembered(database, made_from)
    current = editions.current(database)
    wrong = damage(current) if current else None
    if same and not wrong:
        missed = journal.record(database)
        return replace(same, warnings=(missed,) if missed else ())

    from transforms.database.load import load
    from transforms.database.reader import row_counts

    previous = row_counts(database)
    with tables_aside(data, database, where) as aside:
        checked = check(
            data, previous, aside=aside, where=where, allow_shrink=allow_shrink, progress=progress
        )
        progress("writing the database")
        edition = load(checked.tables, checked.settings, database, views)
    progress("noting what changed")
    missed = journal.record(database)
    freshness.remember(database, edition, made_from)
    warnings = [*map(str, checked.warnings), *([missed] if missed else [])]
    if wrong:
        done = "built anew" if current == edition.path else "replaced"
        warnings.insert(0, f"{current}: warning: the edition was damaged and is {done}: {wrong}")
    return replace(edition, warnings=tuple(warnings))
