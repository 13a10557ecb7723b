"""What strangers can write into addresses of charts, briefs and previews: no fault, no flood."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from cachetools import LRUCache
from starlette.testclient import TestClient

from dashboard.figures import CHARTS, View
from dashboard.state.days import LONGEST
from dashboard.web.brief import pdf, word
from dashboard.web.brief.document import Brief
from dashboard.web.charts import pictures
from dashboard.web.http import handler
from dashboard.web.shell import preview
from dashboard.words import labels
from transforms import paths

ODD = ["日本", "é", "a/b", '"><script>', "\ufffe", "x" * 500]
MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)
BRIEF = Brief("en", "Text", "Title", "Day", "Lead.", [], [], "Foot", "https://example.org/", "x")


@pytest.fixture
def drawn() -> Iterator[None]:
    """Nothing that is drawn here is remembered, nor anything that was."""
    preview._rendered.cache.clear()
    yield
    preview._rendered.cache.clear()


@pytest.mark.parametrize("value", ODD, ids=ascii)
def test_odd_words_make_a_plain_name_of_a_file(client: TestClient, value: str) -> None:
    """A chart has a name that every header can carry."""
    answer = client.get("/chart/commitments.csv", params={"q": value[:LONGEST]})

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].isascii()


@pytest.mark.parametrize(
    ("chart", "query"),
    [
        ("timeline", {"from": "soon"}),
        ("timeline", {"to": "9" * 30}),
        ("status", {"q": "a " * 200}),
        ("commitments", {"instrument": "\ufffe"}),
        ("member-map", {"body": "\ufffe"}),
        ("overlap", {"body": ["au", "nobody"]}),
        ("country-history", {"country": "gdc"}),
        ("status-history", {"id": "gdc"}),
        ("member-lines", {"scale": "huge"}),
        ("member-lines", {"derived": "yes"}),
        ("timeline", {"later": "2"}),
        ("timeline", {"span": "2026-13-01..2027-01-01"}),
        ("timeline", {"fold": "nobody"}),
        ("commitments", {"by": "size"}),
    ],
)
def test_a_chart_says_what_it_cannot_be_asked(
    client: TestClient, chart: str, query: dict[str, str]
) -> None:
    """It is no fault of the server, and what a stranger wrote is in no picture."""
    for path in (f"/chart/{chart}.svg", f"/chart/{chart}.csv", f"/embed/{chart}"):
        assert client.get(path, params=query).status_code == 400


@pytest.mark.parametrize("path", ["/chart/status.svg", "/brief/text/gdc", "/preview/texts.png"])
def test_who_draws_takes_no_place_of_others(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """However many draw, files and feeds are answered."""
    taken = []
    monkeypatch.setattr(
        handler,
        "query_items",
        lambda _: taken.append(
            (handler.drawing().borrowed_tokens, handler.limiter().borrowed_tokens)
        ),
    )

    client.get(path)

    assert taken == [(1, 0)]


def test_pictures_in_memory_are_bounded_in_bytes() -> None:
    """A map of four million bytes takes the room of many small pictures."""
    cache = pictures.cached_picture.cache

    assert isinstance(cache, LRUCache)
    assert cache.getsizeof(b"x" * 1000) == 1000
    assert cache.maxsize == pictures.CACHE_BYTES


def test_a_mark_draws_no_picture_again(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a picture does not show does not tell it from another."""
    monkeypatch.setattr(paths, "DATABASE", database)
    chart, t = CHARTS["status"], labels.translator("en")
    views = [View(t, date(2026, 1, 1), {"mark": (mark,)}) for mark in ("a", "b")]

    assert len({pictures._key("1", chart, view, "svg") for view in views}) == 1


@pytest.mark.usefixtures("drawn")
def test_a_preview_is_drawn_once_whatever_the_server_is_called(client: TestClient) -> None:
    """Another name in the request is no other picture."""
    for host in ("one.example", "two.example"):
        client.get("/preview/texts.png", headers={"Host": host})

    assert len(preview._rendered.cache) == 1


@pytest.mark.parametrize("name", ["中文名称", "😀", "ไทย", "\ufeffx", "#set page() @x [y] \\ $z$"])
def test_a_name_in_any_script_can_be_set_in_type(name: str) -> None:
    """A brief is written though its typeface lacks a letter; nothing in a name is a command."""
    assert pdf.pdf(replace(BRIEF, title=name), MADE_AT).startswith(b"%PDF")


def test_a_long_title_can_be_written(tmp_path: Path) -> None:
    """What DOCX says of itself is cut where the format ends; the heading is whole."""
    path = tmp_path / "brief.docx"
    path.write_bytes(word.docx(replace(BRIEF, title="x" * 300), MADE_AT))

    assert docx.Document(str(path)).paragraphs[1].text == "x" * 300


@pytest.mark.parametrize("path", ["/changes.atom", "/deadlines.ics"])
def test_nobody_follows_all_records_at_once(client: TestClient, path: str) -> None:
    """Each record that is followed is a query: two hundred of them took twenty seconds."""
    keys = [row["id"] for row in client.get("/data/commitments.json?limit=21").json()]

    many = client.get(path, params={"commitment": keys, "lang": "fr"})

    assert many.status_code == 400
    assert "20 fiches" in many.json()["detail"]
