"""What the tracker was first asked for is found by its own words, and its page tells it.

Each row of ``seed_rows.csv`` is a search that a reader types, what must be among its first three
hits, and what the page of that record says: a day, a source, and what became of it. The pages are
those without scripts, which say what the dashboard does and cost no browser. Turning documents into
rows, the last thing that was asked for, is no record and has no search.
"""

import csv
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.helpers.web_client import web_client

Row = dict[str, str]
FILE = Path(__file__).with_name("seed_rows.csv")
DAY = "2026-11-29"
TAGS = re.compile(r"<(?:script|style).*?</(?:script|style)>|<[^>]+>", re.DOTALL)


def rows() -> list[Row]:
    """Return every search with what must come of it."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def client(database: Path) -> Iterator[TestClient]:
    """A client of all addresses, for all rows."""
    with pytest.MonkeyPatch.context() as patch:
        yield web_client(database, patch)


def text_of(page: str) -> str:
    """Return the words of a page of HTML, with plain blanks and apostrophes."""
    words = unescape(TAGS.sub(" ", page)).replace("’", "'").replace("\u202f", " ")
    return " ".join(words.split())


@pytest.mark.slow
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['row']} {row['query']}")
def test_a_row_is_found_and_told(client: TestClient, row: Row) -> None:
    """It is among the first three, and its page says when, by which source, and what came of it."""
    kind, _, key = row["hit"].partition(":")
    answer = client.get("/search.json", params={"q": row["query"], "lang": row["lang"]}).json()

    assert (kind, key) in [(hit["kind"], hit["id"]) for hit in answer["hits"][:3]]

    page = client.get(
        f"/data/records/{kind}/{key}.html", params={"lang": row["lang"], "as_of": DAY}
    )
    said = text_of(page.text)
    assert [words for words in row["says"].split("|") if words not in said] == []
