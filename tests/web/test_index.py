"""The pages at the addresses: complete, in both languages, without a script, and JSON instead."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from dashboard.filtering.catalogue import relations
from dashboard.web.files.not_found import ADDRESSES

PAGES = ["/data/", "/dictionary"]


class Links(HTMLParser):
    """The places that a page has, and those that it leads to."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.places: list[str] = []
        self.targets: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        message = dict(attrs)
        self.places += [message["id"] or ""] if "id" in message else []
        if tag == "a":
            self.targets.add(message["href"] or "")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_relation_is_on_the_page(client: TestClient, path: str, language: str) -> None:
    """It has a place for each, and nothing that nobody translated."""
    answer = client.get(path, params={"lang": language})
    places = Links(answer.text).places

    assert set(relations()) <= set(places)
    assert len(places) == len(set(places))
    assert f'<html lang="{language}" dir="ltr">' in answer.text
    assert "[en]" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_no_line_of_french_begins_with_a_sign(client: TestClient, path: str) -> None:
    """It keeps a sign and the word before it together, whoever wrote the sentence."""
    text = re.sub(r"<[^>]+>", "\n", client.get(path, params={"lang": "fr"}).text)

    assert re.findall(r".*\w [:;?!»](?:\s|$).*|.*« .*", text) == []


def test_programs_get_the_words_of_the_database(client: TestClient) -> None:
    """It sets French for the page only, and never for data."""
    assert " : " in client.get("/dictionary.json").text
    assert "\u00a0" not in client.get("/dictionary.json").text


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(client: TestClient, path: str) -> None:
    """It links no place that a page lacks, and no file that is not answered."""
    pages = {each: set(Links(client.get(each).text).places) for each in PAGES}
    targets = {urlsplit(urljoin(path, link)) for link in Links(client.get(path).text).targets}
    own = [target for target in targets if not target.netloc and target.path != "/"]
    # One file of each relation stands for its others, and examples are tried as OpenAPI has them.
    requested = [each for each in own if not each.path.endswith((".json", ".parquet", ".xlsx"))]
    lost = [each for each in requested if each.fragment and each.fragment not in pages[each.path]]
    files = {each.path: each.query for each in sorted(requested, reverse=True)}
    # Those that ask for nothing are made in one way, and some of them stand for all.
    tried = {path: query for path, query in files.items() if query} | dict([*files.items()][::5])
    refused = [
        path
        for path, query in tried.items()
        if path not in PAGES and client.head(f"{path}?{query}").status_code != 200
    ]

    assert (lost, refused) == ([], [])


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_nothing_is_fetched(client: TestClient, path: str) -> None:
    """It has no script, and lets the browser load the icon and no more."""
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]

    assert "<script" not in answer.text
    assert not re.search(r'\bon\w+="', answer.text)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("accept", "json"),
    [
        ("*/*", False),
        ("text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("application/json", True),
        ("application/json, text/html;q=0.5", True),
        ("text/html, application/json;q=0.9", False),
        ("application/json;q=x", False),
    ],
)
@pytest.mark.parametrize("path", PAGES)
def test_programs_get_json(client: TestClient, path: str, accept: str, json: bool) -> None:
    """It gives a page to who does not prefer JSON, and says that this decides."""
    answer = client.get(path, headers={"Accept": accept})

    assert answer.headers["Content-Type"].startswith("application/json") is json
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("de,en;q=0.5,fr;q=0.4", "en"), ("de", "en"), ("", "en")],
)
def test_a_page_speaks_the_language_of_the_browser(
    client: TestClient, accepted: str, language: str
) -> None:
    """It takes the first that it knows; the address comes before."""
    headers = {"Accept-Language": accepted}
    own = client.get("/data/", headers=headers)
    requested = client.get("/data/?lang=fr", headers=headers)

    assert own.headers["Content-Language"] == language
    assert "Accept-Language" in own.headers["Vary"]
    assert requested.headers["Content-Language"] == "fr"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_files_for_all_are_linked(client: TestClient, language: str) -> None:
    """It leads to what is no relation: the calendar, the feed, the editions, the database."""
    targets = Links(client.get("/data/", params={"lang": language}).text).targets
    files = {target.partition("?")[0].removeprefix("../") for target in targets}

    assert set(ADDRESSES) - {"dictionary.json"} <= files
