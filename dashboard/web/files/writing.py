"""Rows as the body of an answer: CSV and JSON piece by piece, other files whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import polars as pl

from dashboard.source import database
from dashboard.source.row_records import ADDRESS
from dashboard.web.http.negotiation import translator_for
from dashboard.web.request.relation_request import RelationRequest
from dashboard.words.i18n import message
from dashboard.words.labels import languages
from transforms.files.cover import About
from transforms.files.kinds import ADDRESSED, Kind
from transforms.files.writers import csv_bytes, excel_bytes, json_bytes, write

PAGE = message("Address of the page of the row.")
CELLS = 1_000_000
"""What a workbook can hold here: each takes a fraction of a millisecond and a kilobyte."""


class TooLargeError(Exception):
    """More rows than this kind of file is made for."""


@dataclass(frozen=True)
class Format:
    """One kind of file."""

    media_type: str
    write: Callable[[Iterator[pl.DataFrame], RelationRequest], Iterator[bytes]]
    streams: bool
    shown: str
    """Whether a browser shows it (inline) or saves it (attachment)."""


def csv(batches: Iterable[pl.DataFrame], request: RelationRequest) -> Iterator[bytes]:
    """Yield CSV, as ``csv_bytes`` has it; the first piece begins with the header."""
    header = b""
    for rows in batches:
        head = csv_bytes(rows.clear())
        lines = csv_bytes(rows)[len(head) :]
        piece = lines if header else head + lines
        header = head
        if piece:
            yield piece


def json(batches: Iterable[pl.DataFrame], request: RelationRequest) -> Iterator[bytes]:
    """Yield a JSON array, as ``json_bytes`` has it."""
    before = b"["
    for rows in batches:
        objects = json_bytes(rows).strip().removeprefix(b"[").removesuffix(b"]")
        if objects:
            yield before + objects
            before = b","
    yield b"]\n" if before == b"," else b"[]\n"


def whole(kind: str, batches: Iterable[pl.DataFrame], request: RelationRequest) -> Iterator[bytes]:
    """Yield one file of a kind that needs all rows at once."""
    yield write(kind, pl.concat(batches))


def excel(batches: Iterable[pl.DataFrame], request: RelationRequest) -> Iterator[bytes]:
    """Yield one workbook, whose first sheet describes it.

    Raises:
        TooLargeError: It would take the server too long.
    """
    rows = pl.concat(_bounded(batches))
    meaning = {column.name: column.meaning for column in request.relation.columns}
    meaning[ADDRESS] = {code: translator_for(code)(PAGE) for code in languages()}
    day = {} if request.day is None else {"as_of": request.day}
    about = About(
        request.relation.name,
        request.relation.meaning,
        database.edition(),
        database.settings(),
        day | _joined(request.items()),
        [(name, meaning[name]) for name in rows.columns],
        request.language,
    )
    yield excel_bytes(rows, about)


def _bounded(batches: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    cells = 0
    for rows in batches:
        cells += rows.height * rows.width
        if cells > CELLS:
            raise TooLargeError
        yield rows


def _joined(pairs: list[tuple[str, str]]) -> dict[str, object]:
    """Return values by name, several of them in one text.

    >>> _joined([("status", "limited"), ("status", "complete")])
    {'status': 'limited, complete'}
    """
    names = dict.fromkeys(name for name, _ in pairs)
    return {name: ", ".join(value for other, value in pairs if other == name) for name in names}


_WRITERS = {
    "csv": (csv, True, "attachment"),
    "json": (json, True, "inline"),
    "xlsx": (excel, False, "attachment"),
}
"""What writes a kind, whether it does so piece by piece, and how a browser treats it."""


def _format(kind: Kind) -> Format:
    default = (partial(whole, kind.name), False, "attachment")
    return Format(kind.media_type, *_WRITERS.get(kind.name, default))


FORMATS = {ending: _format(kind) for ending, kind in ADDRESSED.items()}
"""Kinds of file, by how the address ends."""
