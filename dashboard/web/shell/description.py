"""The sentence that goes with a link to a page."""

import re
from datetime import date

from dashboard.navigation import FIRST, PAGES
from dashboard.shaping.overview import state_of_things
from dashboard.source import queries, totals
from dashboard.source.totals import Row
from dashboard.words.i18n import Translator

MARKS = re.compile(r"\*\*|\\(?=\W)")
"""What Markdown makes bold, and what keeps it from reading a mark."""


def of_page(page: str, day: date, t: Translator) -> str:
    """Return what a page shows; of the first, what the tracker is and how things stand."""
    if page != FIRST:
        return t(PAGES[page].about)
    subtitle = queries.settings().localized("subtitle", t.language)
    return f"{subtitle} {_plain(state_of_things(totals.commitments(day), day, t))}"


def of_record(record: Row, t: Translator) -> str:
    """Return what a record is, in a sentence."""
    about = t.localized(record, "about") or ""
    kind = t.label("record_kind", record["kind"])
    return _plain(about) or f"{t.localized(record, 'name')} ({kind})"


def cut(text: str, longest: int) -> str:
    """Return ``text``, cut between two words where it is too long.

    >>> cut("one two three", 9)
    'one two…'
    """
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rpartition(' ')[0]}…"


def _plain(text: str) -> str:
    return MARKS.sub("", text)
