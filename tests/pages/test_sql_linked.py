"""A link to a query shows it, and runs it only when the reader says so."""

from functools import partial
from pathlib import Path

import pytest
import streamlit as st

from dashboard.components.sql.saved import saved_queries
from dashboard.sandbox import service
from dashboard.state.own_links import cookie
from tests.helpers.pages import open_page
from tests.helpers.sql_page import Opened, answer, answer_nearby, ask, opener, page_text, shown

INVITATION = "has not run yet"


@pytest.fixture
def linked(duplicate: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """``linked(q="SELECT 1")`` begins a session with that address, as a link does."""
    answer_nearby(duplicate, monkeypatch)
    return partial(open_page, "sql")


def test_it_waits_for_the_reader(linked: Opened) -> None:
    """It shows the query, runs nothing, and runs it when Run is pressed."""
    app = linked(q="SELECT 40 + 1 AS linked")

    assert shown(app) == "SELECT 40 + 1 AS linked"
    assert INVITATION in page_text(app)
    assert not service.is_cached("SELECT 40 + 1 AS linked", {})
    assert answer(app.button(key="sql-run").click().run()) == [{"linked": 41}]


def test_it_says_so_in_french(linked: Opened) -> None:
    """It invites in the language of the link."""
    assert "n’a pas encore été exécutée" in page_text(
        linked(q="SELECT 40 + 2 AS linked", lang="fr")
    )


def test_another_query_does_not_let_it_run(linked: Opened) -> None:
    """It still waits when the reader comes back from a query of their own."""
    app = ask(linked(q="SELECT 40 + 3 AS linked"), "SELECT 1 AS own")
    assert answer(app) == [{"own": 1}]

    app.query_params["q"] = "SELECT 40 + 3 AS linked"

    assert INVITATION in page_text(app.run())


@pytest.mark.parametrize("query", ["", "saved"])
def test_what_the_site_itself_offers_runs_at_once(linked: Opened, query: str) -> None:
    """It answers an address without a query, and one with a saved query."""
    sql = list(saved_queries().values())[1].sql("en")
    app = linked(**({"q": sql} if query else {}), as_of="2026-11-21")

    assert INVITATION not in page_text(app)
    assert answer(app)


def test_a_link_of_our_own_runs_at_once(linked: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers where the request for the page has left the cookie of this query."""
    sql = "SELECT 40 + 5 AS linked"
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: dict([cookie(sql)])))

    assert answer(linked(q=sql)) == [{"linked": 45}]
    assert INVITATION in page_text(linked(q="SELECT 40 + 6 AS linked"))


def test_a_result_that_is_cached_is_shown_at_once(
    linked: Opened, duplicate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs nothing to show a link again after a reload."""
    opener(duplicate, monkeypatch)(q="SELECT 40 + 4 AS linked")

    assert answer(linked(q="SELECT 40 + 4 AS linked")) == [{"linked": 44}]
