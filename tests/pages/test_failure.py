"""A page that fails says so in the reader's language, with a number and a way back."""

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.shaping import bodies
from dashboard.source import connections, queries
from dashboard.source import database as door
from tests.helpers.fatal import FATAL, WithSpare, no_room
from tests.helpers.served_pages import served_pages, texts

Opened = Callable[..., AppTest]
INCIDENT = re.compile(r"incident ([0-9a-f]{8})")


@pytest.fixture
def opened(duplicate: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """``opened("members", lang="fr")`` opens a page as the server does."""
    return served_pages(duplicate, monkeypatch)


@pytest.fixture
def broken(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The same, with a bug in what Members does first."""
    monkeypatch.setattr(bodies, "offered", lambda t: next(iter([])))
    return opened


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("en", "This page cannot be shown", "a fault of the server"),
        ("fr", "Cette page ne peut pas être affichée", "erreur vient du serveur"),
    ],
)
def test_it_says_so_in_the_language_of_the_reader(
    broken: Opened, language: str, title: str, sentence: str
) -> None:
    """It shows one page of ours, and nothing of Streamlit's."""
    app = broken("members", lang=language)

    assert title in [each.value for each in app.title]
    assert sentence in app.error[0].value
    assert not app.exception


def test_the_number_is_in_the_log(broken: Opened, caplog: pytest.LogCaptureFixture) -> None:
    """It notes the error with its traceback under the number that the reader sees."""
    with caplog.at_level(logging.ERROR):
        number = INCIDENT.search(texts(broken("members")))

    assert number
    assert f"incident {number[1]}: the page" in caplog.text
    assert "StopIteration" in caplog.text


def test_it_offers_the_way_back(broken: Opened) -> None:
    """It links to the same address, to the page without its filters, and to the first page."""
    message = texts(broken("members", lang="fr", body="dco"))

    assert re.findall(r'target="_self" href="([^"]*)"', message) == [
        "",
        "members?lang=fr",
        "overview?lang=fr",
    ]


def test_a_fatal_error_costs_one_page(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It shows the next page as if nothing had been, while DuckDB would refuse it."""
    spares = WithSpare(tmp_path)
    with monkeypatch.context() as patched, no_room():
        patched.setattr(connections, "connect", spares)
        patched.setattr(connections, "_connections", type(connections._connections)())
        patched.setattr(queries, "timeline_bodies", lambda *_: door.run(FATAL))
        failed = opened("timeline", lang="fr")
        unharmed = opened("members", lang="fr")

    assert "Les données ne peuvent pas être lues" in failed.error[0].value
    assert [each.value for each in unharmed.title] == ["Membres"]
    assert len(spares.opened) == 2
    for connection in spares.opened:
        connection.close()


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "The data is not available at the moment"),
        ("fr", "Les données ne sont pas disponibles pour le moment"),
    ],
)
def test_a_page_waits_for_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    """It says that the server waits, and looks again by itself."""
    app = served_pages(tmp_path / "tracker.duckdb", monkeypatch)("members", lang=language)

    assert [each.value for each in app.title] == [title]
    assert "location.reload()" in texts(app)
    assert not app.exception


@pytest.mark.parametrize(
    ("language", "words"), [("en", "edition is damaged"), ("fr", "édition est endommagée")]
)
def test_pages_say_that_the_newest_edition_is_damaged(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """It shows the last whole one, and its name."""
    shutil.copy(database.resolve(), tmp_path)
    pointer = tmp_path / "tracker.duckdb"
    (tmp_path / "tracker-000000000000.duckdb").touch()
    pointer.symlink_to("tracker-000000000000.duckdb")

    app = served_pages(pointer, monkeypatch)("members", lang=language)

    assert words in app.warning[0].value
    assert database.resolve().stem[-12:] in app.warning[0].value
