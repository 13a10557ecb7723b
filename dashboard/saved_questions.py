"""The questions that are saved in ``questions/``: one SQL file each, with what it asks."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.i18n import LANGUAGES

FOLDER = Path(__file__).parent / "questions"
ORDER = ("overdue", "due_next", "without_programme", "gaps_by_area")
"""What readers ask most; the others follow by name."""

_HEADER = re.compile(r"-- (?P<language>[a-z]{2}): (?P<title>.+)\n")
_ENGLISH = re.compile(r"_en\b")


@dataclass(frozen=True)
class SavedQuestion:
    """One question: its title in each language, and SQL with columns in English."""

    titles: dict[str, str]
    english: str

    def sql(self, language: str) -> str:
        """Return the SQL with texts in the reader's language.

        >>> SavedQuestion({}, "SELECT name_en, en FROM actors").sql("fr")
        'SELECT name_fr, en FROM actors'
        """
        return _ENGLISH.sub(f"_{language}", self.english)


@cache
def saved_questions() -> dict[str, SavedQuestion]:
    """Return every saved question by the name of its file, in the order to show."""
    read = {path.stem: _parse(path.read_text("utf-8")) for path in FOLDER.glob("*.sql")}
    return {name: read[name] for name in sorted(read, key=lambda name: (_place(name), name))}


def name_of(sql: str) -> str | None:
    """Return which saved question ``sql`` is, in whichever language; none if it is another."""
    return next(
        (
            name
            for name, question in saved_questions().items()
            if sql in map(question.sql, LANGUAGES)
        ),
        None,
    )


def _parse(text: str) -> SavedQuestion:
    titles = {found["language"]: found["title"] for found in _HEADER.finditer(text)}
    return SavedQuestion(
        {language: titles[language] for language in LANGUAGES}, _HEADER.sub("", text).strip()
    )


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
