"""Tables in the one order in which they are written, with the digest of what they hold."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import dataframely as dy
import polars as pl

from transforms.database import ddl

LINE = "line"
"""The column with the line of each row in its file; it is not part of the table."""
SLICE = 100_000
"""Rows that are worked on at once."""


@dataclass(frozen=True)
class Ordered:
    """A table whose columns and rows are in order.

    Attributes:
        height: How many rows it has.
        digest: Of all cells, without ``line``.
        rows: The rows, or a file of Arrow's format (IPC) that holds them.
    """

    height: int
    digest: bytes
    rows: pl.DataFrame | Path

    def read(self, columns: list[str] | None = None) -> pl.DataFrame:
        """Return the rows, with all columns or certain ones."""
        if isinstance(self.rows, pl.DataFrame):
            return self.rows if columns is None else self.rows.select(columns)
        rows = pl.scan_ipc(self.rows)
        return (rows if columns is None else rows.select(columns)).collect()

    def slices(self) -> Iterator[pl.DataFrame]:
        """Yield the rows in parts, so that not all are in memory at once."""
        for start in range(0, max(self.height, 1), SLICE):
            if isinstance(self.rows, pl.DataFrame):
                yield self.rows.slice(start, SLICE)
            else:
                yield pl.scan_ipc(self.rows).slice(start, SLICE).collect()


def ordered(table: pl.DataFrame, schema: type[dy.Schema], file: Path | None = None) -> Ordered:
    """Put the columns and rows of a table into order; without a file they stay in memory.

    It has a column ``line`` where its rows come from a file.
    """
    columns = [column.name for column in ddl.columns(schema)]
    lines = [LINE] if LINE in table.columns else []
    rows = table.select(*columns, *lines).sort(schema.primary_key())
    digest = _digest(rows.select(columns))
    if file is None:
        return Ordered(rows.height, digest, rows)
    _put_aside(rows, file)
    return Ordered(rows.height, digest, file)


def _put_aside(rows: pl.DataFrame, file: Path) -> None:
    """Write rows to a file, in one step: a task that a cluster gave up may still be writing.

    Raises:
        OSError: With its number, which Polars only writes in words.
    """
    try:
        draft = file.with_name(f"{file.name}.{uuid4().hex}")
        rows.write_ipc(draft, record_batch_size=SLICE)
        draft.replace(file)
    except OSError as error:
        if found := re.search(r"os error (\d+)", str(error)):
            number = int(found[1])
            raise OSError(number, os.strerror(number), str(file.parent)) from error
        raise


def _digest(rows: pl.DataFrame) -> bytes:
    digest, text = sha256(), BytesIO()
    for part in rows.iter_slices(SLICE):
        text.seek(0)
        # Quotes tell an empty cell from one with no text in it.
        part.write_csv(text, include_header=False, quote_style="non_numeric")
        digest.update(text.getbuffer()[: text.tell()])
    return digest.digest()
