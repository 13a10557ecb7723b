"""Both languages are complete: nothing that a reader sees is English by accident."""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from dashboard.words.i18n import LANGUAGES, Translator
from dashboard.words.messages import LOCALES, columns, messages
from transforms.paths import DASHBOARD

OTHERS = [language for language in LANGUAGES if language != "en"]


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call in the code of the dashboard, with its file."""
    for path in sorted(DASHBOARD.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def texts(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that a translator looks up: of t(…), t.n(…) and message(…)."""
    match call.func:
        case ast.Name("t" | "message") | ast.Attribute(attr="t"):
            return call.args[:1]
        case ast.Attribute(ast.Name("t") | ast.Attribute(attr="t"), "n"):
            return call.args[:2]
    return []


def said() -> set[str]:
    """Every English text that the code gives to a translator."""
    found = (text for _, call in calls() for text in texts(call))
    return {text.value for text in found if isinstance(text, ast.Constant)}


def fields(text: str) -> Counter[str]:
    """The names in braces, and how often."""
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language):
    """It leaves no text of the code in English."""
    assert said() - set(messages(language)) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language):
    """It keeps no text that the code does not use."""
    assert set(messages(language)) - said() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_in_the_same_values(language):
    """It uses every value of the English text, and no other."""
    differ = {
        english: text
        for english, text in messages(language).items()
        if set(fields(english)) != set(fields(text))
    }

    assert differ == {}


@pytest.mark.parametrize("folder", ["columns", *OTHERS])
def test_files_do_not_contradict_each_other(folder):
    """It says one text in one way, whichever file it stands in."""
    entries = {
        (key, str(value))
        for path in (LOCALES / folder).glob("*.toml")
        for key, value in tomllib.loads(path.read_text("utf-8")).items()
    }
    ways = Counter(key for key, _ in entries)

    assert [key for key, n in ways.items() if n > 1] == []


def test_every_column_has_a_label_in_every_language():
    """It names a column to all readers or to none."""
    helped = {f"help_{language}" for language in LANGUAGES}
    incomplete = {
        name: labels
        for name, labels in columns().items()
        if set(labels) not in (set(LANGUAGES), set(LANGUAGES) | helped)
    }

    assert incomplete == {}


def test_texts_are_written_where_they_are_said():
    """It can find every text: what is not written in the call is a name or marked elsewhere."""
    unclear = [
        f"{path.name}:{text.lineno}"
        for path, call in calls()
        for text in texts(call)
        if not isinstance(text, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)
    ]

    assert unclear == []


def test_what_nobody_translated_is_marked():
    """It never passes English off as French."""
    assert Translator("fr")("Members") == "⟦Members⟧"


def test_labels_of_codes_are_in_both_languages(connection):
    """It labels every code of every closed list for every reader."""
    silent = connection.sql("""
        SELECT vocabulary, code FROM vocabularies
        WHERE coalesce(label_en, '') = '' OR coalesce(label_fr, '') = ''
    """).fetchall()

    assert silent == []
