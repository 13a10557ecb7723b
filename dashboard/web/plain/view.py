"""Where links on plain pages lead: to other plain pages, and to the app where there is no such."""

import html
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.components.common.links import outside
from dashboard.kinds import KINDS, plain_path
from dashboard.state.address import QueryValue
from dashboard.words.i18n import Translator


@dataclass(frozen=True)
class PlainView:
    """A language, and what makes links in it on a plain page.

    Attributes:
        t: The language.
        root: The way from the page to the root of the site.
        carried: What the links say besides, such as ``lang`` and ``as_of``.
    """

    t: Translator
    root: str
    carried: dict[str, str]

    def record(self, kind: str, key: str, label: str, language: str | None = None) -> str:
        """Return a link to the plain page of a record."""
        return _link(self.address(plain_path(kind, key)), label, language)

    def page(self, name: str, label: str, **filters: QueryValue) -> str:
        """Return a link to a page of the app."""
        given = {key: value for key, value in filters.items() if value}
        return _link(self.address(name, **given), label)

    def address(self, path: str, **query: QueryValue) -> str:
        """Return an address of this server, relative to the page."""
        encoded = urlencode(query | self.carried, doseq=True)
        return f"{self.root}{path}{'?' if encoded else ''}{encoded}"

    def app(self, kind: str, key: str) -> str:
        """Return the address of the page of a record in the app."""
        declared = KINDS[kind]
        return self.address(declared.page, **{declared.parameter: key})

    @staticmethod
    def outside(url: str) -> str:
        """Return a link to somewhere else."""
        return outside(url)


def _link(target: str, label: str, language: str | None = None) -> str:
    lang = f' lang="{html.escape(language)}"' if language else ""
    return f'<a href="{html.escape(target)}"{lang}>{html.escape(label)}</a>'
