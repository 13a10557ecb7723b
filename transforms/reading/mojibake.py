"""Find letters that an earlier save in a wrong encoding broke, in text that is UTF-8 now.

A letter of two or three bytes that was read in an 8-bit encoding became two or three signs:
``Ã©`` in Windows-1252, ``Ă©`` in Windows-1250, ``√©`` on a Mac, ``├⌐`` in a DOS window. All that
western European text can become is worked out here, and looked for. No library mends it: what
ftfy proposes is a guess, and an editor has the source.
"""

import re
from collections.abc import Iterator
from functools import cache

from transforms.problems import Severity

_ASCII = bytes(range(0x80))
_LOST = "\ufffd".encode()

Damage = tuple[int, str, Severity]
"""Position in bytes, message, severity."""

_LETTERS = "".join(map(chr, range(0xA0, 0x180))) + "\u0218\u0219\u021a\u021b"
_SIGNS = "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u202f\u20ac"
_READ_AS = ("cp1252", "latin-1", "cp1250", "mac_roman", "cp437", "cp850", "cp1251")
_PLAIN = re.compile(r"\w{2,}|\w[\u2018-\u201e\u2026\u2013\u2014\u00bb\u00a0]")
"""What is good text as well: two letters, or a letter and what often stands behind one."""
_CERTAIN = "ÃÂâ"
"""Letters that begin damage whatever follows: no language puts a sign behind them."""


def first_of_each_kind(text: bytes) -> Iterator[Damage]:
    """Yield the first place of each kind of damage in ``text``, which is UTF-8."""
    # All damage is in letters beyond ASCII, which are few: they are looked at by themselves first.
    beyond = text.translate(None, _ASCII)
    if not _any_kind().search(beyond) or not _any_kind().search(text):
        return
    if (at := text.find(_LOST)) >= 0:
        yield at, "'\ufffd' stands for a letter that an earlier save lost", "error"
    for kind in _kinds():
        if found := kind.search(text):
            seen = found[0].decode()
            lost = f"{seen!r} is left of a letter that an earlier save in a wrong encoding broke"
            yield found.start(), lost, "error"


@cache
def _any_kind() -> re.Pattern[bytes]:
    """Return the pattern of all kinds together, and of the sign for a letter that was lost."""
    return re.compile(b"|".join([_LOST, *(kind.pattern for kind in _kinds())]))


@cache
def _kinds() -> list[re.Pattern[bytes]]:
    """Return the patterns of what broken letters look like, one for each first sign."""
    by_start: dict[str, set[str]] = {}
    for letter in _LETTERS + _SIGNS:
        for encoding in _READ_AS:
            seen = letter.encode().decode(encoding, "ignore")
            if len(seen) == len(letter.encode()) and _is_damage(seen):
                by_start.setdefault(seen[0], set()).add(seen[1:])
    return [
        re.compile(
            start.encode() + b"(?:%b)" % b"|".join(re.escape(end.encode()) for end in sorted(ends))
        )
        for start, ends in by_start.items()
    ]


def _is_damage(seen: str) -> bool:
    """Whether nobody writes this on purpose.

    >>> _is_damage("Ã©"), _is_damage("Ä\u201c"), _is_damage("Гр")
    (True, False, False)
    """
    return seen[0] in _CERTAIN or not _PLAIN.search(seen)
