"""The files in ``locales/``: what is said in each language, and how columns are called."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parents[1] / "locales"
JOINERS = {"en": "; ", "fr": "\u00a0; "}
"""Between the parts of a list, by language."""

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_LOOSE = re.compile(
    r" (?=[:;?!»%](?:[\s).,]|$))"  # a sign that stands apart from its word
    r"|(?<=«) "
    r"|(?<=[\d}]) (?=(?:s|Mo|secondes?)(?![\w'’]))"  # a number and its unit
    rf"|(?:(?<=\d)|(?<=\b1er)) (?=(?:{_MONTHS})\b)"  # a day and its month
)


@cache
def messages(language: str) -> dict[str, str]:
    """Return every message of the files in ``locales/<language>/``."""
    said = _merged(LOCALES / language)
    return {english: typeset(text, language) for english, text in said.items()}


@cache
def columns() -> dict[str, dict[str, str]]:
    """Return the labels of columns, by column name and then by language.

    A column that a page works out itself also has its meaning, as ``help_en`` and ``help_fr``.
    """
    return {
        name: {key: typeset(text, key[-2:]) for key, text in labels.items()}
        for name, labels in _merged(LOCALES / "columns").items()
    }


def typeset(text: str, language: str) -> str:
    r"""Return ``text`` as a page shows it; no line of French begins with a sign or a unit.

    What comes out of the database goes through here on its way to a page, and to no file of data.

    >>> typeset("Membres : 3", "fr"), typeset("le 1er mai, 3 s", "fr"), typeset("a : b", "en")
    ('Membres\xa0: 3', 'le 1er\xa0mai, 3\xa0s', 'a : b')
    """
    return _LOOSE.sub("\u00a0", text) if language == "fr" else text


def _merged(folder: Path) -> dict[str, Any]:
    files = sorted(folder.glob("*.toml"))
    return {
        key: text for path in files for key, text in tomllib.loads(path.read_text("utf-8")).items()
    }
