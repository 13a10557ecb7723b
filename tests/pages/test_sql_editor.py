"""What the editor of the SQL page is told."""

import duckdb
import pytest

from dashboard.components.sql.browser import called
from tests.helpers.sql_page import Opened, answer, ask, page_text, shown, suggested, type_text
from transforms.languages import typeset

PAGE = "sql"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_everything_there_is_can_be_suggested_with_its_meaning(
    opened: Opened, connection: duckdb.DuckDBPyConnection, lang: str
) -> None:
    """It knows every relation and column, in the reader's language."""
    known = {
        (relation["name"], column["name"]): column["meaning"]
        for relation in suggested(opened(lang=lang))["relations"]
        for column in relation["columns"]
    }
    columns = connection.sql(f"""
        SELECT relation, column_name, meaning_{lang} FROM dictionary
        WHERE column_name IS NOT NULL
    """).fetchall()

    assert known == {
        (relation, name): typeset(meaning, lang) for relation, name, meaning in columns
    }


def test_macros_are_suggested_with_what_they_ask_for(opened: Opened) -> None:
    """It writes their parentheses and parameters."""
    calls = {it["name"]: it["call"] for it in suggested(opened())["relations"]}

    assert calls["commitments_on"] == "commitments_on($day)"
    assert calls["country_profile"] == "country_profile($country, $day)"
    assert calls["commitments"] == "commitments"


def test_every_macro_can_be_asked_as_it_is_suggested(connection: duckdb.DuckDBPyConnection) -> None:
    """It leaves no parameter open that the page has nothing for."""
    macros = connection.sql("""
        SELECT relation, parameters FROM dictionary WHERE kind = 'macro' AND column_name IS NULL
    """).fetchall()

    assert not [name for name, parameters in macros if "?" in called(name, parameters)]


@pytest.mark.parametrize("change", [{"lang": "fr"}, {"as_of": "2025-01-01"}, {"chart": "bars"}])
def test_what_is_typed_outlives_a_change_of_the_page(
    opened: Opened, change: dict[str, str]
) -> None:
    """It keeps the text that was not run yet, and the answer to the one that was."""
    app = type_text(opened(), "SELECT 1 AS mi")
    for name, value in change.items():
        app.query_params[name] = value

    assert shown(app.run()) == "SELECT 1 AS mi"


def test_what_is_typed_outlives_a_look_at_another_page(opened: Opened) -> None:
    """It is still there when the reader comes back."""
    app = type_text(opened(), "SELECT 1 AS mine")
    app.switch_page("app_pages/data.py").run()
    app.switch_page("app_pages/sql.py").run()

    assert shown(app) == "SELECT 1 AS mine"


def test_another_query_takes_the_place_of_what_was_typed(opened: Opened) -> None:
    """It shows the query of the address, as Back does."""
    app = ask(opened(q="SELECT 1 AS first"), "SELECT 2 AS second")
    app = type_text(app, "SELECT 3")
    app.query_params["q"] = "SELECT 1 AS first"
    app.run()

    assert shown(app) == "SELECT 1 AS first"
    assert answer(app) == [{"first": 1}]


def test_the_list_says_how_many_rows_there_are(
    opened: Opened, connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts the rows of tables and views; those of a macro depend on the day."""
    [[n]] = connection.sql("SELECT count(*) FROM commitments").fetchall()
    every = opened().dataframe[0].value.set_index("relation")["rows"]

    assert every["commitments"] == n
    assert every.isna()["commitments_on"]


def test_a_relation_shows_some_of_its_rows_and_how_many_there_are(
    opened: Opened, connection: duckdb.DuckDBPyConnection
) -> None:
    """It gives a taste of it for the day, and addresses for programs."""
    [[n]] = connection.sql("SELECT count(*) FROM members_on(DATE '2026-11-21')").fetchall()
    app = opened(relation="members_on", lang="fr")
    words = page_text(app).replace("\u202f", "")

    assert f"**{n} lignes au 21\u00a0novembre 2026**" in words
    assert len(app.dataframe[1].value) == 5
    assert "(data/members_on.csv?as_of=2026-11-21&lang=fr)" in words


def test_a_relation_without_a_day_has_an_address_without_one(opened: Opened) -> None:
    """It asks for nothing that it does not take."""
    assert "(data/commitments.parquet?lang=en)" in page_text(opened(relation="commitments"))
