"""What changed between two days, in words: kinds of change, and records within them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import polars as pl

from dashboard.source.two_days import OF_CHANGE, OF_RECORD
from dashboard.words.i18n import Translator

NAMED_BY_KIND = frozenset({"commitment", "membership", "milestone", "organization", "programme"})
"""Aspects of which the kind of change already says how the thing stands now."""
NUMBERS = frozenset({"count", "figure"})

Row = Mapping[str, Any]
Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Line:
    """One record within a kind of change.

    Attributes:
        rows: The first of its changes; several where members of one body joined or left.
        more: How many more changes there are.
        was: How it stood, in words; nothing where the kind of change says it.
        now: How it stands.
    """

    rows: Sequence[Row]
    more: int
    was: str
    now: str

    @property
    def first(self) -> Row:
        """The change that stands for the line."""
        return self.rows[0]

    @property
    def gathered(self) -> bool:
        """Whether the line is of a body or text with those who joined or left it."""
        return len(self.rows) > 1


@dataclass(frozen=True)
class Group:
    """All changes of one kind; ``n`` in all, of which the first are ``lines``."""

    change: str
    label: str
    n: int
    lines: Sequence[Line]


def groups(rows: pl.DataFrame, lists: Lists, t: Translator) -> list[Group]:
    """Return the kinds of change in ``source.two_days.rows``, in their order."""
    found = []
    for change, own in groupby(rows.iter_rows(named=True), lambda row: row["change"]):
        of_kind = list(own)
        label = t.label("change", change)
        found.append(Group(change, label, of_kind[0][OF_CHANGE], list(_lines(of_kind, lists, t))))
    return found


def counts(groups: Sequence[Group], t: Translator, named: int | None = None) -> str:
    """Return in words how many changes there are of each of the first ``named`` kinds.

    >>> counts([Group("left", "left", 2, []), Group("joined", "joined", 1200, [])], Translator())
    'left 2 and joined 1,200'
    """
    parts = [f"{group.label} {t.number(group.n)}" for group in groups[:named]]
    rest = sum(group.n for group in groups[len(parts) :])
    others = [t.plural("{n} other", "{n} others", rest)] if rest else []
    return t.join([*parts, *others])


def _lines(rows: Sequence[Row], lists: Lists, t: Translator) -> Iterator[Line]:
    """Gather members of one body; everything else has a line of its own."""
    bodies: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        part = row["item_id"] if row["aspect"] not in ("membership", "act") else ""
        bodies.setdefault((row["record_id"], part), []).append(row)
    for own in bodies.values():
        was, now = _states(own[0], lists, t) if len(own) == 1 else ("", "")
        more = own[0][OF_RECORD] - len(own) if len(own) > 1 else 0
        yield Line(own, more, was, now)


def _states(row: Row, lists: Lists, t: Translator) -> tuple[str, str]:
    """Return in words how something stood and stands."""
    if row["aspect"] in NUMBERS:
        return _number(row["before_value"], t), _number(row["after_value"], t)
    before, after = (_label(name, row[name], lists, t) for name in ("before", "after"))
    if row["before"] and row["after"] and row["before"] != row["after"]:
        return before, after
    return "", "" if row["aspect"] in NAMED_BY_KIND else after


def _label(column: str, code: str | None, lists: Lists, t: Translator) -> str:
    """Return what readers see for a code of the first list that has it."""
    known = (t.labels[name] for name in lists[column])
    return next((labels[code] for labels in known if code in labels), "") if code else ""


def _number(text: str | None, t: Translator) -> str:
    """Return a number, or both ends of a range, as the language writes it.

    >>> _number("1543000", Translator()), _number("1–3", Translator()), _number(None, Translator())
    ('1,543,000', '1–3', '')
    """
    return "–".join(t.number(float(part), 2) for part in text.split("–")) if text else ""
