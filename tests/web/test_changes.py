"""``/changes.atom``: what each edition changed, as a feed that any reader can read."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import Mock
from xml.etree import ElementTree as ET

import duckdb
import feedparser
import pytest
from starlette.testclient import TestClient

from dashboard.web.changes.atom import UNWRITABLE
from dashboard.web.request import days
from tests.helpers import tiny_history
from tests.helpers.tiny_history import serving
from transforms.database import editions

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The addresses, on three tiny editions."""
    with serving(tiny_history.pointer()) as client:
        yield client


def feed(client: TestClient, query: str = "") -> feedparser.FeedParserDict:
    """The feed as a library that did not write it reads it."""
    answer = client.get(f"/changes.atom{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def texts(html: str) -> list[str]:
    """The texts of an entry."""
    return [text.strip() for text in re.split(r"<[^>]+>", html) if text.strip()]


def test_each_edition_is_an_entry_newest_first(client: TestClient) -> None:
    """It tells of every time that an edition became the current one."""
    found = feed(client)
    current = tiny_history.pointer().resolve().name[8:20]
    assert [current in entry.title for entry in found.entries] == [True, False, True]
    assert len({entry.id for entry in found.entries}) == 3
    assert found.feed.updated == found.entries[0].updated


def test_an_entry_says_what_changed(client: TestClient) -> None:
    """It counts rows by table, and names them with what they held and hold, linked to a page."""
    entry = feed(client).entries[1]
    assert entry.title.endswith(": 3 rows changed and 1 row removed")
    message = texts(entry.content[0].value)
    assert "Milestones: 3 rows changed and 1 row removed" in message
    assert "When: 10 March 2027 → 1 April 2027" in message
    assert "Status: planned → cancelled" in message
    assert message[-2:] == ["Removed:", "Report due"]
    assert 'href="http://testserver/milestones?id=moved' in entry.content[0].value


def test_names_from_the_data_are_escaped(client: TestClient) -> None:
    """It never takes a name for markup."""
    entry = feed(client).entries[1]
    assert 'Meeting "new" &amp; 1 &lt; 2' in entry.content[0].value.replace("&quot;", '"')


def test_the_first_edition_alone_is_a_feed(tmp_path: Path) -> None:
    """It says that there is nothing before, in a feed that is valid all the same."""
    lonely = tmp_path / "tracker.duckdb"
    old = editions.earlier(tiny_history.pointer())[0]
    lonely.write_bytes(old.read_bytes())
    with serving(lonely) as client:
        one, again = feed(client), feed(client)
    assert [entry.title.partition(": ")[2] for entry in one.entries] == ["the first one noted here"]
    assert one.feed.id == again.feed.id


def test_it_speaks_french(client: TestClient) -> None:
    """It tells the same in French, as a feed of its own that names the other one."""
    french, english = feed(client, "?lang=fr"), feed(client)
    assert french.feed.id != english.feed.id
    assert "[en]" not in str(french)
    message = texts(french.entries[1].content[0].value)
    assert "Quand\u00a0: 10\u00a0mars 2027 → 1er\u00a0avril 2027" in message
    others = [link.href for link in french.feed.links if link.rel == "alternate"]
    assert "http://testserver/changes.atom?lang=en" in others


def test_every_table_has_a_name(connection: duckdb.DuckDBPyConnection) -> None:
    """It calls no table by its key."""
    remaining = connection.sql("SELECT relation FROM coverage").fetchall()
    named = connection.sql("SELECT relation FROM dictionary WHERE label_fr <> relation").fetchall()
    assert set(remaining) == set(named)


def test_it_is_as_the_standard_wants_it(client: TestClient) -> None:
    """It has all that RFC 4287 demands: names that stay, times, an author, links of two kinds."""
    root = ET.fromstring(client.get("/changes.atom").content)
    for parent in (root, *root.iter(f"{ATOM}entry")):
        assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", parent.findtext(f"{ATOM}id", ""))
        assert re.fullmatch(RFC_3339, parent.findtext(f"{ATOM}updated", ""))
        assert parent.findtext(f"{ATOM}title")
        kinds = [
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in parent.findall(f"{ATOM}link")
        ]
        assert len(kinds) == len(set(kinds))
        assert "alternate" in [kind[0] for kind in kinds]
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert "CC0" in root.findtext(f"{ATOM}rights", "")
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == ["http://testserver/changes.atom?lang=en"]
    for content in root.iter(f"{ATOM}content"):
        assert [child.tag for child in content] == ["{http://www.w3.org/1999/xhtml}div"]


def test_names_of_entries_stay(client: TestClient) -> None:
    """It calls an edition the same whoever asks when, so that no reader shows it twice."""
    before = [entry.id for entry in feed(client).entries]
    assert [entry.id for entry in feed(client).entries] == before
    with serving(tiny_history.second()) as then:
        assert [entry.id for entry in feed(then).entries] == before[1:]


def test_who_has_it_already_is_told_so(client: TestClient) -> None:
    """It answers 304 until there is another edition."""
    known = {"If-None-Match": client.get("/changes.atom").headers["etag"]}
    assert client.get("/changes.atom", headers=known).status_code == 304
    assert client.head("/changes.atom").content == b""


def test_what_there_is_not_to_ask_is_said(client: TestClient) -> None:
    """It answers 400 with a sentence."""
    answer = client.get("/changes.atom?days=3")
    assert (answer.status_code, "'days'" in answer.json()["detail"]) == (400, True)


def test_the_real_data_is_a_feed(database: Path) -> None:
    """It tells of the edition that is served, whatever its journal holds."""
    with serving(database) as client:
        assert len(feed(client).entries) >= 1


def test_what_xml_cannot_hold_is_left_out() -> None:
    """It finds control characters and halves of characters, and nothing that is a text."""
    assert UNWRITABLE.sub("?", "a\x00b\x0bc\ud800d\ufffee") == "a?b?c?d?e"
    assert UNWRITABLE.sub("?", "é → 中 😀\t\n") == "é → 中 😀\t\n"


def test_a_feed_of_a_record_has_what_concerns_it_and_nothing_else(client: TestClient) -> None:
    """It leaves what changed in the record, and is a feed of its own, of that name."""
    own = feed(client, "?milestone=moved")
    assert own.feed.title == "Changes: Meeting"
    assert own.feed.id != feed(client).feed.id
    message = texts(own.entries[0].content[0].value)
    assert "When: 1 April 2027 → 10 March 2027" in message
    assert "Milestones: 1 row changed" in message
    links = {link.rel: link.href for link in own.feed.links}
    assert links["self"] == "http://testserver/changes.atom?milestone=moved&lang=en"
    assert "1 April 2027" not in str(feed(client, "?milestone=several").entries)


def test_a_feed_of_a_text_has_what_names_it(client: TestClient) -> None:
    """It tells of the milestones of a text, of those too that are gone."""
    entries = feed(client, "?instrument=pact").entries
    assert "Report due" in str(entries[1].content[0].value)


def test_a_feed_of_a_search_has_what_the_words_find(client: TestClient) -> None:
    """It is narrowed to words as to a record."""
    found = feed(client, "?q=meeting")
    assert found.feed.title == "Changes: 'meeting'"
    assert "1 April 2027" in str(found.entries[0])
    assert "1 April 2027" not in str(feed(client, "?q=nothing-has-it").entries)


@pytest.mark.parametrize(
    ("query", "status"), [("?country=KEN", 200), ("?instrument=gcd", 400), ("?actor=KEN", 400)]
)
def test_a_feed_is_of_what_there_is(database: Path, query: str, status: int) -> None:
    """It answers for a record that there is, and says so where there is none."""
    with serving(database) as client:
        assert client.get(f"/changes.atom{query}").status_code == status


BETWEEN = "?from_day=2024-01-01&to_day=2026-11-21"


def test_two_days_are_a_feed_of_their_changes(client: TestClient) -> None:
    """It has an entry for each record that changed in between, newest first, with its page."""
    found = feed(client, BETWEEN)
    moments = [entry.updated for entry in found.entries]

    assert found.entries
    assert moments == sorted(moments, reverse=True)
    assert all("2024-01-01" <= moment[:10] <= "2026-11-21" for moment in moments)
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    assert all("lang=" in entry.link or "?" in entry.link for entry in found.entries)


def test_a_feed_up_to_today_names_its_entries_alike_every_day(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows a reader what is new alone, though its last day moves on."""
    found = []
    for day in (date(2026, 11, 20), date(2026, 11, 21)):
        monkeypatch.setattr(days, "date", Mock(today=lambda day=day: day))
        found.append(feed(client, "?from_day=2024-01-01"))
    first, second = found

    assert first.feed.id == second.feed.id
    assert {entry.id for entry in first.entries} & {entry.id for entry in second.entries}


@pytest.mark.parametrize("query", ["?from_day=soon", "?from_day=2024-01-01&q=data"])
def test_what_cannot_be_compared_is_said(client: TestClient, query: str) -> None:
    """It refuses a day that is none, and what has no changes between two days."""
    assert client.get(f"/changes.atom{query}").status_code == 400
