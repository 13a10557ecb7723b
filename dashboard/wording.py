"""The files in ``locales/``: what is said in each language, and how columns are called."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent / "locales"
_LOOSE = re.compile(r" (?=[:;?!»%](?:[\s).,]|$))|(?<=«) ")


@cache
def messages(language: str) -> dict[str, str]:
    """Return every message of the files in ``locales/<language>/``."""
    typeset = _french if language == "fr" else str
    return {english: typeset(text) for english, text in _merged(LOCALES / language).items()}


@cache
def columns() -> dict[str, dict[str, str]]:
    """Return the labels of columns, by column name and then by language.

    A column that a page works out itself also has its meaning, as ``help_en`` and ``help_fr``.
    """
    return _merged(LOCALES / "columns")


def _french(text: str) -> str:
    r"""Keep a sign and the word before it on one line.

    >>> _french("Membres : 3")
    'Membres\xa0: 3'
    """
    return _LOOSE.sub("\u00a0", text)


def _merged(folder: Path) -> dict[str, Any]:
    files = sorted(folder.glob("*.toml"))
    return {
        key: text for path in files for key, text in tomllib.loads(path.read_text("utf-8")).items()
    }
