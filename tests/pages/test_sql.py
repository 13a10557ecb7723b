"""The SQL page as a reader meets it, on the real database."""

import io
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import duckdb
import polars as pl
import pytest

from dashboard.sandbox import SandboxError, service
from tests.helpers.numbers_file import UNHURRIED
from tests.helpers.sql_page import Opened, answer, ask, page_text, shown
from transforms.files.writers import csv_bytes, parquet_bytes

PAGE = "sql"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_opens_with_a_result(opened: Opened, lang: str) -> None:
    """It runs the first saved query, in the reader's language."""
    app = opened(lang=lang)

    assert not app.exception
    assert f"summary_{lang}" in answer(app)[0]
    assert "[en]" not in page_text(app)


def test_a_link_restores_query_and_result(opened: Opened) -> None:
    """It fills the editor and shows the rows."""
    app = opened(q="SELECT 41 + 1 AS answer")

    assert shown(app) == "SELECT 41 + 1 AS answer"
    assert answer(app) == [{"answer": 42}]
    assert "**1 row**" in page_text(app)


def test_running_puts_query_and_edition_into_the_address(opened: Opened) -> None:
    """It makes the address the link to share."""
    app = ask(opened(), "SELECT 1 AS one")

    assert app.query_params["q"] == "SELECT 1 AS one"
    assert app.query_params["edition"]
    assert answer(app) == [{"one": 1}]


def test_an_empty_box_runs_nothing(opened: Opened) -> None:
    """It shows no result of a query that is not there."""
    app = ask(opened(q="SELECT 1 AS one"), "")

    assert shown(app) == ""
    assert "There is no query yet" in page_text(app)
    assert [frame for frame in app.dataframe if "one" in frame.value] == []
    assert len(app.dataframe) == 1  # of the browser


def test_the_link_to_a_result_holds_query_day_and_edition(opened: Opened) -> None:
    """It names the day even where that is the day of the page by default."""
    app = opened(q="SELECT 1 AS one")
    del app.query_params["as_of"]
    [link] = [code.value for code in app.run().code if "q=" in code.value]

    assert {"q", "as_of", "edition"} <= parse_qs(urlsplit(link).query).keys()
    assert parse_qs(urlsplit(link).query)["as_of"] == [date.today().isoformat()]


@pytest.mark.parametrize(
    ("sql", "lang", "words"),
    [
        ("FROM members_on", "en", "`members_on` is a macro: `FROM members_on($day)`"),
        ("FROM members_on", "fr", "`members_on` est une macro"),
        ("FROM members_on('2026-01-01')", "en", "A day is written `DATE '2026-01-01'`"),
        ("FROM members_on('2026-01-01')", "fr", "Un jour s’écrit `DATE '2026-01-01'`"),
    ],
)
def test_a_macro_called_in_a_wrong_way_gets_a_hint(
    opened: Opened, sql: str, lang: str, words: str
) -> None:
    """It says how the macro is called, in the reader's language."""
    assert words in page_text(opened(q=sql, lang=lang))


def test_a_saved_query_runs_when_it_is_chosen(opened: Opened) -> None:
    """It puts the SQL of the query into editor and address."""
    app = opened()
    app.selectbox(key="sql-saved").select("gaps_by_area").run()

    assert "needs_on" in shown(app)
    assert "needs_on" in app.query_params["q"]
    assert "with_initiative" in answer(app)[0]


