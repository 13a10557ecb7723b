"""What can be wrong with the file of a journal: all of it, or one value."""

import json
from collections.abc import Callable
from typing import Any

WHOLE = {
    "an empty file": "",
    "half of it": '{"format": 2, "id": "',
    "bytes": "\x00\x01",
    "a list": "[]",
    "a number": "7",
    "another format": '{"format": 7}',
    "nothing but the format": '{"format": 2}',
    "nothing but an old format": '{"format": 1}',
    "a title that is text, in an old format": '{"format": 1, "title_en": ["a"]}',
    "brackets without end": "[" * 200_000,
    "a number without end": "1" * 5_000,
}
"""What may be in the file instead of a journal."""
AT = {
    "a name that is a number": ("id", 5),
    "a name that is none": ("id", "x"),
    "a word too many": ("more", 1),
    "no editions": ("editions", None),
    "an edition that is a number": ("editions.0", 1),
    "an edition that is a path": ("editions.0.id", "../tracker"),
    "a previous edition that is a path": ("editions.1.previous", "a/b"),
    "a moment without a zone": ("editions.0.published_at", "2026-11-22T00:00:00"),
    "a moment of no month": ("editions.0.published_at", "2026-13-22T00:00:00+00:00"),
    "evidence of no day": ("editions.0.newest_evidence", "x"),
    "rows that are text": ("editions.0.rows", "x"),
    "rows that are true": ("editions.0.rows", True),
    "changes without tables": ("editions.1.changes", {}),
    "tables that are a list": ("editions.1.changes.tables", []),
    "named rows that are text": ("editions.1.changes.tables.milestones.rows", "x"),
    "counts that are text": ("editions.1.changes.tables.milestones.added", "1"),
    "definitions that are none": ("editions.1.changes.definitions", None),
    "a duty that is a list": ("deadlines.milestone:moved", []),
    "a duty that is another": ("deadlines.milestone:moved.id", "renamed"),
    "a duty of no origin": ("deadlines.milestone:moved.origin", "actor"),
    "half a character": ("deadlines.milestone:moved.title.en", "\ud800"),
    "a letter in a date": ("deadlines.milestone:moved.due_on", "2O30-1"),
    "a date of no month": ("deadlines.milestone:moved.due_on", "2030-13"),
    "a date at the end of time": ("deadlines.milestone:moved.due_on", "9999-12-31"),
    "no title": ("deadlines.milestone:moved.title", None),
    "no date": ("deadlines.milestone:moved.due_on", None),
    "no actors": ("deadlines.milestone:moved.actor_ids", None),
    "a sequence without end": ("deadlines.milestone:moved.sequence", 10**20),
    "a sequence below nothing": ("deadlines.milestone:moved.sequence", -7),
    "half a sequence": ("deadlines.milestone:moved.sequence", 1.5),
    "a change at no time": ("deadlines.milestone:moved.changed_at", "yesterday"),
    "a first sequence that is text": ("first_sequence", "1"),
}
"""Where one value of a journal is another, and which."""


def spoilt(text: str, at: str, value: object) -> str:
    """Return the text of a journal with one value replaced."""
    content: Any = json.loads(text)
    *way, last = (int(step) if step.isdecimal() else step for step in at.split("."))
    inner = content
    for step in way:
        inner = inner[step]
    inner[last] = value
    return json.dumps(content)


DAMAGE: dict[str, Callable[[str], str]] = {
    **{name: lambda _, text=text: text for name, text in WHOLE.items()},  # type: ignore[misc]
    **{name: lambda text, at=at: spoilt(text, *at) for name, at in AT.items()},  # type: ignore[misc]
}
SOME = ["half of it", "brackets without end", "an edition that is a path", "half a character",
        "no date", "no actors", "a sequence without end"]  # fmt: skip
"""What is also tried on builds and on the addresses, for which all damage is one and the same."""
