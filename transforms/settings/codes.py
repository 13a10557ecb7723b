"""The codes that a language of the data can have, and how a text is marked with one.

A code is the part of BCP 47 that fits into the name of a column.
"""

import re

LETTERS = "[a-z]{2,3}"
"""The primary subtag of BCP 47, in lower case: ISO 639-1 where it has two letters, else 639-3.

A script or a region (``zh-Hant``, ``en-GB``) is not part of it: the locale of a language says it.
"""
LANGUAGE = re.compile(LETTERS)
TAKEN = frozenset(
    {"as", "by", "day", "due", "for", "id", "ids", "in", "met", "of", "on", "to", "url"}
)
"""How the names of columns end that are no texts: a language of the data cannot be called so."""


def fault(code: str) -> str:
    """Return why a language of the data cannot have this code; nothing if it can.

    >>> fault("fr"), fault("English")
    ('', "'English' is not a code of two or three letters, as 'en'")
    """
    if not LANGUAGE.fullmatch(code):
        return f"{code!r} is not a code of two or three letters, as 'en'"
    if code in TAKEN:
        return f"names of other columns end in '_{code}': take its code of three letters"
    return ""


def marked(text: str, language: str) -> str:
    """Mark a text that stands in for one in another language.

    >>> marked("Members", "en")
    'Members [en]'
    """
    return f"{text}{mark(language)}" if text else text


def mark(language: str) -> str:
    """Return what follows a text that stands in for one in another language.

    >>> mark("en")
    ' [en]'
    """
    return f" [{language}]"
