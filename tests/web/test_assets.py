"""Scripts are small, stay in the browser, and are named before they are needed."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import bundles
from dashboard.figures import CHARTS
from dashboard.navigation import SEARCH
from dashboard.web.http.negotiation import Compression
from dashboard.web.shell import assets

[ADDRESS] = [f"/{each}" for each in assets.early("overview") if "/DataFrame." in each]
SCRIPT = ADDRESS.rpartition("/")[2]


@pytest.fixture
def client() -> TestClient:
    """What answers for the files; behind it nothing is found."""
    return TestClient(Starlette(middleware=[Middleware(Compression), Middleware(assets.Assets)]))


def test_a_script_is_compressed_and_never_asked_for_again(client: TestClient) -> None:
    """It is the file that Streamlit has, in a third of its size."""
    answer = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    content = (assets.FOLDER / "js" / SCRIPT).read_bytes()
    assert answer.content == content
    assert 3 * int(answer.headers["Content-Length"]) < len(content)
    assert "immutable" in answer.headers["Cache-Control"]
    assert "javascript" in answer.headers["Content-Type"]


def test_who_takes_no_gzip_gets_the_file_as_it_is(client: TestClient) -> None:
    """So with fonts, which would not get smaller."""
    plain = client.get(ADDRESS, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.content == (assets.FOLDER / "js" / SCRIPT).read_bytes()
    font = next((assets.FOLDER / "media").glob("*.woff2"))
    answer = client.get(f"/static/media/{font.name}", headers={"Accept-Encoding": "gzip"})
    assert answer.content == font.read_bytes()
    assert "Content-Encoding" not in answer.headers


def test_who_has_a_file_gets_no_second_copy(client: TestClient) -> None:
    """A browser that loads the page anew may ask."""
    mark = client.get(ADDRESS).headers["ETag"]
    for known in (mark, f'"other", {mark}', "*"):
        assert client.get(ADDRESS, headers={"If-None-Match": known}).status_code == 304
    assert client.get(ADDRESS, headers={"If-None-Match": '"other"'}).status_code == 200


def test_who_refuses_gzip_gets_none(client: TestClient) -> None:
    """The word alone is no consent."""
    answer = client.get(ADDRESS, headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers
    assert answer.content == (assets.FOLDER / "js" / SCRIPT).read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/no.js",
        "/static/../index.html",
        "/static/js/%2e%2e/css",
        "/static/x",
        "/app/static/charts/charts.js",
        "/app/static/charts/charts.js?v=0123456789ab",
    ],
)
def test_other_addresses_are_left_to_streamlit(client: TestClient, path: str) -> None:
    """Nothing outside its folders is read, and nothing of ours but with its own digest."""
    assert client.get(path).status_code == 404


def test_a_page_names_the_scripts_that_it_will_need(real: TestClient, client: TestClient) -> None:
    """What draws charts only where charts are; each is a file that there is."""
    for page in {chart.page for chart in CHARTS.values()} | {SEARCH}:
        html = real.get(f"/{page}", headers={"Accept": "text/html"}).text
        named = re.findall(r'fetchpriority="low" href="\./([^"]+)"', html)
        assert (bundles.address(bundles.CHARTS) in named) == (page != SEARCH)
        assert all(client.head(f"/{address}").status_code == 200 for address in named)
