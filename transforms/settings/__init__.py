"""The settings of a data folder, ``tracker.toml``, read and checked.

They hold what neither the code nor a view may know about the data: the name of the tracker, its
publisher, licence and languages, and the keys of rows with a special meaning.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from transforms.problems import Problem, did_you_mean
from transforms.settings.checks import faults
from transforms.settings.codes import LETTERS, mark, marked
from transforms.settings.documents import series
from transforms.settings.fields import REFERENCES, SETTINGS, SOURCE, Settings, Texts

__all__ = [
    "FILE",
    "LETTERS",
    "SETTINGS",
    "SOURCE",
    "Settings",
    "Texts",
    "mark",
    "marked",
    "read",
    "strangers",
]

FILE = "tracker.toml"
DEFAULTS = Path(__file__).with_name("defaults.toml")


def read(folder: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings in the ``tracker.toml`` of ``folder``, and what is wrong with it.

    Settings that are missing or wrong are taken from ``defaults.toml``; without the file, the
    languages are those for which ``actors.csv`` has a column of names.
    """
    path = folder / FILE
    file = f"{folder.resolve().name}/{FILE}"
    try:
        text = path.read_text("utf-8-sig")
        given = tomllib.loads(text)
    except FileNotFoundError:
        return _settings({"languages": _languages_of(folder)}), [
            Problem(file, 0, "", MISSING, "warning")
        ]
    except OSError as error:
        return _settings({}), [Problem(file, 0, "", f"the file cannot be read: {error.strerror}")]
    except ValueError as error:
        return _settings({}), [Problem(file, *_place(str(error)))]
    found = [Problem(file, _line(text, key), key, message) for key, message in faults(given)]
    wrong = {problem.column for problem in found}
    return _settings({k: v for k, v in given.items() if k not in wrong}, text), found


MISSING = (
    "the file is missing: nothing says what the tracker is called, who publishes it and under"
    " which licence; CONTRIBUTING.md says what to write"
)


def strangers(settings: Settings, ids: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Yield a problem for each key in the settings that no row of the tables in ``ids`` has."""
    for name, tables in REFERENCES.items():
        if not all(table in ids for table in tables):
            continue
        known = {key for table in tables for key in ids[table]}
        where = " or ".join(f"{table}.csv" for table in tables)
        value = getattr(settings, name)
        for word in (value,) if isinstance(value, str) else value:
            if word and word not in known:
                message = f"{name} {word!r} is not in {where}{did_you_mean(word, known)}"
                yield Problem(file, _line(settings.text or "", word), name, message)


def _settings(given: Mapping[str, Any], text: str | None = None) -> Settings:
    known = {**tomllib.loads(DEFAULTS.read_text("utf-8")), **given}
    languages = tuple(known.get("languages", (SOURCE,)))
    values = {
        key: _value(SETTINGS[key], value, languages)
        for key, value in known.items()
        if key in SETTINGS
    }
    return Settings(**values, text=text)


def _value(kind: str, value: Any, languages: tuple[str, ...]) -> Any:
    if kind == "words":
        return tuple(value)
    if kind == "documents":
        return series(value)
    if kind != "texts":
        return value
    given = dict.fromkeys(languages, value) if isinstance(value, str) else value
    return {language: given[language] for language in languages if given.get(language)}


def _languages_of(folder: Path) -> tuple[str, ...]:
    """Return the languages that the names of actors are given in, by the head of the file."""
    try:
        with (folder / "actors.csv").open(encoding="utf-8-sig") as lines:
            head = lines.readline()
    except (OSError, ValueError):
        return (SOURCE,)
    return tuple(re.findall(rf"\bname_({LETTERS})\b", head)) or (SOURCE,)


def _place(message: str) -> tuple[int, str, str]:
    """Split a message of ``tomllib`` into line, column and text.

    >>> _place("Invalid value (at line 3, column 8)")
    (3, '', 'the file is not TOML: Invalid value')
    >>> _place("Expected '=' after a key (at end of document)")
    (0, '', "the file is not TOML: Expected '=' after a key (at end of document)")
    """
    place = re.search(r" \(at line (\d+), column \d+\)$", message)
    return (
        int(place[1]) if place else 0,
        "",
        f"the file is not TOML: {message[: place.start()] if place else message}",
    )


def _line(text: str, word: str) -> int:
    """Return the first line with ``word`` as a key or in quotation marks; 0 for none.

    >>> _line('map = "world"', "world"), _line('name.en = "Map"', "map")
    (1, 0)
    """
    pattern = re.compile(rf'^\s*{re.escape(word)}\s*[.=]|"{re.escape(word)}"', re.MULTILINE)
    found = pattern.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
