"""The Data and method page as a reader meets it, on the real database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.data.search import row_address
from dashboard.source import queries, relation_download
from tests.helpers.pages import open_page
from transforms import paths

PAGE = "data"

PARTS = ["method", "coverage", "discrepancies", "sources", "dictionary", "downloads"]


def table(app: AppTest, column: str) -> pl.DataFrame:
    """Return the rows of the table that has a column."""
    [found] = [each.value for each in app.dataframe if column in each.value.columns]
    return pl.from_pandas(found)


def text(app: AppTest) -> str:
    """Return all that the page says in words."""
    parts = [*app.markdown, *app.caption, *app.info, *app.code, *app.header]
    return "\n".join(str(part.value) for part in parts)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_part_opens_in_both_languages(
    opened: Callable[..., AppTest], lang: str, part: Any
) -> None:
    """It shows the part that the link names, and leaves nothing untranslated."""
    app = opened(lang=lang, part=part)

    assert not app.exception
    assert app.header
    assert "[en]" not in text(app)


def test_the_sentence_says_what_the_database_holds(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It takes its numbers from edition and coverage."""
    [(rows, sources, unassessed)] = connection.sql("""
        SELECT
            (SELECT rows FROM edition),
            (SELECT rows FROM coverage WHERE relation = 'sources'),
            (SELECT unassessed FROM coverage WHERE relation = 'commitments')
    """).fetchall()

    sentence = opened().markdown[0].value

    assert f"**{rows:,} rows**" in sentence
    assert f"from {sources} sources" in sentence
    assert f"{unassessed} have no assessment on record" in sentence


def test_every_status_is_explained(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It gives each code of the closed list with its meaning."""
    listed = connection.sql(
        "SELECT label_en, meaning_en FROM vocabularies WHERE vocabulary = 'assessment_status'"
    ).fetchall()

    words = text(opened())

    assert all(meaning and f"**{label}**: {meaning}" in words for label, meaning in listed)


def test_coverage_shows_every_table(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows the rows of the view, and what was left out with the reason."""
    app = opened(part="coverage")

    assert table(app, "read_share")["rows"].to_list() == [
        rows for [rows] in connection.sql("SELECT rows FROM coverage").fetchall()
    ]
    assert table(app, "left_out_en").height == connection.sql("FROM omissions").shape[0]


def test_discrepancies_are_filtered_by_table_and_words(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It keeps what a link asks for."""
    app = opened(part="discrepancies", table="memberships", q="nigeria founding")
    found = table(app, "row_id")

    assert set(found["table_name"]) == {"memberships"}
    assert found.height < connection.sql("FROM discrepancies").shape[0]


def test_rows_of_discrepancies_open_what_they_are_about(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It leads to a row that is there, for every disagreement."""
    pairs = connection.sql("SELECT DISTINCT table_name, row_id FROM discrepancies").fetchall()

    missing = [
        (name, key)
        for name, key in pairs
        if not connection.sql(
            f'SELECT 1 FROM "{name}" WHERE id = $key', params={"key": key}
        ).fetchall()
    ]

    assert missing == []


def test_a_search_without_hits_says_so(opened: Callable[..., AppTest]) -> None:
    """It ends in a sentence, not in an empty table."""
    assert "Nothing matches" in opened(part="sources", q="zzzzz").info[0].value


def test_the_dictionary_is_searched_without_accents(opened: Callable[..., AppTest]) -> None:
    """It finds French meanings whichever way they are typed."""
    found = table(opened(part="dictionary", lang="fr", q="echeance"), "relation")

    assert found.height > 3
    assert all(meaning for meaning in found["meaning_fr"])


def test_sources_show_what_rests_on_them(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows every source, those with the most rows first."""
    rows = table(opened(part="sources"), "publisher")["rows"]

    assert rows.len() == connection.sql("FROM sources_used").shape[0]
    assert rows.is_sorted(descending=True)


def test_the_citation_names_edition_and_day(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lets others find the same rows."""
    [[edition]] = connection.sql("SELECT id FROM edition").fetchall()

    cited = opened(part="downloads").code[-1].value

    assert "21 November 2026" in cited
    assert "CC BY 4.0" in cited
    assert edition in cited


def test_everything_that_needs_only_a_day_is_offered(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It offers every relation whose parameters the page can fill in, and no other."""
    app = opened(part="downloads")
    [select] = [each for each in app.selectbox if (each.key or "").startswith("filter-relation")]
    needing = connection.sql(r"""
        SELECT relation FROM dictionary
        WHERE column_name IS NULL AND type LIKE '%country VARCHAR%'
    """).fetchall()

    offered = set(select.options)
    assert {"commitments", "timeline", "members_on", "roster_steps"} <= offered
    assert offered.isdisjoint(name for [name] in needing)


@pytest.mark.parametrize("relation", ["needs", "timeline", "roster_steps", "members_on"])
def test_a_relation_is_taken_whole(
    relation: str,
    database: Path,
    connection: duckdb.DuckDBPyConnection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It gives every row of it, of a macro those of the day."""
    monkeypatch.setattr(paths, "DATABASE", database)
    known = queries.dictionary()
    call = {"members_on": "members_on(DATE '2020-01-01')", "roster_steps": "roster_steps()"}
    [[count]] = connection.sql(f"SELECT count(*) FROM {call.get(relation, relation)}").fetchall()

    assert relation_download.rows(relation, known, date(2020, 1, 1)).height == count
    about = relation_download.about(relation, known, date(2020, 1, 1))
    assert about.meaning.keys() == {"en", "fr"}
    assert about.columns


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_addresses_for_programs_are_listed(opened: Callable[..., AppTest], lang: str) -> None:
    """It says where the same is without the page, each with a sentence."""
    words = text(opened(part="downloads", lang=lang))

    wording = {"en": ": ", "fr": "\u00a0: "}[lang]
    localized_paths = [f"{path}?lang={lang}" for path in ("data/", "deadlines.ics", "changes.atom")]
    for address in (*localized_paths, "tracker.duckdb", "editions.json"):
        assert f"- [{address}]({address}){wording}" in words


@pytest.mark.parametrize(("lang", "wording"), [("en", "known only to a year"), ("fr", "à l’année")])
def test_the_calendar_has_an_address_to_copy(
    opened: Callable[..., AppTest], lang: str, wording: str
) -> None:
    """It says what calendars may not show of it, and how they do."""
    app = opened(part="downloads", lang=lang)

    addresses = [code.value for code in app.code]

    assert f"deadlines.ics?lang={lang}" in addresses
    assert f"deadlines.ics?lang={lang}&periods=all" in addresses
    assert wording in " ".join(caption.value for caption in app.caption)


def test_no_archive_is_built_until_somebody_wants_it(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It draws the button without packing anything."""
    monkeypatch.setattr(paths, "DATABASE", database)
    monkeypatch.setattr("dashboard.source.archive.packed", lambda *given: 1 / 0)

    assert not open_page("data", part="downloads").exception


def test_links_to_rows_quote_what_could_break_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """It doubles a quotation mark inside a key."""
    monkeypatch.setattr("dashboard.components.data.search.address", lambda page, **q: f"{page} {q}")

    assert row_address("commitments", "gdc") == "commitments {'id': 'gdc'}"
    assert "id = 'l''un'" in row_address("actors", "l'un")
