"""Suggestions for a wrong key: the client may have written a name, in any language."""

import re
from collections.abc import Collection, Mapping, Sequence, Set
from difflib import get_close_matches
from functools import reduce

from dashboard.shaping.country_names import suggested_country
from dashboard.shaping.folding import fold
from dashboard.source import queries
from dashboard.web.http.query import did_you_mean, shortened
from dashboard.words.i18n import Translator

MOST = 3
"""Most keys that are suggested for one name."""
COUNTRY = re.compile("[A-Z]{3}")
"""The key of a country: a wrong suggestion is worse than none."""
CLOSE = 0.7
"""Similarity from which on a name is suggested."""


def with_key_suggestion(sentence: str, wrong: str, keys: Collection[str], t: Translator) -> str:
    """Return ``sentence`` with the key that ``wrong`` names or nearly names, or nearly is.

    It knows all names of actors and texts, in every language, and two-letter codes of countries.
    """
    named, own = _named(frozenset(keys)), {fold(key) for key in keys}
    word = fold(wrong)
    meant = named.get(word, [])
    if word in own and len(meant) < 2:
        return did_you_mean(sentence, wrong, keys, t)
    if not meant:
        countries = [
            (name, key) for name, every in named.items() for key in every if COUNTRY.fullmatch(key)
        ]
        country = suggested_country(wrong, countries)
        meant = [country] if country else named.get(_near(word, named, own), [])
    if not meant:
        return did_you_mean(sentence, wrong, keys, t)
    titles = _titles(t)
    words = [f"{shortened(key, t)} ({titles[key]})" for key in meant[:MOST]]
    return with_suggestions(sentence, words, t)


def _near(word: str, named: Mapping[str, list[str]], own: Set[str]) -> str:
    """Return the name or key that a word nearly is, or nothing; countries are apart."""
    others = {
        name for name, keys in named.items() if not all(COUNTRY.fullmatch(key) for key in keys)
    }
    near = get_close_matches(word, others | own, n=1, cutoff=CLOSE) if named else []
    return near[0] if near else ""


def with_suggestions(sentence: str, words: Sequence[str], t: Translator) -> str:
    """Return ``sentence`` with what may have been meant, if anything.

    >>> with_suggestions("There is no 'DCO'", ["'dco'", "'undco'"], Translator())
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
    return {row["id"]: t.localized(row, "name") for row in actors.iter_rows(named=True)} | {
        row["id"]: t.localized(row, "short_title") for row in texts.iter_rows(named=True)
    }
