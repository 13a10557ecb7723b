"""The queries that are saved in ``queries/``: one SQL file each, with a title."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dashboard.sandbox.placeholders import parameters_of
from dashboard.source import database
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages
from transforms.settings import SOURCE

FOLDER = Path(__file__).parent / "queries"
ORDER = ("overdue", "due_next", "without_programme", "gaps_by_area")
"""What readers ask most; the others follow by name."""

CONTEXT = "saved query"
"""Where catalogues have the titles."""

_TITLE = re.compile(r"-- title: (?P<text>.+)\n")
_PARAMETER = re.compile(r"-- parameter (?P<key>\w+): (?P<sql>.+\n(?:--     .+\n)*)")
_ENGLISH = re.compile(rf"_{SOURCE}\b")


@dataclass(frozen=True)
class SavedQuery:
    """One query: its title and SQL with columns in English.

    ``defaults`` is for each ``$name`` a query: the first value that it finds stands there until a
    reader says otherwise. It may use the names before it.
    """

    title: str
    english: str
    defaults: Mapping[str, str] = field(default_factory=dict)

    def asks(self, t: Translator) -> str:
        """Return its title in the reader's language."""
        return t.within(CONTEXT, self.title)

    def sql(self, language: str) -> str:
        """Return the SQL with texts in the reader's language.

        >>> SavedQuery("", "SELECT name_en, en FROM actors").sql("fr")
        'SELECT name_fr, en FROM actors'
        """
        return _ENGLISH.sub(f"_{language}", self.english)


@cache
def saved_queries() -> dict[str, SavedQuery]:
    """Return every saved query by the name of its file, in the order to show."""
    read = {path.stem: _parse(path.read_text("utf-8")) for path in FOLDER.glob("*.sql")}
    return {name: read[name] for name in sorted(read, key=lambda name: (_place(name), name))}


def name_of(sql: str) -> str | None:
    """Return which saved query ``sql`` is, in whichever language; none if it is another."""
    return next(
        (name for name, query in saved_queries().items() if sql in map(query.sql, languages())),
        None,
    )


def defaults_of(sql: str) -> Mapping[str, str]:
    """Return what stands for the parameters of ``sql`` if it is a saved query; else nothing.

    A parameter for which the data has no value is left out.
    """
    name = name_of(sql)
    values: dict[str, str] = {}
    for key, default in saved_queries()[name].defaults.items() if name else ():
        given = {each: values.get(each) for each in parameters_of(default)}
        found = database.run(f"{default} LIMIT 1", **given).to_series().drop_nulls()
        if not found.is_empty():
            values[key] = str(found[0])
    return values


def _parse(text: str) -> SavedQuery:
    title = _TITLE.search(text)
    defaults = {
        found["key"]: found["sql"].replace("\n--     ", " ").strip()
        for found in _PARAMETER.finditer(text)
    }
    return SavedQuery(
        title["text"] if title else "",
        _PARAMETER.sub("", _TITLE.sub("", text)).strip(),
        defaults,
    )


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
