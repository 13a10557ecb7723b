"""Places in a source are said in the reader's language, and what is not understood is marked."""

import duckdb
import pytest

from dashboard.words.i18n import Translator, translator
from dashboard.words.locators import designated, located

FRENCH = translator("fr")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Annex I, para. 56 (a)", "annexe I, par. 56 a)"),
        ("Annex I, paras. 4, 5 and 7 (k)", "annexe I, par. 4, 5 et 7 k)"),
        ("operative paras. 3-5", "par. 3 à 5 du dispositif"),
        ("preamble; operative para. 2", "préambule\u00a0; par. 2 du dispositif"),
        ("art. 4 (2)", "art. 4 (2)"),
        ("page 12, note 3", "p. 12, note 3"),
        ("section X, paras. 1 and 2", "sect. X, par. 1 et 2"),
        ("preamble and operative para. 9", "préambule et par. 9 du dispositif"),
        ("BOL, column Region Name", "BOL, colonne Region Name"),
        ("editions of 1990 to 2025, RUS", "éditions de 1990 à 2025, RUS"),
        ("A/RES/79/1", "A/RES/79/1"),
        ("2.5 (b)", "2.5 b)"),
        ("para. 3, as reported", "par. 3, d’après cette source"),
        ("note of 7-8 September 2026", "note, 7-8 septembre 2026"),
        ("pillar “data, skills”", "pilier «\u00a0data, skills\u00a0»"),
        ("edition of 1990, entry “Côte d'Ivoire”", "édition de 1990, entrée « Côte d’Ivoire »"),
    ],
)
def test_a_place_is_said_in_french(place: str, text: str) -> None:
    """It translates words, letters and lists, and leaves symbols and codes."""
    assert located(place, FRENCH).replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "place", ["page on the Dialogue", "para. 3, it seems", "para. x; y", "“a”b"]
)
def test_what_is_not_understood_is_marked(place: str) -> None:
    """It shows the whole place as it is: half a translation is none."""
    assert located(place, FRENCH) == f"{place} [en]"


def test_a_language_without_the_words_shows_the_source_form() -> None:
    """It marks what nobody has translated."""
    assert located("para. 3", translator("es")) == "para. 3 [en]"


def test_english_is_the_source_form() -> None:
    """It changes nothing for a reader of English."""
    assert located("operative para. 3 (b)", Translator()) == "operative para. 3 (b)"


def test_places_of_the_data_are_understood(connection: duckdb.DuckDBPyConnection) -> None:
    """It says all but one in a hundred places of the data in French."""
    tables = connection.sql(
        "SELECT table_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)"
        " WHERE column_name = 'locator' AND data_type = 'VARCHAR'"
    ).fetchall()
    query = " UNION ALL ".join(f"SELECT locator FROM {table}" for (table,) in tables)
    rows = connection.sql(f"FROM ({query}) WHERE locator IS NOT NULL").fetchall()
    marked = [place for (place,) in rows if located(place, FRENCH).endswith("[en]")]
    assert len(rows) > 1000
    assert len(marked) < len(rows) / 100, marked


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("A/RES/79/1, Annex I", "A/RES/79/1, annexe I"),
        ("A/80/6(Sect.1)", "A/80/6(Sect.1)"),
        ("41 C/Resolution 15", "41 C/Resolution 15"),
        (None, ""),
    ],
)
def test_a_symbol_is_said_as_far_as_it_is_understood(symbol: str | None, text: str) -> None:
    """It translates what stands beside a symbol, and never marks one."""
    assert designated(symbol, FRENCH) == text
