"""What the journal holds, and how its file is written and read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict
from uuid import uuid4

from transforms.journal.deadlines import Deadline, key
from transforms.journal.shapes import Day, Identifier, Moment, Uuid, check

FORMAT = 1
"""Of the file; another one cannot be read."""


class Values(TypedDict):
    """What a column held, and what it holds."""

    before: str | None
    now: str | None


class Row(TypedDict):
    """One row that was added, removed or changed, as it was called when it was there."""

    id: str
    title_en: str
    title_fr: str
    refers_to: dict[str, str | None]
    """Other keys in it, by column: what a reader can open instead of the row."""
    columns: dict[str, Values]
    """Each column that changed."""


class TableChanges(TypedDict):
    """How many rows of a table were added, removed and changed; the first of them by name."""

    added: int
    removed: int
    changed: int
    rows: dict[str, list[Row]]
    """Under ``added``, ``removed`` and ``changed``; none for tables that only count."""


class Changes(TypedDict):
    """What differs between two editions."""

    tables: dict[str, TableChanges]
    definitions: list[str]
    """Views, macros and closed lists that are new, gone or other; told where no row differs."""


@dataclass(frozen=True)
class Entry:
    """One edition that became the current one."""

    id: Identifier
    published_at: Moment
    rows: int
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
    first_sequence: int = 0
    """The least SEQUENCE of what is new in the calendar: more than any lost journal gave."""

    def text(self) -> str:
        """Return what the file holds: JSON that people can read too."""
        content = {"format": FORMAT, **vars(self), "editions": [*map(vars, self.editions)]}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def parsed(cls, text: str) -> "Journal":
        """Return the journal in a file.

        Raises:
            ValueError: It is damaged, or not a journal.
        """
        try:
            raw = json.loads(text)
            if raw.pop("format") != FORMAT:
                raise ValueError("it has another format")
            check(raw, cls)
            if any(name != key(duty) for name, duty in raw["deadlines"].items()):
                raise ValueError("a deadline has the name of another")
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError) as error:
            raise ValueError(f"it is not a journal: {error}") from error
        entries = tuple(Entry(**entry) for entry in raw.pop("editions"))
        return cls(editions=entries, **raw)
