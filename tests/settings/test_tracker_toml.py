"""`tracker.toml`: what it says is read, checked, and carried into the edition."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.helpers.tiny import TINY_TRACKER, write_tiny
from tests.helpers.tiny_folder import write_views
from transforms import pipeline
from transforms.database import tracker
from transforms.database.freshness import inputs
from transforms.describing.datapackage import datapackage
from transforms.problems import DataProblems
from transforms.settings import Settings, read
from transforms.settings.codes import TAKEN

LANGUAGES = 'languages = ["en", "fr"]\n'


def message(folder: Path, text: str) -> tuple[Settings, list[str]]:
    """Return what a folder with this ``tracker.toml`` says, and what is wrong with it."""
    (folder / "tracker.toml").write_text(text, "utf-8")
    settings, found = read(folder)
    return settings, [str(problem).removeprefix(f"{folder.name}/") for problem in found]


def test_a_text_is_given_for_each_language_or_for_all(tmp_path: Path) -> None:
    """It takes one text for every language, or one for each."""
    settings, found = message(tmp_path, LANGUAGES + 'licence = "CC0"\nname.fr = "Suivi"\n')
    assert found == []
    assert settings.licence == {"en": "CC0", "fr": "CC0"}
    assert settings.name == {"fr": "Suivi"}


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    """It has a name, a map and a first day without being told."""
    settings, _ = message(tmp_path, LANGUAGES)
    assert (settings.name["en"], settings.map) == ("Commitment tracker", "world")
    assert settings.first_day == date(1900, 1, 1)
    assert (settings.all_countries, settings.first_bodies) == ("", ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (LANGUAGES + 'license = "CC0"', ":2: 'license' is not a setting (did you mean 'licence'?)"),
        (LANGUAGES + "name = 3", ':2: name must be a text, or one for each language: {en = "…"}'),
        (LANGUAGES + 'first_texts = "gdc"', ':2: first_texts must be a list of texts: ["…", "…"]'),
        (LANGUAGES + "contact = 3", ':2: contact must be a text in quotation marks: "…"'),
        (
            LANGUAGES + 'contact = "us"',
            ":2: contact 'us' must be an e-mail address or begin with https://",
        ),
        (
            LANGUAGES + 'file_url = "https://git.example"',
            ":2: file_url 'https://git.example' must begin with https:// and have {file} in it",
        ),
        (
            LANGUAGES + 'first_day = "1945-10-24"',
            ":2: first_day must be a day without quotation marks: 1945-10-24",
        ),
        (LANGUAGES + 'map = "moon"', ":2: map 'moon' is not a map: world or none"),
        ('name = "A"', ': languages must name at least one: languages = ["en"]'),
        (
            'languages = ["English"]',
            ":1: languages: 'English' is not a code of two or three letters, as 'en'",
        ),
        (
            'languages = ["en", "id"]',
            ":1: languages: names of other columns end in '_id': take its code of three letters",
        ),
        (
            LANGUAGES + 'complete = ["de"]',
            ":2: complete: 'de' is not among the languages",
        ),
        (
            LANGUAGES + 'complete = ["fr"]\nname.en = "A"',
            ":3: name.fr is missing, and complete names 'fr'",
        ),
        (LANGUAGES + 'name.es = "A"', ":2: name.es: 'es' is not among the languages"),
        (LANGUAGES + "map = \n", ":2: the file is not TOML: Invalid value"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    """It says file, line, key and what to do."""
    _, found = message(tmp_path, text)
    assert found[0].startswith(f"tracker.toml{problem}")


def test_a_code_of_three_letters_is_a_language_too(tmp_path: Path) -> None:
    """It takes what ISO 639-3 calls a language that has no code of two letters."""
    settings, found = message(tmp_path, 'languages = ["fil", "ind"]\n')
    assert (settings.languages, found) == (("fil", "ind"), [])


def test_no_column_that_is_no_text_ends_like_a_language(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It refuses every code that ends the name of a column which is not said in a language."""
    ends = connection.sql("""
        SELECT DISTINCT regexp_extract(column_name, '_([a-z]{2,3})$', 1) FROM dictionary
        WHERE column_name SIMILAR TO '.*_[a-z]{2,3}'
    """).fetchall()
    languages = tracker.read(connection).languages
    assert {end for (end,) in ends} - set(languages) <= TAKEN


def test_a_folder_without_the_file_gets_a_hint(tmp_path: Path) -> None:
    """It warns, and finds the languages in the names of the actors."""
    write_tiny(tmp_path)
    (tmp_path / "tracker.toml").unlink()
    checked = pipeline.check(tmp_path)
    assert checked.settings.languages == ("en", "fr")
    assert [
        str(problem).partition(":")[2] for problem in checked.warnings if problem.line == 0
    ] == [
        " warning: the file is missing: nothing says what the tracker is called, who publishes it"
        " and under which licence; CONTRIBUTING.md says what to write"
    ]


def test_a_key_that_no_row_has_stops_the_build(tmp_path: Path) -> None:
    """It looks up the keys among the rows, and proposes the nearest."""
    data = write_tiny(tmp_path / "data")
    (data / "tracker.toml").write_text(f'{TINY_TRACKER}first_bodies = ["clubb"]\n', "utf-8")
    with pytest.raises(DataProblems) as error:
        pipeline.check(data)
    assert str(error.value) == (
        "data/tracker.toml:10: first_bodies 'clubb' is not in actors.csv or instruments.csv"
        " (did you mean 'club'?)"
    )


def test_the_edition_holds_the_settings(tmp_path: Path) -> None:
    """It writes one row that gives back what was read."""
    data = write_tiny(tmp_path / "data")
    path = pipeline.build(
        data, tmp_path / "tracker.duckdb", views=write_views(tmp_path / "views")
    ).path
    with duckdb.connect(path, read_only=True) as connection:
        assert tracker.read(connection) == read(data)[0]


@pytest.mark.slow
def test_another_name_is_another_edition(tmp_path: Path) -> None:
    """It builds anew when only the settings changed."""
    data, views = write_tiny(tmp_path / "data"), write_views(tmp_path / "views")
    before, digest = pipeline.build(data, tmp_path / "t.duckdb", views=views), inputs(data, views)
    renamed = TINY_TRACKER.replace("Tiny tracker", "Another tracker")
    (data / "tracker.toml").write_text(renamed, "utf-8")
    assert inputs(data, views) != digest
    assert pipeline.build(data, tmp_path / "t.duckdb", views=views).id != before.id


def test_the_package_names_what_the_settings_name() -> None:
    """It gives title and licence of the folder, and none where none is named."""
    own = Settings(("es",), name={"es": "Los compromisos"}, licence_id="CC0-1.0")
    assert '"title": "Los compromisos"' in datapackage(own)
    assert '"name": "CC0-1.0"' in datapackage(own)
    assert "licenses" not in datapackage(Settings())


def test_an_edition_of_before_a_setting_was_introduced_has_its_default(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It is served: a column that an older file lacks is as if nothing had been said."""
    row = connection.sql("FROM tracker").pl().row(0, named=True)
    older = {name: value for name, value in row.items() if not name.startswith("file_url")}

    assert tracker.settings(older).file_url == Settings().file_url
