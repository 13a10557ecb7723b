"""The page of the search, on the real database."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.served_pages import served_pages, texts

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """``opened("search", q="gdc")`` opens the page with that in its address."""
    return served_pages(database, monkeypatch)


def test_what_was_found_is_a_list_of_links(opened: Opened) -> None:
    """It links each hit with the reader's language and day, and says why it is there."""
    said = texts(opened("search", q="résolution 78/240", lang="fr", as_of="2026-11-01"))

    assert not re.search(r"[ld]&#x27;\w", said)
    assert 'href="texts?lang=fr&amp;as_of=2026-11-01&amp;id=res-78-265"' in said
    assert "nom erroné en usage" in said


def test_kinds_narrow_what_is_shown(opened: Opened) -> None:
    """It shows one kind where the address asks for one, and counts all."""
    said = texts(opened("search", q="panel", kind="milestone"))

    assert '<span class="kind">milestone</span>' in said
    assert '<span class="kind">text</span>' not in said
    assert "Texts 3" in said


def test_nothing_found_offers_names_and_lists(opened: Opened) -> None:
    """It says so, and goes on to what may have been meant and to the lists."""
    said = texts(opened("search", q="A/RES/78/256"))

    assert "Nothing was found." in said
    assert "texts?id=res-78-265" in said
    assert 'href="commitments"' in said


def test_lists_that_are_not_counted_say_so(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where their rows are counted, and shows no number in its place."""
    monkeypatch.setattr("dashboard.filtering.lists.MOST", 0)
    page = opened("search", q="overdue")

    assert any("counted on its page only" in each.value for each in page.caption)
    assert "Commitments: overdue</a>" in texts(page)


def test_no_words_are_no_question(opened: Opened) -> None:
    """It asks for words instead of listing everything."""
    assert "Type a name" in texts(opened("search", q="  "))


def test_what_was_typed_is_never_markup(opened: Opened) -> None:
    """It shows the words in the box as they are."""
    said = texts(opened("search", q='"><script>alert(1)</script>'))

    assert "<script>alert" not in said


def test_titles_in_another_language_say_so(opened: Opened) -> None:
    """It marks them in the results, in the list of sources and on the page of the source."""
    title = "Proposition de création d&#x27;un Groupe"
    shown = title.replace("&#x27;", "’")

    assert f'lang="fr">{shown}' in texts(opened("search", q="création d'un Groupe de travail"))
    assert f'lang="fr">{title}' in texts(opened("sources", q="Groupe de travail du Conseil"))
    assert f'lang="fr">{title}' not in texts(opened("sources", q="Groupe de travail", lang="fr"))
    source = opened("sources", id="itu-cwg-ai-contribution")
    assert source.title[0].value.endswith(r"\[fr\]")
