"""Where a record is shown: within the app, or on a page of plain HTML.

The facts and lists of a record are HTML that is the same in both; what differs is the language
that it is in and where its links lead.
"""

from dataclasses import dataclass
from typing import Protocol

from dashboard.components.common import links
from dashboard.state.address import QueryValue
from dashboard.words.i18n import Translator


class RecordView(Protocol):
    """A language, and what makes links in it."""

    @property
    def t(self) -> Translator:
        """The language."""

    def record(self, kind: str, key: str, label: str, language: str | None = None) -> str:
        """Return a link to a record, as HTML; ``language`` is that of its label, if another."""

    def page(self, name: str, label: str, **filters: QueryValue) -> str:
        """Return a link to a page of the app with filters set, as HTML."""


@dataclass(frozen=True)
class AppView:
    """The view within the app: links keep the session, its language and its day."""

    t: Translator

    def record(self, kind: str, key: str, label: str, language: str | None = None) -> str:
        """Return a link to the page of a record in the app."""
        return links.record(kind, key, label, language)

    def page(self, name: str, label: str, **filters: QueryValue) -> str:
        """Return a link to another page of the app."""
        return links.page(name, label, **filters)


@dataclass(frozen=True)
class Block:
    """One part of a record: a heading and what stands below it, as HTML.

    Attributes:
        anchor: Its name in the address.
        title: In the reader's language.
        html: The content.
        note: A sentence on it, if there is one to say.
        more: Links to the rest of it, as HTML.
    """

    anchor: str
    title: str
    html: str
    note: str = ""
    more: str = ""
