"""Text out of the data as Plotly shows it: Plotly takes tags and entities in any text for its own.

Every chart passes every text through here, names on axes and in legends included; only tags that
a chart writes itself are markup. What is shortened or wrapped is so before it is escaped, so that
no entity is cut.
"""

import re
import textwrap
from collections.abc import Iterable
from functools import lru_cache

from transforms.settings import LETTERS

BEFORE = "\u2002"
"""A space that is drawn at the beginning of a text, too."""
MARK = re.compile(rf" \[{LETTERS}\]$")
"""Of a text that stands in for one in another language."""


def plain(text: str) -> str:
    """Return a text that Plotly shows as it is.

    >>> plain("<b>R&D</b> &copy;")
    '&lt;b>R&amp;D&lt;/b> &amp;copy;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain_all(texts: Iterable[str]) -> list[str]:
    """Return texts that Plotly shows as they are."""
    return [plain(text) for text in texts]


def beside(texts: Iterable[str]) -> list[str]:
    """Return names for the left of an axis, each with a little room before it.

    Plotly takes their width before the typeface has come, and cuts off a letter otherwise.
    """
    return [f"{BEFORE}{text}" for text in texts]


def short(text: str, longest: int) -> str:
    """Return the beginning of a text, marked where it goes on, as Plotly shows it.

    The mark of the language that a text is in stays at its end.

    >>> short("African Union", 8), short("R&D", 8)
    ('African…', 'R&amp;D')
    >>> short("African Union [en]", 13)
    'African… [en]'
    """
    if len(text) <= longest:
        return plain(text)
    mark = found[0] if (found := MARK.search(text)) else ""
    return plain(text[: longest - 1 - len(mark)].rstrip() + "…" + mark)


@lru_cache(maxsize=16_384)
def wrapped(text: str, width: int, longest: int | None = None) -> str:
    """Return a text in lines of at most ``width`` characters, as Plotly shows it.

    A longer word stays whole, and runs of spaces become one; ``longest`` limits the whole text.

    >>> wrapped("one & two", 5), wrapped("one two three", 20, 9)
    ('one &amp;<br>two', 'one two …')
    """
    shortened = textwrap.shorten(text, longest, placeholder=" …") if longest else text
    return "<br>".join(map(plain, textwrap.wrap(shortened, width, break_long_words=False)))