def test_the_day_is_the_as_of_day(opened: Opened) -> None:
    """It gives every query the day of the page."""
    app = opened(q="SELECT $day AS day", as_of="2024-02-29")

    assert str(answer(app)[0]["day"])[:10] == "2024-02-29"


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELEC 1", "Parser Error"),
        ("DROP TABLE commitments", "Only a single statement that reads"),
        ("SELECT 1; SELECT 2", "Only a single statement that reads"),
        ("FROM read_text('/etc/passwd')", "No file outside the database can be read."),
        ("SELECT strptime('a', '%Y')", "DuckDB cannot run this query"),
        ("-- nothing", "There is no query in this text, only comments."),
        ("FROM nowhere", "nowhere"),
    ],
)
def test_a_refusal_is_said_in_words_with_duckdb_s_own_below(
    opened: Opened, sql: str, words: str
) -> None:
    """It says what was wrong, and does not fall over."""
    app = opened(q=sql)

    assert not app.exception
    assert app.error
    assert words in page_text(app)


def test_a_pivot_is_a_query_like_any_other(opened: Opened) -> None:
    """It makes columns of what the data holds."""
    [row] = answer(opened(q="PIVOT (SELECT modality FROM commitments) ON modality USING count(*)"))

    assert len(row) > 3


@pytest.mark.parametrize("kind", ["memory", "time", "size", "busy", "crash", "long"])
@pytest.mark.parametrize(("lang", "foreign"), [("en", "Cela"), ("fr", "This")])
def test_every_limit_is_explained(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, kind: str, lang: str, foreign: str
) -> None:
    """It tells the reader which limit was met."""
    monkeypatch.setattr(service, "run", lambda *requested: SandboxError(kind))

    app = opened(q="SELECT 1", lang=lang)

    assert not app.exception
    assert len(app.error[0].value) > 30
    assert foreign not in app.error[0].value
    assert "[en]" not in app.error[0].value


def test_a_result_that_was_cut_says_so(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not pass the first rows for all."""
    monkeypatch.setattr(service, "LIMITS", replace(UNHURRIED, rows=5))

    app = opened(q="SELECT * FROM range(6) AS numbers(n)")

    assert len(answer(app)) == 5
    assert "only the first 5 rows" in app.warning[0].value


def test_no_row_is_not_an_error(opened: Opened) -> None:
    """It says that the query ran."""
    app = opened(q="SELECT 1 AS one WHERE false")

    assert not app.error
    assert "returned no rows" in page_text(app)


def test_a_link_from_another_edition_says_so(opened: Opened) -> None:
    """It does not pass the result of one edition for that of another."""
    assert "edition `abc`" in page_text(opened(q="SELECT 1", edition="abc"))
    assert "edition `abc`" not in page_text(opened(q="SELECT 1"))


def test_the_browser_lists_everything_with_its_meaning(
    opened: Opened, connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows every relation, in the reader's language, and the columns of the one picked."""
    [[relations]] = connection.sql("SELECT count(DISTINCT relation) FROM dictionary").fetchall()

    every = opened(lang="fr").dataframe[0].value
    one = opened(relation="members_on").dataframe[0].value

    assert len(every) == relations
    assert every["meaning_fr"].notna().all()
    assert {"member_id", "certainty"} <= set(one["column_name"])


def test_the_browser_computes_no_view(opened: Opened) -> None:
    """It counts the rows that lie in the file, and leaves views until they are opened."""
    rows = opened().dataframe[0].value.set_index("relation")["rows"]

    assert rows[["commitments", "search_documents"]].notna().all()
    assert rows[["coverage", "commitments_on"]].isna().all()


def test_a_relation_can_be_queried_as_it_is(opened: Opened) -> None:
    """It writes the query, with the parameters of a macro."""
    app = opened(relation="country_profile")
    app.button(key="sql-relation").click().run()

    assert shown(app) == "FROM country_profile($country, $day)\nLIMIT 100"
    assert answer(app)


def test_parquet_and_csv_hold_the_result() -> None:
    """It writes the same rows in both forms, with formulas neutralised in CSV."""
    rows = pl.DataFrame({"text": ["=1+1", "b"], "n": [1, -2]})

    assert pl.read_parquet(io.BytesIO(parquet_bytes(rows))).equals(rows)
    assert csv_bytes(rows).decode() == "text,n\n'=1+1,1\nb,-2\n"
