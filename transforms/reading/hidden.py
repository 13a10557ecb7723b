"""Characters that nobody sees, and the one rule for them: they are refused, by place and name.

Two texts that look the same and are not the same find no row and join no table, so nothing is
taken away in silence. Harmless and customary are, and stay: spaces of every width, with those
that do not break; joiners in scripts that write with them; the marks that choose how a sign
looks, behind one. Line breaks and tabs are white space, and tidied as such.
"""

import re
import unicodedata

_PLANES = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000)
)
_NEVER = (
    "\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufdd0-\ufdef\ufff0-\ufffc\ue000-\uf8ff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff" + _PLANES
)
"""Control characters, marks of writing direction, fillers, tags, private use, no characters."""
_BEHIND = "\u180b-\u180f\u200c\u200d\ufe00-\ufe0f"
"""Joiners and marks that choose how the character before them looks."""
_TAKES_THEM = (
    "#*0-9\u00a9\u00ae\u0600-\u10ff\u1780-\u18af\u2190-\u2bff\u3000-\u303f\u3297\u3299"
    "\u4e00-\u9fff\ua800-\uabff\ufb50-\ufefc\U00010000-\U0003ffff" + _BEHIND
)
"""Arabic, the scripts of South and South-East Asia, ideographs, signs and pictures."""
HIDDEN = f"[{_NEVER}]|(?:^|[^{_TAKES_THEM}])[{_BEHIND}]"
"""Matches up to a hidden character, for Python and for Polars."""


def first_hidden(text: str) -> str | None:
    r"""Return where in ``text`` the first hidden character stands, and which it is.

    >>> first_hidden("id\u200b")
    'U+200B ZERO WIDTH SPACE at character 3'
    >>> first_hidden("trois\u00a0: \u0645\u06cc\u200c\u062e")
    """
    found = re.search(HIDDEN, text)
    return place(found.end(), found[0][-1]) if found else None


def place(position: int, character: str) -> str:
    r"""Return the words for a character and its position, counted from 1.

    >>> place(1, "\x07"), place(2, "\ue000")
    ('U+0007 (control character) at character 1', 'U+E000 (private use) at character 2')
    """
    kind = {"Cc": "control character", "Co": "private use"}.get(
        unicodedata.category(character), "no character"
    )
    named = unicodedata.name(character, f"({kind})")
    return f"U+{ord(character):04X} {named} at character {position}"


def visible(text: str) -> str:
    r"""Return ``text`` without its hidden characters, to compare it with what was meant.

    >>> visible("\u202aKEN\u202c\u200b")
    'KEN'
    """
    return re.sub(HIDDEN, lambda found: found[0][:-1], text)
