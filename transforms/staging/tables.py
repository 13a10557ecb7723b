"""Turn one file of the data into a table that is ready to be written: the work of one task.

A task reads one file; cleans, checks, types and sorts its rows; and writes them to a folder that
all tasks share. Little is passed between processes: the problems, and the path of the rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import dataframely as dy
import polars as pl

from transforms.clean import clean, derive, stand_in
from transforms.database.ordered import LINE, Ordered, ordered
from transforms.paths import folder_name
from transforms.problems import Problem
from transforms.quality import as_problems, needed, row_problems
from transforms.reading.extract import read_table
from transforms.schema import tables as declared

Languages = tuple[tuple[str, ...], tuple[str, ...]]
"""Those of the data, and those in which nothing may be missing."""


@dataclass(frozen=True)
class Staged:
    """A table that is ready to be written, if nothing is wrong with it.

    Attributes:
        present: The columns that its file has, and ``line``; nothing else if it cannot be read.
        found: What is wrong with the file, and with its rows by themselves.
        table: The rows.
    """

    present: frozenset[str]
    found: tuple[Problem, ...]
    table: Ordered

    @property
    def is_read(self) -> bool:
        """Whether the file could be read."""
        return self.present > {LINE}


def stage(data: Path, name: str, languages: Languages, aside: Path | None) -> Staged:
    """Read, clean, check, type and sort one table.

    Args:
        data: Folder of the files.
        name: Of the table.
        languages: Of the data.
        aside: Folder for the rows that other processes can read; without it they stay in memory.
    """
    schema = declared(*languages)[name]
    raw, found = read_table(data, name, schema)
    present = frozenset(raw.columns)
    table = clean(raw, schema)
    of_rows = [(name, finding) for finding in row_problems(raw, table, schema)]
    del raw
    found += as_problems(of_rows, folder_name(data))
    derived = stand_in(derive(table, schema), schema)
    del table
    file = aside / f"{name}.arrow" if aside else None
    return Staged(present, tuple(found), ordered(derived, schema, file))


class Judged(Mapping[str, pl.DataFrame]):
    """The columns of staged tables on which checks of whole tables rest, read on first use.

    In the order of the files where lines are to be named, otherwise as they are stored.
    """

    def __init__(
        self,
        staged: Mapping[str, Staged],
        schemas: Mapping[str, type[dy.Schema]],
        *,
        by_line: bool = False,
    ) -> None:
        """Read nothing yet."""
        self._staged, self._schemas, self._by_line = staged, schemas, by_line
        self._read: dict[str, pl.DataFrame] = {}

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Read one table."""
        if name not in self._read:
            rows = self._staged[name].table.read([LINE, *needed(self._schemas[name])])
            self._read[name] = rows.sort(LINE) if self._by_line else rows
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._staged)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._staged)
