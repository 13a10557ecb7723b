"""Labels by which countries are found, and the rows of one country in order."""

import polars as pl

from dashboard.shaping.folding import fold, unaccented
from dashboard.words.labels import localized_columns

KINDS = ("state", "territory", "former_state")
"""Kinds of actor that the page on countries shows."""


def labels(actors: pl.DataFrame, names: pl.DataFrame, language: str) -> dict[str, str]:
    """Return, in order of name, what a reader picks a country by.

    A label holds the name, those in the other languages, the code, and further names, so that
    typing any of them finds the country.

    >>> actors = pl.DataFrame({"id": ["DEU"], "kind": ["state"],
    ...     "name_en": ["Germany"], "name_fr": ["Allemagne"]})
    >>> names = pl.DataFrame({"id": ["DEU"], "name": ["West Germany"], "kind": ["former"]})
    >>> labels(actors, names, "fr")
    {'DEU': 'Allemagne · Germany · DEU · West Germany'}
    """
    others = [name for name in localized_columns("name") if name != f"name_{language}"]
    countries = actors.filter(pl.col("kind").is_in(KINDS))
    further: dict[str, list[str]] = {}
    for key, name in names.filter(pl.col("kind") != "official").select("id", "name").iter_rows():
        further.setdefault(key, []).append(name)
    found = {
        key: _label([name, *foreign], key, further.get(key, []))
        for key, name, *foreign in countries.select("id", f"name_{language}", *others).iter_rows()
    }
    return dict(sorted(found.items(), key=lambda item: fold(item[1])))


def _label(names: list[str], key: str, further: list[str]) -> str:
    """Join the names of a country, each once.

    >>> _label(["Kenya", "Kenya"], "KEN", []), _label(["Brésil", "Brazil"], "BRA", [])
    ('Kenya · KEN', 'Brésil · Brazil · BRA · Bresil')
    """
    code = [key] if key.isupper() else []
    every = dict.fromkeys([*names, *code, *further])
    typed = (spelling for name in every for spelling in _spellings(name))
    return " · ".join(dict.fromkeys([*every, *typed]))


def _spellings(name: str) -> list[str]:
    """Return how a name is typed without accents and with either apostrophe, if it has any.

    The browser looks for what is typed letter by letter.

    >>> _spellings("Brésil"), _spellings("Kenya"), _spellings("Côte d'Ivoire")
    (['Bresil'], [], ["Cote d'Ivoire", 'Côte d’Ivoire', 'Cote d’Ivoire'])
    """
    bare = unaccented(name)
    every = [name, bare, *(each.replace("'", "’") for each in (name, bare))]
    return list(dict.fromkeys(every))[1:]
