"""The day beside the as-of day: pages say what changed between the two, with rows and files."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.source.two_days import Comparison
from tests.helpers.pages import open_page
from tests.helpers.web_client import web_client
from transforms import paths

Changes = Callable[[Comparison], list[tuple[str, str]]]
SINCE, UNTIL = date(2026, 1, 1), date(2026, 11, 21)
HEAD = re.compile(r"<h3>(.*?): ([\d,]+)</h3>")
QUERIES = [
    ("overview", {}, Comparison(SINCE, UNTIL)),
    ("texts", {"id": "gdc"}, Comparison(SINCE, UNTIL, "text", "gdc")),
    ("countries", {"country": "KEN"}, Comparison(SINCE, UNTIL, "country", "KEN")),
    ("organizations", {"id": "dco"}, Comparison(SINCE, UNTIL, "organization", "dco")),
    ("topics", {"id": "inclusion"}, Comparison(SINCE, UNTIL, "topic", "inclusion")),
    ("capacity", {}, Comparison(SINCE, UNTIL, "topic", "capacity-building")),
    (
        "members",
        {"body": "coe-ai-convention"},
        Comparison(
            SINCE, UNTIL, aspects=("membership", "act", "count"), records=("coe-ai-convention",)
        ),
    ),
]
"""Every page that compares days, and what it compares."""


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened("texts", id="gdc")`` opens a page as of the later day."""
    monkeypatch.setattr(paths, "DATABASE", database)

    def opened(page: str, **requested: str) -> AppTest:
        return open_page(page, **{"as_of": UNTIL.isoformat(), **requested})

    return opened


def bodies(app: AppTest) -> str:
    """Return the HTML that the page shows, apart from what Streamlit makes."""
    return "".join(each.proto.body for each in app.get("html"))


@pytest.fixture(scope="module")
def changes(_connected: duckdb.DuckDBPyConnection) -> Changes:
    """``changes(comparison)`` are kind and key of all that its query finds, asked for once."""
    return cache(
        lambda comparison: _connected.sql(
            f"SELECT change, item_id FROM ({comparison.sql})"
        ).fetchall()
    )


@pytest.mark.parametrize(
    ("page", "requested", "comparison"), QUERIES, ids=[page for page, *_ in QUERIES]
)
def test_the_page_counts_what_the_query_finds(
    opened: Callable[..., AppTest],
    connection: duckdb.DuckDBPyConnection,
    changes: Changes,
    page: str,
    requested: dict[str, str],
    comparison: Comparison,
) -> None:
    """It says of every kind of change how many rows the database has, and no other."""
    app = opened(page, **requested, compare=SINCE.isoformat())

    assert not app.exception
    found = {label: int(n.replace(",", "")) for label, n in HEAD.findall(unescape(bodies(app)))}
    sql = "SELECT code, label_en FROM vocabularies WHERE vocabulary = 'change'"
    labels = {
        code: f"{label[:1].upper()}{label[1:]}" for code, label in connection.sql(sql).fetchall()
    }
    assert found == Counter(labels[change] for change, _ in changes(comparison))
    assert found


@pytest.mark.parametrize("compare", [{}, {"compare": "soon"}, {"compare": UNTIL.isoformat()}])
def test_nothing_is_compared_until_another_day_is_chosen(
    opened: Callable[..., AppTest], compare: dict[str, str]
) -> None:
    """It lists no change without a second day, with none that there is, and with the same one."""
    app = opened("texts", id="gdc", lang="fr", **compare)

    assert not app.exception
    assert not HEAD.search(bodies(app))


def test_the_earlier_day_comes_first(opened: Callable[..., AppTest]) -> None:
    """It compares in the same direction whichever of the two is the as-of day."""
    app = opened("texts", id="gdc", compare=SINCE.isoformat())
    turned = opened("texts", id="gdc", as_of=SINCE.isoformat(), compare=UNTIL.isoformat())

    heads = HEAD.findall(bodies(app))
    assert heads == HEAD.findall(bodies(turned))
    assert heads


@pytest.mark.slow
@pytest.mark.parametrize("comparison", [each[2] for each in QUERIES[1:]], ids=str)
def test_the_file_has_the_rows_of_the_query(
    database: Path,
    changes: Changes,
    monkeypatch: pytest.MonkeyPatch,
    comparison: Comparison,
) -> None:
    """It answers at the address beside the rows with as many as the query beside it."""
    client = web_client(database, monkeypatch)

    answer = client.get(f"/data/{comparison.relation}.csv", params=comparison.query)

    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [row["item_id"] for row in rows] == [item for _, item in changes(comparison)]


def test_links_take_the_second_day_along(opened: Callable[..., AppTest]) -> None:
    """It leads from a comparison to records that compare the same days."""
    app = opened("overview", compare=SINCE.isoformat())

    targets = re.findall(r'<a class="in" href="(texts\?[^"]*)"', bodies(app))
    assert targets
    assert all("compare=2026-01-01" in urlsplit(unescape(each)).query for each in targets)


def test_the_brief_tells_the_same_changes(opened: Callable[..., AppTest]) -> None:
    """It offers the brief of the record for both days, in the language of the page."""
    app = opened("texts", id="gdc", lang="fr", compare=SINCE.isoformat())

    query = "lang=fr&as_of=2026-11-21&since=2026-01-01"
    found = re.findall(r'<a href="(brief/[^"]*)"', bodies(app))
    assert [unescape(each) for each in found] == [
        f"brief/text/gdc{ending}?{query}" for ending in ("", ".pdf", ".docx")
    ]
