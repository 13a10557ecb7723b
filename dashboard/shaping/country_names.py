"""Guess the country from a text that is neither its code nor one of its names."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from dashboard.shaping.folding import fold

SMALL = {"of", "the", "and", "du", "de", "la", "des", "et", "les", "le"}
"""Words that an acronym may leave out."""
SHORTEST = 4
"""Letters of a part of a name."""
CLOSE, APART = 0.8, 0.05
"""How much of a name must be right, and how much more of it than of the next country's."""

Names = Iterable[tuple[str, str]]
"""Names, folded, and the key of the country that each stands for."""


def suggested_country(text: str, names: Names) -> str | None:
    """Return the key of the one country that ``text`` can mean; none rather than a wrong one.

    It is known by its letters alone, by its initials, by a part of its name that no other has,
    and with a slip, unless another name is as near.

    >>> names = [("democratic republic of the congo", "COD"), ("poland", "POL"), ("kenya", "KEN")]
    >>> [suggested_country(text, names) for text in ("DRC", "Kenia", "Holland")]
    ['COD', 'KEN', None]
    """
    word, known = letters(text), [(name, key) for name, key in names]
    for rule in (_same, _initials, _part):
        if found := {key for name, key in known if rule(word, text, name)}:
            return found.pop() if len(found) == 1 else None
    return _nearest(word, known)


def letters(text: str) -> str:
    """Return a name without what people write differently: case, accents, spaces, signs."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _same(word: str, text: str, name: str) -> bool:
    return word == letters(name)


def _initials(word: str, text: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name, small words in it or not."""
    words = re.findall(r"[a-z0-9]+", name)
    large = [each for each in words if each not in SMALL]
    short = 2 < len(word) <= 6 and " " not in text.strip()
    return short and word in {"".join(each[0] for each in every) for every in (words, large)}


def _part(word: str, text: str, name: str) -> bool:
    """Whether whole words of a name are meant, or its beginning."""
    words = f" {re.sub('[^a-z0-9]+', ' ', name).strip()} "
    inside = f" {re.sub('[^a-z0-9]+', ' ', fold(text)).strip()} " in words
    return len(word) >= SHORTEST and (inside or letters(name).startswith(word))


def _nearest(word: str, known: list[tuple[str, str]]) -> str | None:
    if len(word) <= SHORTEST:
        return None
    best: dict[str, float] = {}
    for name, key in known:
        plain = letters(name)
        if plain[:1] == word[0]:
            ratio = SequenceMatcher(None, word, plain).ratio()
            best[key] = max(ratio, best.get(key, 0))
    ranked = sorted(((ratio, key) for key, ratio in best.items()), reverse=True)
    (ratio, key), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    return key if ratio >= CLOSE and ratio - second >= APART else None
