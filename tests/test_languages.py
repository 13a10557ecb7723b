"""The languages that the tracker calls complete are: no reader meets another by accident."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import duckdb
import polars as pl
import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from dashboard.components.sql.saved import CONTEXT, saved_queries
from dashboard.shaping.overview import state_of_things
from dashboard.web.describe.html import TEMPLATES
from dashboard.words import locators, streamlit_words
from dashboard.words.i18n import Translator, translator
from dashboard.words.messages import LOCALES, columns
from transforms.catalogues import catalogue
from transforms.paths import DASHBOARD, DATA
from transforms.settings import SOURCE, read

COMPLETE = [code for code in read(DATA)[0].complete if code != SOURCE]
TRANSLATED = sorted(path.parent.name for path in LOCALES.glob("*/frame.po"))

Key = tuple[str, str]
"""The context of a text, if any, and the text."""


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call in the code of the dashboard, with its file."""
    for path in sorted(DASHBOARD.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def texts(call: ast.Call) -> list[ast.expr]:
    """The texts that a call has a translator look up."""
    match call.func:
        case ast.Name("t" | "message") | ast.Attribute(attr="t"):
            return call.args[:1]
        case ast.Attribute(_, "plural") | ast.Name("plural"):
            return call.args[:2]
        case ast.Name("self"):
            return call.args[:1]
    return []


def contextual(call: ast.Call) -> Iterator[Key]:
    """The text with its context that a call has a translator look up."""
    match call:
        case ast.Call(
            ast.Attribute(_, "within"), [ast.Constant(str(context)), ast.Constant(str(text)), *_]
        ):
            yield context, text


def of_templates() -> Iterator[str]:
    """Every text that a template of a page gives to a translator."""
    for path in sorted([*TEMPLATES.glob("*.html"), *TEMPLATES.glob("*.txt")]):
        with path.open("rb") as file:
            for _, _, text, _ in babel_extract(file, ["t"], [], {}):
                yield str(text if isinstance(text, str) else (text or [""])[0])


def message() -> set[Key]:
    """Every English text that the code gives to a translator."""
    found = {
        ("", text.value)
        for _, call in calls()
        for text in texts(call)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    found |= {key for _, call in calls() for key in contextual(call)}
    found |= {(CONTEXT, question.title) for question in saved_queries().values()}
    found |= {("", text) for text in of_templates()}
    found |= {(locators.CONTEXT, text) for text in locators.texts()}
    found |= {(streamlit_words.CONTEXT, text) for text in streamlit_words.TEXTS}
    for name, column in columns().items():
        found.add((f"column {name}", column.label))
        if column.help:
            found.add((f"meaning of column {name}", column.help))
    return found


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """A text, or each of its plural forms."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def known(language: str) -> set[Key]:
    """Every text that a language has a translation of."""
    return {
        (entry.context or "", text)
        for entry in catalogue(LOCALES, language)
        for text in forms(entry.id)
        if text and all(forms(entry.string)) and "fuzzy" not in entry.flags
    }


def fields(text: str | Iterable[str] | None) -> set[str]:
    """The names in braces, in any of the forms."""
    return {name for form in forms(text) for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("language", COMPLETE)
def test_every_text_is_translated(language: str) -> None:
    """It leaves no text of the code in English."""
    assert message() - known(language) == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(language: str) -> None:
    """It keeps no text that the code does not use."""
    assert known(language) - message() == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_fill_in_the_same_values(language: str) -> None:
    """It uses every value of the English text, and no other."""
    differ = [
        entry.id
        for entry in catalogue(LOCALES, language)
        if entry.id and fields(entry.id) != fields(entry.string)
    ]
    assert differ == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_text_is_translated_once(language: str) -> None:
    """It has one place for each text, in one of the files."""
    ways: Counter[Key] = Counter()
    for path in (LOCALES / language).glob("*.po"):
        with path.open("rb") as file:
            for entry in read_po(file):
                ways.update((entry.context or "", text) for text in set(forms(entry.id)) if text)
    assert [key for key, n in ways.items() if n > 1] == []


def test_texts_are_written_where_they_are_said() -> None:
    """It can find every text: what is not written in the call is a name or marked elsewhere."""
    unclear = [
        f"{path.name}:{text.lineno}"
        for path, call in calls()
        for text in texts(call)
        if not isinstance(text, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)
    ]
    assert unclear == []


def test_what_nobody_translated_is_marked() -> None:
    """It never passes English off as French."""
    assert translator("fr")("No such text") == "No such text [en]"


def test_the_first_language_stands_in() -> None:
    """It shows what a language lacks in the first one, and only then in English."""
    t = translator("es", first="fr")
    assert t("Members") == "Membres [fr]"
    assert t.plural("{n} row", "{n} rows", 2) == "2 lignes [fr]"
    assert t("No such text") == "No such text [en]"


def test_a_number_has_the_form_that_its_language_gives_it() -> None:
    """It counts as each language does: nothing is one in French and many in English."""
    assert translator("fr").plural("{n} text", "{n} texts", 0) == "0 texte"
    assert Translator().plural("{n} text", "{n} texts", 0) == "0 texts"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "none is complete, none is overdue and 3 are due within 90 days"),
        ("fr", "aucun n’est achevé, aucun n’est en retard et 3 arrivent à échéance"),
    ],
)
def test_none_is_said_in_a_word(language: str, said: str) -> None:
    """It says that none is overdue, not that 0 are."""
    names = ("complete", "overdue_commitments", "not_assessed", "not_judged")
    counted = dict.fromkeys(names, 0) | {"due_soon": 3, "commitments": 9, "instruments": 2}

    assert said in state_of_things(counted, date(2026, 11, 21), translator(language))


def test_labels_of_codes_are_in_every_language(connection: duckdb.DuckDBPyConnection) -> None:
    """It labels every code of every closed list for every reader."""
    missing = " OR ".join(f"coalesce(label_{code}, '') = ''" for code in read(DATA)[0].complete)
    silent = connection.sql(f"SELECT vocabulary, code FROM vocabularies WHERE {missing}").fetchall()
    assert silent == []


@pytest.mark.parametrize(
    ("n", "message"), [(1, "1 ligne"), (5, "5 lignes"), (1_000_000, "1\u202f000\u202f000 lignes")]
)
def test_a_language_counts_as_its_file_says(n: int, message: str) -> None:
    """It goes by the plural forms of the catalogue, also where Babel knows more of them."""
    assert translator("fr").plural("{n} row", "{n} rows", n) == message


def test_english_texts_of_the_data_quote_as_english_does() -> None:
    """It finds no French quotation marks in what is written in English."""
    tables = [pl.read_csv(path, infer_schema=False) for path in DATA.glob("*.csv")]
    english = [each for table in tables for each in table.select(pl.col("^.*_en$"))]
    assert [text for each in english for text in each.drop_nulls() if set(text) & set("«»")] == []
