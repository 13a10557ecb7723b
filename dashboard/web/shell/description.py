"""The sentence that goes with a link to a page."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape, unescape

import polars as pl

from dashboard.components.records import summary
from dashboard.components.records.cells import Cells
from dashboard.kinds import Kind
from dashboard.kinds.declared import Sentence
from dashboard.navigation import FIRST, PAGES
from dashboard.shaping.overview import state_of_things
from dashboard.source import database, records, totals
from dashboard.source.totals import Row
from dashboard.state.address import QueryValue
from dashboard.words.i18n import Translator

MARKS = re.compile(r"\*\*|\\(?=\W)")
"""What Markdown makes bold, and what keeps it from reading a mark."""
TAGS = re.compile(r"<i .*?</i> ?|<[^<>]*>")
"""What makes a chip of a status, with its glyph."""


@dataclass(frozen=True)
class TextView:
    """A language; names are no links."""

    t: Translator

    def record(self, kind: str, key: str, label: str, language: str | None = None) -> str:
        """Return the name of a record."""
        return escape(label)

    def page(self, name: str, label: str, **filters: QueryValue) -> str:
        """Return the name of a page."""
        return escape(label)


def of_page(page: str, day: date, t: Translator) -> str:
    """Return what a page shows; of the first, what the tracker is and how things stand."""
    if page != FIRST:
        return t(PAGES[page].about)
    subtitle = database.settings().localized("subtitle", t.language)
    return f"{subtitle} {as_text(state_of_things(totals.commitments(day), day, t))}"


def of_record(kind: Kind, record: Row, day: date, t: Translator) -> str:
    """Return what a record is and how it stands on the day, with its numbers, as plain text."""
    facts = records.profile(kind.profile, kind.key, record["id"], day)
    about = t.localized(record, "about") or ""
    if facts is None:
        return as_text(about) or f"{t.localized(record, 'name')} ({_called(kind, t)})"
    cells = Cells(kind.profile, pl.DataFrame([facts]), TextView(t))
    text = " ".join(summary.filled_in(_numbers_first(kind), facts, cells, day))
    return as_text(text) or f"{t.localized(record, 'name')} ({_called(kind, t)})"


def _numbers_first(kind: Kind) -> list[Sentence]:
    """Return the sentences on a kind: what it is, then those with a number, then the others."""
    lead = [Sentence(f"{{{kind.lead}}}.")] if kind.lead else []
    return lead + sorted(kind.summary, key=lambda sentence: not sentence.column)


def _called(kind: Kind, t: Translator) -> str:
    return t.label("record_kind", kind.name)


def cut(text: str, longest: int) -> str:
    """Return ``text``, cut between two words where it is too long.

    >>> cut("one two three", 9)
    'one two…'
    """
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rpartition(' ')[0]}…"


def as_text(marked: str) -> str:
    """Return a text in Markdown or HTML as plain text.

    >>> as_text('<i aria-hidden="true">●</i> **R&amp;D**')
    'R&D'
    """
    return unescape(TAGS.sub("", MARKS.sub("", marked)))
