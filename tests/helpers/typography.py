"""What a page shows in the reader's language, and what of it is not set as the language is."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from playwright.sync_api import Page

from transforms.languages import typeset

SILENT = ("script", "style", "code", "pre", "noscript", "textarea")
CHOSEN_DAY = "[data-testid=stDateInput] *, [aria-live]"
"""What Streamlit says of a day itself, to who does not see it."""
SPOKEN = ("alt", "aria-label", "placeholder", "title")
EMPTY = ("meta", "link", "input", "br", "hr", "img", "path", "circle", "line", "rect")
CROWDED = re.compile(r"[^\W\d_][;:?!»](?=[\s).]|$)|«\w")
"""A sign that stands apart from its word in French, directly at one."""
MARKED = re.compile(r" \[[a-z]{2}\]")
"""In a text that is of another language, where no element can say so."""
SHOWN = """([silent, spoken]) => {
  const found = [], own = document.documentElement.lang
  for (const element of document.querySelectorAll('title, body *')) {
    if (element.closest(silent) || element.closest('[lang]').lang !== own) continue
    if (element.localName !== 'title' && !element.checkVisibility()) continue
    found.push(...spoken.map(name => element.getAttribute(name)))
    found.push(...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ data }) => data))
  }
  return found.filter(text => text?.trim())
}"""


def unset(texts: Iterable[str], language: str) -> list[str]:
    r"""Return the texts that the typesetter would change, or in which a French sign is crowded.

    >>> unset(["l'IA", "l’IA\u00a0: trois", "fin :", "fin:"], "fr"), unset(["the end:"], "en")
    (["l'IA", 'fin :', 'fin:'], [])
    """
    return [
        text
        for text in dict.fromkeys(texts)
        if (typeset(text, language) != text or (language == "fr" and CROWDED.search(text)))
        and not MARKED.search(text)
    ]


def shown_by(page: Page) -> list[str]:
    """Return what a page in a browser says in its language."""
    found: list[str] = page.evaluate(SHOWN, [", ".join((*SILENT, CHOSEN_DAY)), SPOKEN])
    return found


def shown_in(markup: str) -> list[str]:
    """Return what a page of HTML says in its language.

    >>> shown_in("<html lang=fr><title>a</title><p lang=en>b<i>c</i></p>d<code>e</code><br>f")
    ['a', 'd', 'f']
    """
    reader = _Reader()
    reader.feed(markup)
    return reader.found


class _Reader(HTMLParser):
    """Collects the texts of a page, but for what is of another language, or of none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says, and its language; none for what is silent."""
        known = {name: value or "" for name, value in attrs}
        around = self.open[-1][1] if self.open else known.get("lang", "")
        language = "" if tag in SILENT else known.get("lang", around)
        if tag not in EMPTY:
            self.open.append((tag, language))
        if language and language == self.open[0][1]:
            self.found += [known[name] for name in SPOKEN if known.get(name)]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, with those in it that nobody closed."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if data.strip() and self.open and self.open[-1][1] == self.open[0][1] != "":
            self.found.append(data)
