"""The catalogues in ``locales/``: messages in each language, and names of columns."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from gettext import NullTranslations
from pathlib import Path

from transforms.catalogues import catalogue, chain, compiled, translations
from transforms.languages import typeset
from transforms.settings import SOURCE

LOCALES = Path(__file__).parents[1] / "locales"


@dataclass(frozen=True)
class Named:
    """A column as English readers see it; ``help`` is for one that a page works out itself."""

    label: str
    help: str = ""


def available() -> tuple[str, ...]:
    """Return the languages that the interface has texts in, that of the code first."""
    folders = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
    return (SOURCE, *(code for code in folders if code != SOURCE))


@cache
def texts(language: str, first: str = SOURCE) -> NullTranslations:
    """Return every text of a language; what it lacks is shown in ``first``, and marked."""
    return chain(language, first, own_texts)


@cache
def columns() -> Mapping[str, Named]:
    """Return the English labels of columns, by column name."""
    known = tomllib.loads((LOCALES / SOURCE / "columns.toml").read_text("utf-8"))
    return {
        name: Named(entry) if isinstance(entry, str) else Named(**entry)
        for name, entry in known.items()
    }


def own_texts(language: str) -> NullTranslations:
    """Return what a language has texts of; what it lacks is English."""
    if language == SOURCE:  # its texts are those of the code
        return NullTranslations()
    return translations(_compiled(language))


@cache
def _compiled(language: str) -> bytes:
    return compiled(catalogue(LOCALES, language, partial(typeset, code=language)))
