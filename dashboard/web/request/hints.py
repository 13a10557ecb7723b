"""What somebody meant by a key that there is not: it may be a name, in either language."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import reduce

from dashboard.shaping.commitments import fold
from dashboard.source import queries
from dashboard.web.http.query import did_you_mean, shortened
from dashboard.words.i18n import Translator

MOST = 3
"""How many of those that share a name are told."""
CLOSE = 0.7
"""How much of a name must be right."""


def key_meant(sentence: str, said: str, keys: Collection[str], t: Translator) -> str:
    """Return ``sentence`` with the key that ``said`` names or nearly names, or nearly is.

    Known are all names of actors and texts, in every language, and two-letter codes of countries.
    """
    named, own = _named(frozenset(keys)), {fold(key) for key in keys}
    word = fold(said)
    if word not in named:
        near = get_close_matches(word, named.keys() | own, n=1, cutoff=CLOSE) if named else []
        word = near[0] if near else word
    if word not in named or (word in own and len(named[word]) == 1):
        return did_you_mean(sentence, said, keys, t)
    titles = _titles(t)
    words = [f"{shortened(key, t)} ({titles[key]})" for key in named[word][:MOST]]
    return hinting(sentence, words, t)


def hinting(sentence: str, words: Sequence[str], t: Translator) -> str:
    """Return ``sentence`` with what may have been meant, if anything.

    >>> hinting("There is no 'DCO'", ["'dco'", "'undco'"], Translator())
    "There is no 'DCO' (did you mean 'dco' or 'undco'?)."
    """
    if not words:
        return f"{sentence}."
    hint = reduce(lambda one, other: t("{one} or {other}", one=one, other=other), words)
    return t("{sentence} (did you mean {word}?).", sentence=sentence, word=hint)


def _named(keys: frozenset[str]) -> Mapping[str, list[str]]:
    """Return the keys that each name stands for, by the folded name."""
    found: dict[str, list[str]] = {}
    names = [queries.names(subject).select("folded", "id") for subject in ("actor", "instrument")]
    codes = queries.table("countries").select("iso2", "id").drop_nulls()
    for frame in (*names, codes):
        for name, key in frame.iter_rows():
            if key in keys and key not in found.setdefault(fold(name), []):
                found[fold(name)].append(key)
    return {name: known for name, known in found.items() if known}


def _titles(t: Translator) -> Mapping[str, str]:
    """Return what readers call actors and texts, by key."""
    actors, texts = queries.table("actors"), queries.table("instruments")
    return {row["id"]: t.field(row, "name") for row in actors.iter_rows(named=True)} | {
        row["id"]: t.field(row, "short_title") for row in texts.iter_rows(named=True)
    }
