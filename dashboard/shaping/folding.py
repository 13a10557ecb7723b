"""Fold words as the search folds them: accents, case, typographic marks."""

import unicodedata

KEYBOARD = str.maketrans("‐‑‒–—−’‘ʼ", "------'''")  # noqa: RUF001 (that is what it is about)
"""Hyphens, dashes and apostrophes as a keyboard has them; see the macro ``search_text``."""
UNSEEN = ("Mn", "Cf")
"""Accents, and what nobody sees: marks of direction, soft hyphens, spaces without width."""


def fold(text: str) -> str:
    """Return ``text`` as the column ``folded`` has it.

    That is in lower case, without accents, with plain hyphens and apostrophes.

    >>> fold("Cœur d’État")
    "coeur d'etat"
    """
    return unaccented(text.lower())


def unaccented(text: str) -> str:
    """Return ``text`` as it is typed in haste: no accents, plain hyphens and apostrophes.

    >>> unaccented("Œuvre d’État")
    "OEuvre d'Etat"
    """
    plain = text.replace("œ", "oe").replace("Œ", "OE").translate(KEYBOARD)
    signs = unicodedata.normalize("NFD", plain)
    return "".join(c for c in signs if unicodedata.category(c) not in UNSEEN)
