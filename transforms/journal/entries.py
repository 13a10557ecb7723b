"""What the journal holds, and how its file is written and read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypedDict
from uuid import uuid4

import msgspec

from transforms.journal import format_1
from transforms.journal.deadlines import Deadline, key
from transforms.journal.shapes import Count, Day, Identifier, Moment, Uuid, check_dates

FORMAT: Literal[2] = 2
"""Of the file; format 1 is read too, and written as this one."""


class Values(TypedDict):
    """What a column held, and what it holds."""

    before: str | None
    now: str | None


class Row(TypedDict):
    """One row that was added, removed or changed, as it was called when it was there."""

    id: str
    title: dict[str, str]
    """By language."""
    refers_to: dict[str, str | None]
    """Other keys in it, by column: what a reader can open instead of the row."""
    columns: dict[str, Values]
    """Each column that changed."""


class TableChanges(TypedDict):
    """How many rows of a table were added, removed and changed; the first of them by name."""

    added: Count
    removed: Count
    changed: Count
    rows: dict[str, list[Row]]
    """Under ``added``, ``removed`` and ``changed``; none for tables that only count."""


class Changes(TypedDict):
    """What differs between two editions."""

    tables: dict[str, TableChanges]
    definitions: list[str]
    """Views, macros and closed lists that were added, removed or changed, if no row differs."""


@dataclass(frozen=True)
class Entry:
    """One edition that became the current one."""

    id: Identifier
    published_at: Moment
    rows: Count
    newest_evidence: Day | None
    previous: Identifier | None
    """The edition that was current before; nothing for the first."""
    changes: Changes | None
    """Against the edition before; nothing where that is not known."""


@dataclass(frozen=True)
class Journal:
    """All that is remembered, oldest edition first."""

    id: Uuid = field(default_factory=lambda: str(uuid4()))
    editions: tuple[Entry, ...] = ()
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    first_sequence: Count = 0
    """The least SEQUENCE of what is new in the calendar: more than any lost journal gave."""

    def text(self) -> str:
        """Return what the file holds: JSON that people can read too."""
        content = _File(FORMAT, self.id, self.editions, self.deadlines, self.first_sequence)
        return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"

    @classmethod
    def parsed(cls, text: str) -> "Journal":
        """Return the journal in a file.

        Raises:
            ValueError: It is damaged, or not a journal.
        """
        try:
            read = _decoded(text)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise ValueError(f"it is not a journal: {str(error)[:150]}") from error
        duties = read.deadlines.values()
        if any(name != key(duty) for name, duty in read.deadlines.items()):
            raise ValueError("a deadline has the name of another")
        check_dates(
            [entry.published_at for entry in read.editions] + [d["changed_at"] for d in duties],
            [entry.newest_evidence for entry in read.editions],
            [d["due_on"] for d in duties] + [d["ended_on"] for d in duties],
        )
        return cls(read.id, read.editions, read.deadlines, read.first_sequence)


def _decoded(text: str) -> "_File":
    if msgspec.json.decode(text, type=_Format).format == FORMAT:
        return msgspec.json.decode(text, type=_File)
    return msgspec.convert(format_1.converted(msgspec.json.decode(text)), type=_File)


class _Format(msgspec.Struct):
    """Of all that a file holds, how it is written."""

    format: int


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """What a file holds: all of it has to be there."""

    format: Literal[2]
    id: Uuid
    editions: tuple[Entry, ...]
    deadlines: Mapping[str, Deadline]
    first_sequence: Count
