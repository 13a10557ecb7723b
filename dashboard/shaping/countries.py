"""Labels by which countries are found, and which of them are set side by side."""

from collections.abc import Iterable, Mapping

import polars as pl

from dashboard.shaping.folding import fold, unaccented
from dashboard.source import queries
from dashboard.words.i18n import Translator
from dashboard.words.labels import localized_columns

KINDS = ("state", "territory", "former_state")
"""Kinds of actor that the page on countries shows."""
BESIDE = "with"
"""The parameter with the countries to compare with."""
MOST_BESIDE = 4
"""How many countries can be compared with one."""


def together(country: str, beside: Iterable[str], t: Translator) -> dict[str, str]:
    """Return a country, and those that an address sets beside it, each with its name."""
    rows = queries.countries().filter(pl.col("id").is_in([country, *beside]))
    names = {row["id"]: t.localized(row, "name") for row in rows.iter_rows(named=True)}
    others = [key for key in dict.fromkeys(beside) if key != country and key in names]
    return {key: names[key] for key in [country, *others[:MOST_BESIDE]]}


def title(names: Mapping[str, str], t: Translator) -> str:
    """Return what the page of a country is called, and of those that it is compared with."""
    name, *others = names.values()
    return t("{name}, compared with {others}", name=name, others=t.join(others)) if others else name


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
