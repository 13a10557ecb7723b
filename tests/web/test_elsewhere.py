"""A mistyped address of a file is not answered with the app."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.testclient import TestClient

from dashboard.web import routes
from dashboard.web.files import not_found


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("deadline.ics", "(did you mean 'deadlines.ics'?)"),
        ("change.atom", "(did you mean 'changes.atom'?)"),
        ("edition.json", "(did you mean 'editions.json' or 'data/edition.json'?)"),
        ("tracker.db", "(did you mean 'tracker.duckdb'?)"),
        ("datapackage.jsn", "(did you mean 'datapackage.json'?)"),
        ("DEADLINES.ICS", "(did you mean 'deadlines.ics'?)"),
        ("commitments_on.csv", "(did you mean 'data/commitments_on.csv'?)"),
        ("actor.xlsx", "(did you mean 'data/actors.xlsx'?)"),
        ("dat/actors.csv", "(did you mean 'data/actors.csv'?)"),
        ("files/2026/deadlines.ics", "(did you mean 'deadlines.ics'?)"),
        ("x%0A.csv", "There is no 'x\\n.csv'"),
        ("humans.txt", "there are deadlines.ics, changes.atom,"),
        ("feed.xml", "there are deadlines.ics, changes.atom,"),
        ("deadline.ics?lang=fr", "(vouliez-vous dire «\u00a0deadlines.ics\u00a0»\u00a0?)"),
    ],
)
def test_it_says_what_is_meant(client: TestClient, path: str, hint: str) -> None:
    """It is 404, with the right spelling."""
    answer = client.get(f"/{path}")

    assert answer.status_code == 404
    assert hint in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "manifest.json",
        "app/static/x.json",
        "media/x.csv",
        "component/x/x.json",
        "_stcore/agent/openapi.json",
        "sql/_stcore/health",
        "below/manifest.json",
        "below/media/x.csv",
    ],
)
def test_the_rest_is_left_to_the_app(client: TestClient, path: str) -> None:
    """It takes no address that is Streamlit's: of its own files, of any folder."""
    assert client.get(f"/{path}").text == "Not Found"


def test_every_file_that_streamlit_ships_is_left_to_it(client: TestClient) -> None:
    """It takes none of the scripts and styles that a page loads."""
    files = [path for path in not_found.SHIPPED.rglob("*") if path.is_file()]
    addresses = [path.relative_to(not_found.SHIPPED).as_posix() for path in files]

    assert addresses
    assert {client.get(f"/{address}").text for address in addresses} == {"Not Found"}


def test_it_offers_every_file_at_the_root() -> None:
    """It names what can be taken."""
    files = {route.path[1:] for route in routes() if "{" not in route.path and "." in route.path}

    assert files - {"llms.txt", "robots.txt", "sitemap.xml"} == set(not_found.ADDRESSES)


@pytest.mark.parametrize(
    "path",
    [".env", ".git/config", "nonsense", "sql/x", "wp-login.php", "static/js/none.js", "static"],
)
def test_no_address_is_answered_with_the_app(client: TestClient, path: str) -> None:
    """It is 404 for a scanner and for a reader."""
    assert client.get(f"/{path}").status_code == 404
    assert "There is no" in client.get(f"/{path}").json()["detail"]


def test_a_reader_gets_a_page_in_their_language(client: TestClient) -> None:
    """It leads to what is meant, and to every page."""
    query = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "fr"}
    answer = client.get("/comitments<b>", headers=query)

    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.text
    assert '<a href="commitments?lang=fr">Engagements</a>' in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("path", ["nonsense", "data/", "dictionary"])
def test_a_page_has_the_look_that_its_policy_lets_in(client: TestClient, path: str) -> None:
    """It carries the very style whose hash stands in its header."""
    answer = client.get(f"/{path}", headers={"Accept": "text/html"})
    [style] = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()

    assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]
