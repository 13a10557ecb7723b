"""The saved queries answer, in both languages, the questions of their titles."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboard.components.sql.saved import defaults_of, name_of, saved_queries
from dashboard.sandbox.placeholders import parameters_of
from dashboard.source import database
from dashboard.words.i18n import translator
from transforms import paths
from transforms.paths import DATA
from transforms.settings import read

DAY = date(2026, 11, 21)
LANGUAGES = read(DATA)[0].languages
EVERY = [(name, language) for name in saved_queries() for language in LANGUAGES]

Answer = Callable[..., pl.DataFrame]


@pytest.fixture
def answer(
    duplicate: Path, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> Answer:
    """``answer("overdue")`` returns the rows of a saved query on 21 November 2026."""
    monkeypatch.setattr(paths, "DATABASE", duplicate)

    def answer(name: str, language: str = "en", day: date = DAY, **values: str) -> pl.DataFrame:
        query = saved_queries()[name]
        given = {"day": day, **defaults_of(query.english), **values}
        sql = query.sql(language)
        requested = {parameter: given[parameter] for parameter in parameters_of(sql)}
        rows: pl.DataFrame = connection.sql(sql, params=requested or None).pl()
        return rows

    return answer


def test_there_are_enough() -> None:
    """It offers what readers ask for most."""
    assert len(saved_queries()) >= 12


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_query_has_rows_today(answer: Answer, name: str, language: str) -> None:
    """It runs as it is shown, and shows something."""
    assert answer(name, language).height > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", saved_queries())
def test_both_languages_give_the_same_rows(answer: Answer, name: str) -> None:
    """It does not depend on the language what is found."""
    assert answer(name, "fr").height == answer(name, "en").height
    assert not [column for column in answer(name, "fr").columns if column.endswith("_en")]


@pytest.mark.slow
@pytest.mark.parametrize("name", saved_queries())
def test_questions_follow_the_day(answer: Answer, name: str) -> None:
    """It also answers for a day long ago, with rows or without."""
    answer(name, day=date(1990, 1, 1))


@pytest.mark.parametrize("name", saved_queries())
def test_every_parameter_has_a_default_and_no_other_has(
    duplicate: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It can be asked without choosing anything; the day is that of the page."""
    monkeypatch.setattr(paths, "DATABASE", duplicate)
    query = saved_queries()[name]

    assert set(defaults_of(query.english)) == set(parameters_of(query.english)) - {"day"}


@pytest.mark.slow
@pytest.mark.parametrize("name", saved_queries())
def test_another_folder_has_the_same_queries(
    built: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It takes what stands for its parameters out of the data, whatever their keys."""
    monkeypatch.setattr(paths, "DATABASE", built / "own.duckdb")
    query = saved_queries()[name]
    defaults = defaults_of(query.english)
    values = {"day": DAY, **defaults}

    assert set(values) >= set(parameters_of(query.english))
    assert set(defaults.values()) <= {"KEN", "club", "south", "limited", "skills"}
    database.run(query.english, **{each: values[each] for each in parameters_of(query.english)})


def test_a_query_follows_its_parameters(answer: Answer) -> None:
    """It asks of whatever stands for its names."""
    fewer = answer("members_of_two", second_organization="itu-council")

    assert 0 < fewer.height < answer("members_of_two").height
    assert answer("country_year", country="FRA").height != answer("country_year").height


@pytest.mark.parametrize("name", saved_queries())
def test_titles_are_questions(name: str) -> None:
    """It asks something, in every language."""
    query = saved_queries()[name]
    titles = [query.asks(translator(language)) for language in LANGUAGES]

    assert all(title.rstrip(".").count("?") for title in titles)
    assert len(set(titles)) == len(LANGUAGES)


def test_overdue_is_what_the_database_calls_overdue(
    answer: Answer, connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists the same commitments as the page."""
    overdue = connection.sql(
        f"SELECT id FROM commitments_on(DATE '{DAY}') WHERE overdue"
    ).fetchall()

    assert sorted(answer("overdue")["id"]) == sorted(key for [key] in overdue)


def test_members_of_two_are_in_both(answer: Answer, connection: duckdb.DuckDBPyConnection) -> None:
    """It finds those on both rosters."""
    both = connection.sql(f"""
        SELECT member_id FROM members_on(DATE '{DAY}') WHERE organization_id = 'dco'
        INTERSECT
        SELECT member_id FROM members_on(DATE '{DAY}') WHERE organization_id = 'itu-council'
    """).fetchall()

    found = answer("members_of_two", second_organization="itu-council")
    assert sorted(found["member_id"]) == sorted(key for [key] in both)


def test_a_saved_query_is_recognised_in_either_language() -> None:
    """It finds the name of a text that somebody linked to."""
    overdue = saved_queries()["overdue"]

    assert {name_of(overdue.sql(language)) for language in LANGUAGES} == {"overdue"}
    assert name_of("SELECT 1") is None


def test_the_header_is_not_part_of_the_query() -> None:
    """It shows the SQL alone."""
    assert not [name for name, query in saved_queries().items() if "--" in query.english]
