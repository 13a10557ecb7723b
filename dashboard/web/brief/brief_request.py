"""What a brief is of: which record, as of which day, with the changes since which."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.components.records.cells import Cells, Row
from dashboard.kinds import Kind
from dashboard.web.brief.document import Table, Text
from dashboard.web.shell.description import TextView
from dashboard.words.i18n import Translator

LEAST = 2
"""Rows that every list has, however little room there is."""


@dataclass(frozen=True)
class BriefRequest:
    """One brief to be written.

    Attributes:
        kind: Of the record.
        record: The record, as the relation ``records`` has it.
        day: The as-of day.
        since: The first day of the changes.
        t: The language, with labels.
        address: From kind and key of a record to its whole address.
        portion: Which part of the usual number of rows is listed.
    """

    kind: Kind
    record: Row
    day: date
    since: date
    t: Translator
    address: Callable[[str, str], str]
    portion: float = 1

    def most(self, rows: int) -> int:
        """Return how many rows are listed where ``rows`` is the usual number."""
        return max(LEAST, round(rows * self.portion))

    @property
    def key(self) -> str:
        """The key of the record."""
        return str(self.record["id"])

    def cells(self, relation: str, rows: pl.DataFrame) -> Cells:
        """Return the cells of rows of a relation, as plain text."""
        return Cells(relation, rows, TextView(self.t))

    def text(self, cells: Cells, row: Row, name: str) -> Text:
        """Return the text of a cell, with the address of the record that it names."""
        found = cells.record(row, name)
        if found:
            return Text(found[2], self.address(found[0], found[1]))
        return Text(cells.text(row, name))

    def table(self, cells: Cells, rows: pl.DataFrame, columns: dict[str, tuple[str, int]]) -> Table:
        """Return rows as a table.

        The columns have a label and a relative width; one without values is left out.
        """
        shown = {
            name: label
            for name, label in columns.items()
            if rows[cells.column(name)].null_count() < rows.height
        }
        return Table(
            [label for label, _ in shown.values()],
            [[self.text(cells, row, name) for name in shown] for row in rows.iter_rows(named=True)],
            [width for _, width in shown.values()],
        )
