"""A third language is a line in ``tracker.toml`` and a catalogue: no code, no SQL, no column."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.helpers.tiny import TINY, write_tiny
from transforms import languages, pipeline
from transforms.settings import FILE

pytestmark = pytest.mark.slow

CATALOGUE = """
msgctxt "vocabulary:confidence.high"
msgid "high"
msgstr "alta"

msgctxt "actors"
msgid ""
"A state, an organization, one of its bodies, an expert body, a company, a country group."
msgstr "Un actor."

msgctxt "generated"
msgid "{text} (in {language})"
msgstr "{text} (en {language})"
"""
SETTINGS = """
languages = ["en", "fr", "es"]
complete = ["en", "fr"]
name.en = "Tracker"
name.fr = "Suivi"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tiny data with one name in Spanish, with all views of the tracker."""
    folder = tmp_path_factory.mktemp("third")
    locales = Path(shutil.copytree(languages.LOCALES, folder / "locales"))
    (locales / "es").mkdir()
    (locales / "es" / "all.po").write_text(CATALOGUE, "utf-8")
    head, *rows = TINY["needs"].splitlines()
    needs = [f"{head},statement_es", f"{rows[0]},Faltan competencias", *(f"{r}," for r in rows[1:])]
    data = write_tiny(folder / "data", needs="\n".join(needs) + "\n")
    (data / FILE).write_text(SETTINGS, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "LOCALES", locales)
        path = pipeline.build(data, folder / "tracker.duckdb").path
    with duckdb.connect(path, read_only=True) as connection:
        yield connection


def test_tables_and_views_have_its_columns(built: duckdb.DuckDBPyConnection) -> None:
    """It gives each text a column in the new language, beside the others."""
    found = built.sql("""
        SELECT relation, column_name FROM dictionary
        WHERE language = 'es' AND base_name IN ('name', 'instrument', 'title')
    """).fetchall()
    assert {("actors", "name_es"), ("timeline", "title_es")} <= set(found)
    assert ("commitments_on", "instrument_es") in found


def test_what_is_translated_is_shown(built: duckdb.DuckDBPyConnection) -> None:
    """It takes texts from the data where a file has the column."""
    text = built.sql("SELECT statement_es FROM needs ORDER BY id LIMIT 1").fetchall()
    assert text == [("Faltan competencias",)]


def test_the_first_language_stands_in(built: duckdb.DuckDBPyConnection) -> None:
    """It shows the first language, marked, for a text that no file has in the new one."""
    question = "SELECT count(*) FROM actors WHERE name_es <> name_en || ' [en]'"
    assert built.sql(question).fetchall() == [(0,)]


def test_meanings_and_labels_come_from_its_catalogue(built: duckdb.DuckDBPyConnection) -> None:
    """It says what the catalogue has, and the rest in the first language, marked."""
    labels = built.sql("""
        SELECT code, label_es FROM vocabularies WHERE vocabulary = 'confidence' ORDER BY position
    """).fetchall()
    assert labels == [("high", "alta"), ("medium", "medium [en]"), ("low", "low [en]")]
    meanings = built.sql("""
        SELECT column_name, meaning_es FROM dictionary
        WHERE relation = 'actors' AND (column_name IS NULL OR column_name = 'name_es')
        ORDER BY position
    """).fetchall()
    assert meanings == [(None, "Un actor."), ("name_es", "Name. [en]")]
