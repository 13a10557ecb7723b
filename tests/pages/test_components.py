"""The parts of every page: tables for readers, links that open rows, sources in words."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import source_link
from dashboard.components.common import table_pages, words
from dashboard.state.filters import PageState
from dashboard.words.i18n import Translator
from transforms import paths
from transforms.settings import Settings


def script(language: str, what: str) -> None:
    """A page with one part on it."""
    from datetime import date

    import polars as pl
    import streamlit as st

    from dashboard import components
    from dashboard.state import address, filters
    from dashboard.words import labels

    address.begin_run("test")
    t = labels.translator(language)
    st.session_state["page_state"] = filters.PageState("test", t, date(2026, 11, 21))
    rows = pl.DataFrame(
        {
            "summary_en": ["One thing"],
            "summary_fr": ["Une chose"],
            "status": ["complete"],
            "due_on": ["[2025-02-11..2025-09-02]"],
            "due_on_earliest": [date(2025, 2, 11)],
            "due_on_latest": [date(2025, 9, 2)],
            "sdgs": [[4, 9]],
            "folded": ["one thing"],
        }
    )
    if what == "terms":
        terms = {"started_on": ["2026-02-12"], "ended_on": ["2029-02-12"]}
        components.table(pl.DataFrame(terms), "appointments_on", "rows")
    elif what == "table":
        components.table(rows, "commitments_on", "rows")
    elif what == "long table":
        long = pl.concat([rows] * 5).with_columns(sdgs=pl.Series([[n] for n in range(5)]))
        components.table(long, "commitments_on", "rows")
    elif what == "card":
        card = components.figure_card(1234, "Rows", "overview", due_state=["met", "later"])
        components.cards(card)
    else:
        components.empty("Nothing here.")
        st.write("never")


@pytest.fixture
def drawn(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``drawn("table", "fr")`` draws that part for a reader of that language."""

    def drawn(what: str, language: str = "en") -> AppTest:
        monkeypatch.setattr(paths, "DATABASE", database)
        return AppTest.from_function(script, args=(language, what), default_timeout=600).run()

    return drawn


def test_a_table_has_the_columns_of_the_readers_language(drawn: Callable[..., AppTest]) -> None:
    """It leaves out the other language, the spans of dates and what only a search reads."""
    columns = list(drawn("table", "fr").dataframe[0].value.columns)

    assert columns == ["summary_fr", "status", "due_on", "sdgs"]


@pytest.mark.parametrize(("language", "label"), [("en", "complete"), ("fr", "achevé")])
def test_a_table_shows_labels_for_codes(
    drawn: Callable[..., AppTest], language: str, label: str
) -> None:
    """It says what a code means, in the reader's language."""
    assert drawn("table", language).dataframe[0].value["status"].item() == label


def test_a_table_shows_a_span_as_a_span(drawn: Callable[..., AppTest]) -> None:
    """It gives a date no precision that its source lacks."""
    shown = drawn("table").dataframe[0].value["due_on"].item()

    assert shown == "2025-02-11 … 2025-09-02"


def test_a_table_shows_the_last_day_of_a_term(drawn: Callable[..., AppTest]) -> None:
    """It shows and explains the day before the one that the relation holds."""
    terms = drawn("terms").dataframe[0]

    assert terms.value["ended_on"].item() == "2029-02-11"
    assert json.loads(terms.proto.columns)["ended_on"]["help"] == "Last day."


@pytest.mark.parametrize(("language", "meaning"), [("en", "How far"), ("fr", "Degré")])
def test_a_table_explains_its_columns(
    drawn: Callable[..., AppTest], language: str, meaning: str
) -> None:
    """It takes the meaning of each column from the dictionary."""
    columns = json.loads(drawn("table", language).dataframe[0].proto.columns)

    assert columns["status"]["help"].startswith(meaning)


@pytest.mark.parametrize(("language", "count"), [("en", "1 row"), ("fr", "1 ligne")])
def test_a_table_says_how_many_rows_it_has(
    drawn: Callable[..., AppTest], language: str, count: str
) -> None:
    """It does not let those on the screen pass for all."""
    assert drawn("table", language).caption[0].value == count


def test_a_long_table_is_shown_page_by_page(
    drawn: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sends a browser the rows of one page, and says which of how many they are."""
    monkeypatch.setattr(table_pages, "MOST", 2)
    app = drawn("long table")
    assert app.dataframe[0].value["sdgs"].to_list() == ["0", "1"]
    assert "Rows 1 to 2 of 5." in app.caption[0].value
    assert app.caption[1].value == "5 rows"

    app.session_state["pages-rows-5"] = 3
    app.run()
    assert app.dataframe[0].value["sdgs"].to_list() == ["4"]


@pytest.mark.parametrize(("language", "joined"), [("en", "4; 9"), ("fr", "4\u00a0; 9")])
def test_a_table_joins_lists_as_the_language_does(
    drawn: Callable[..., AppTest], language: str, joined: str
) -> None:
    """It writes a list of the database as a text."""
    assert drawn("table", language).dataframe[0].value["sdgs"].item() == joined


def test_a_number_is_written_as_the_language_does(drawn: Callable[..., AppTest]) -> None:
    """It puts the separator that readers know."""
    for language, number in (("en", "1,234"), ("fr", "1\u202f234")):
        [card] = drawn("card", language).get("html")
        assert f"<strong>{number}</strong>" in card.proto.body


def test_an_empty_page_ends_where_it_says_so(drawn: Callable[..., AppTest]) -> None:
    """It draws nothing after the sentence."""
    page = drawn("empty")

    assert page.info[0].value == "Nothing here."
    assert not page.markdown


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who reads English, of a tracker without settings."""
    state = PageState("commitments", Translator(), date(2026, 11, 21))
    monkeypatch.setattr(words, "page_state", lambda: state)
    monkeypatch.setattr(words.database, "settings", Settings)


@pytest.mark.usefixtures("reader")
def test_a_source_is_a_link_with_its_place() -> None:
    """It says where a fact was read, and where in it."""
    row = {"source_title": "A/RES/79/1", "source_url": "https://example.org", "locator": "para. 7"}

    assert source_link(row) == "[A/RES/79/1](https://example.org), para. 7"


@pytest.mark.usefixtures("reader")
def test_a_source_in_another_language_is_marked() -> None:
    """It says in which language a title is that the reader may not read."""
    row = {"source_title": "L'avenir", "source_language": "fr", "source_url": None}

    assert source_link(row | {"locator": None}) == "L'avenir \\[fr\\]"


@pytest.mark.usefixtures("reader")
def test_a_source_without_an_address_is_its_title() -> None:
    """It makes no link where there is none."""
    row = {"source_title": "Minutes", "source_url": None, "locator": None}

    assert source_link(row) == "Minutes"


@pytest.mark.usefixtures("reader")
def test_a_record_that_is_called_like_its_page_has_no_filters_in_its_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its window has its name; that of the page of this name says what is left in."""
    named: list[str] = []
    monkeypatch.setattr(words.st, "set_page_config", lambda page_title: named.append(page_title))
    monkeypatch.setattr(words.titles, "of_page", lambda *_: "Texts: 'x'")
    for of_record in (True, False):
        words.heading("Texts", of_record=of_record)

    assert [title.partition(" · ")[0] for title in named] == ["Texts", "Texts: 'x'"]
