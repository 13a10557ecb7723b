"""What a brief is asked for: which record, as of which day, with the changes since which."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.components.records.cells import Cells, Row
from dashboard.kinds import Kind
from dashboard.web.brief.document import Said, Table
from dashboard.web.shell.description import TextView
from dashboard.words.i18n import Translator


@dataclass(frozen=True)
class Asked:
    """One brief to be written.

    Attributes:
        kind: Of the record.
        record: The record, as the relation ``records`` has it.
        day: The as-of day.
        since: The day from which on changes are told.
        t: The language, with labels.
        address: From kind and key of a record to its whole address.
    """

    kind: Kind
    record: Row
    day: date
    since: date
    t: Translator
    address: Callable[[str, str], str]

    @property
    def key(self) -> str:
        """The key of the record."""
        return str(self.record["id"])

    def cells(self, relation: str, rows: pl.DataFrame) -> Cells:
        """Return what cells of a relation say."""
        return Cells(relation, rows, TextView(self.t))

    def said(self, cells: Cells, row: Row, name: str, kind: str = "") -> Said:
        """Return what a cell says, with the address of the record that it names."""
        found = cells.record(row, name, kind)
        if found:
            return Said(found[2], self.address(found[0], found[1]))
        return Said(cells.text(row, name))

    def table(self, cells: Cells, rows: pl.DataFrame, columns: dict[str, tuple[str, int]]) -> Table:
        """Return rows as a table.

        Args:
            cells: What the cells of the rows say.
            rows: All that are shown.
            columns: What each column is called and how wide it is, by its name.
        """
        shown = {
            name: called
            for name, called in columns.items()
            if rows[cells.column(name)].null_count() < rows.height
        }
        return Table(
            [called for called, _ in shown.values()],
            [[self.said(cells, row, name) for name in shown] for row in rows.iter_rows(named=True)],
            [width for _, width in shown.values()],
        )
