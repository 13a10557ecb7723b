"""Records and relations as plain HTML: no script, in both languages, no link that leads nowhere."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

import duckdb
import pytest
from httpx2 import Response

from dashboard.kinds import BY_PAGE, KINDS
from dashboard.navigation import PAGES
from dashboard.source import records
from tests.helpers.typography import shown_in, unset

Get = Callable[..., Response]
LINK = re.compile(r'(?:href|action)="([^"#]+)')
RECORD = re.compile(r"/data/records/([a-z]+)/(.+)\.html")
APART = ("data/", "dictionary", "app/", "changes.atom", "deadlines.ics", "search")
"""Addresses of ours that are no record's."""


def linked(page: str, path: str) -> set[str]:
    """Return where the links of a page lead on this site, from its root."""
    found = {urljoin(f"http://testserver{path}", unescape(link)) for link in LINK.findall(page)}
    return {link.removeprefix("http://testserver") for link in found if "//testserver/" in link}


def leads_somewhere(link: str, there_are: set[tuple[str, str]]) -> bool:
    """Whether an address of ours is a page, a record or a file that there is."""
    parts = urlsplit(link)
    if plain := RECORD.fullmatch(parts.path):
        return (plain[1], unquote(plain[2])) in there_are
    page = parts.path.strip("/")
    if (kind := BY_PAGE.get(page)) and (
        found := re.search(rf"(?:^|&){kind.parameter}=([^&]+)", parts.query)
    ):
        return (kind.name, unquote(found[1])) in there_are
    return page in {"", *PAGES} or parts.path.lstrip("/").startswith(APART)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_each_kind_is_a_page_whose_links_lead_somewhere(
    get: Get, connection: duckdb.DuckDBPyConnection, kind: str
) -> None:
    """It says what the record is, in the language asked for, and links only what there is."""
    there_are = set(connection.sql("SELECT kind, id FROM records").fetchall())
    keys = records.keys(kind, 10_000, 0)
    for number, key in enumerate(keys[:: max(1, len(keys) // 4)]):
        path, language = (
            f"/data/records/{kind}/{quote(key, safe='')}.html",
            ("en", "fr")[number % 2],
        )
        answer = get(f"{path}?lang={language}")
        assert answer.status_code == 200, answer.text
        assert f'<html lang="{language}" dir="ltr">' in answer.text
        assert answer.text.count("<h1>") == 1
        assert "<script src" not in answer.text
        dead = {link for link in linked(answer.text, path) if not leads_somewhere(link, there_are)}
        assert dead == set(), key


def test_a_page_names_its_page_in_the_app_and_its_other_language(get: Get) -> None:
    """A search engine learns which page is the one to show."""
    page = get("/data/records/text/gdc.html?lang=fr").text
    assert '<link rel="canonical" href="http://testserver/texts?id=gdc&amp;lang=fr">' in page
    assert 'hreflang="en" href="http://testserver/data/records/text/gdc.html?lang=en"' in page
    assert (
        'href="http://testserver/data/records/text/gdc.html?lang=fr"'
        in get("/texts?id=gdc&lang=fr").text
    )


def test_a_page_is_of_the_day_that_is_asked_for(get: Get) -> None:
    """Its numbers are those of the day, and its links keep it."""
    page = get("/data/records/organization/dco.html?as_of=2023-03-01").text
    assert "It has 13 members on 1 March 2023." in page
    assert "SAU.html?lang=en&amp;as_of=2023-03-01" in page
    assert get("/data/records/organization/dco.html?as_of=soon").status_code == 400


@pytest.mark.parametrize("path", ["text/gcd", "country/Kenya", "text/../x", "nothing/x"])
def test_a_record_that_there_is_not_is_not_found(get: Get, path: str) -> None:
    """It answers 404."""
    assert get(f"/data/records/{path}.html").status_code == 404


def test_an_unknown_key_offers_the_nearest_and_the_search(get: Get) -> None:
    """The page is in the reader's language, with a search that works without a script."""
    page = get("/data/records/text/gcd.html?lang=fr").text
    assert "/data/records/text/gdc.html?lang=fr" in page
    assert '<form role="search" action="../../../data/search.html">' in page
    assert 'href="../data/records/country/KEN.html?lang=fr">Kenya</a>' in get(
        "/data/search.html?q=kenya&lang=fr"
    ).text.replace("../../", "../")


def test_a_browser_gets_a_relation_as_a_page_and_a_program_is_told_the_formats(get: Get) -> None:
    """The same address answers HTML to a browser, and names the files to others."""
    page = get("/data/instruments?kind=treaty", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "/data/records/text/coe-ai-convention.html" in page.text
    assert get("/data/instruments").status_code == 404


def test_a_page_of_a_relation_leads_to_the_rows_after_it(get: Get) -> None:
    """It shows some rows at a time, and filters as the files do."""
    first = get("/data/countries.html?limit=50").text
    assert first.count("<tr>") == 51
    assert 'rel="next" href="?limit=50&amp;offset=50"' in first
    assert get("/data/countries.html?iso=KE").status_code == 400


def test_no_row_is_shown_where_none_is_asked_for(get: Get) -> None:
    """It says so, and offers no rows after it."""
    page = get("/data/countries.html?limit=0").text

    assert "No row is shown" in page
    assert "<tbody>" not in page
    assert 'rel="next"' not in page


def test_a_text_of_the_data_cannot_leave_its_cell(get: Get) -> None:
    """What an address says is escaped."""
    page = get("/data/search.html?q=<script>alert(1)</script>").text
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "path",
    [
        *(f"data/records/{kind}/{{}}.html" for kind in KINDS),
        "data/records/text/hiroshima-principles.html",
        "data/commitments.html",
        "data/actors.html",
        "data/dictionary.html",
        "data/search.html?q=fonds IA",
        "data/",
        "dictionary",
    ],
)
def test_a_page_is_set_as_its_language_is(get: Get, path: str) -> None:
    """It has the apostrophes and spaces of French, whatever the data write."""
    kind = path.split("/")[2] if "{}" in path else ""
    path = path.format(*(quote(key, safe="") for key in records.keys(kind, 1, 3))) if kind else path
    page = get(f"/{path}{'&' if '?' in path else '?'}lang=fr").text
    assert unset(shown_in(page), "fr") == []
