"""Links to records: true links, whose address can be copied, that open within the session.

Every name of something that has a page is shown through ``record``. A script of the page
(``dashboard.state.scripts.LINKS``) opens the links without loading the app anew.
"""

import html
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.components.common.words import escape
from dashboard.kinds import KINDS
from dashboard.state.address import QueryValue, address

STYLE = Path(__file__).with_name("records.css")
"""How links to records, and lists of them, look."""
INSIDE = "in"
"""Class of the links that open within the session."""


def href(kind: str, key: str) -> str:
    """Return the address of a record, with the reader's language and day."""
    declared = KINDS[kind]
    return address(declared.page, **{declared.parameter: key})


def record(kind: str, key: str, label: str, language: str | None = None) -> str:
    """Return a link to a record, as HTML; the label is plain text, maybe in another language."""
    return inside(href(kind, key), label, language)


def markdown(kind: str, key: str, label: str) -> str:
    """Return a link to a record, as Markdown; the label is plain text."""
    return f"[{escape(label)}]({href(kind, key)})"


def page(name: str, label: str, /, **filters: QueryValue) -> str:
    """Return a link to a page with filters set, as HTML."""
    return inside(address(name, **filters), label)


def inside(target: str, label: str, language: str | None = None) -> str:
    """Return a link within the session, as HTML; ``language`` is that of its label, if another."""
    lang = f' lang="{html.escape(language)}"' if language else ""
    return f'<a class="{INSIDE}" href="{html.escape(target)}"{lang}>{html.escape(label)}</a>'


def outside(url: str) -> str:
    """Return a link to somewhere else, as HTML; only to what a browser opens as a page.

    >>> outside("https://www.un.org/x"), outside("javascript:x")
    ('<a href="https://www.un.org/x" rel="noopener">un.org</a>', 'javascript:x')
    """
    parts = urlsplit(url)
    label = parts.netloc.removeprefix("www.") or url
    if parts.scheme not in ("http", "https"):
        return html.escape(label)
    return f'<a href="{html.escape(url)}" rel="noopener">{html.escape(label)}</a>'
