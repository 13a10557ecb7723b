"""The addresses behind a real server: compressed where that helps, and in ranges."""

import gzip
import http.client
import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import polars as pl
import pytest
from frictionless import Package, system
from playwright.sync_api import Browser

Answer = tuple[int, dict[str, str], bytes]
Ask = Callable[..., Answer]


@pytest.fixture
def ask(server: str) -> Ask:
    """``ask("/data/actors.csv", method="HEAD", range="bytes=0-9")`` as a plain client does."""

    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=300)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return answer.status, found, body

    return ask


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_text_is_compressed_for_who_takes_that(ask: Ask, ending: str) -> None:
    """It sends a fraction of the bytes, and the same rows."""
    _, plain, whole = ask(f"/data/actors.{ending}")
    _, packed, short = ask(f"/data/actors.{ending}", accept_encoding="gzip")

    assert (plain.get("content-encoding"), packed["content-encoding"]) == (None, "gzip")
    assert gzip.decompress(short) == whole
    assert len(short) * 3 < len(whole)
    assert "Accept-Encoding" in packed["vary"]


@pytest.mark.parametrize("path", ["/data/actors.xlsx", "/data/actors.parquet", "/tracker.duckdb"])
def test_what_is_compressed_already_is_sent_as_it_is(ask: Ask, path: str) -> None:
    """It has the length that it says, whatever the client takes."""
    _, headers, body = ask(path, accept_encoding="gzip")

    assert headers["content-encoding"] == "identity"
    assert int(headers["content-length"]) == len(body)


def test_polars_reads_the_addresses(server: str) -> None:
    """It reads CSV and Parquet whole and in part, which takes lengths and ranges."""
    day = "?as_of=2026-01-01"
    actors = pl.read_parquet(f"{server}/data/actors.parquet")
    texts = pl.read_csv(f"{server}/data/actors.csv", infer_schema=False)
    some = pl.scan_parquet(f"{server}/data/commitments_on.parquet{day}").select("id", "status")

    assert texts["id"].to_list() == actors["id"].to_list()
    assert some.head(3).collect().shape == (3, 2)


@pytest.mark.parametrize("refused", ["gzip;q=0", "identity", "br, gzip;q=0.0"])
def test_nothing_is_compressed_for_who_refuses_it(ask: Ask, refused: str) -> None:
    """It takes a weight of nought for a no."""
    _, headers, _ = ask("/data/actors.csv", accept_encoding=refused)

    assert "content-encoding" not in headers


@pytest.mark.parametrize("taken", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["/data/actors.csv", "/data/actors.json", "/data/actors.xlsx"])
def test_the_length_is_that_of_what_is_sent(ask: Ask, path: str, taken: str) -> None:
    """It says it alike to who asks only for the headers, compressed or not."""
    _, whole, body = ask(path, accept_encoding=taken)
    _, head, nothing = ask(path, method="HEAD", accept_encoding=taken)
    reported = ("content-length", "content-encoding", "vary", "etag")

    assert (int(whole["content-length"]), nothing) == (len(body), b"")
    assert [head.get(name) for name in reported] == [whole.get(name) for name in reported]


def test_the_database_comes_in_ranges(ask: Ask, database: Path) -> None:
    """It gives the parts of one file, and the whole of another one."""
    file = database.read_bytes()
    _, head, nothing = ask("/tracker.duckdb", method="HEAD")
    status, headers, part = ask("/tracker.duckdb", range="bytes=8-15", accept_encoding="gzip")
    same = ask("/tracker.duckdb", range="bytes=-8", if_range=head["etag"])
    other = ask("/tracker.duckdb", range="bytes=-8", if_range='"another"')
    beyond = ask("/tracker.duckdb", range="bytes=99999999-")

    assert (nothing, int(head["content-length"]), head["accept-ranges"]) == (
        b"",
        len(file),
        "bytes",
    )
    assert (status, part, headers["content-range"]) == (206, file[8:16], f"bytes 8-15/{len(file)}")
    assert (same[0], same[2]) == (206, file[-8:])
    assert (other[0], other[2]) == (200, file)
    assert beyond[0] == 416
    assert not head["etag"].startswith("W/")


def test_a_mark_or_a_moment_saves_the_answer(ask: Ask) -> None:
    """It answers 304 through all layers of the server."""
    for path in ("/data/actors.csv", "/data/actors.parquet", "/tracker.duckdb", "/dictionary"):
        _, headers, _ = ask(path, accept_encoding="gzip")
        marked = ask(path, if_none_match=headers["etag"], accept_encoding="gzip")
        dated = ask(path, if_modified_since=headers["last-modified"])

        assert [marked[0], marked[2], dated[0]] == [304, b"", 304]


def test_the_pages_stay_where_they_are(ask: Ask) -> None:
    """It leaves /data to the page, and does not take its requests for its server for relations."""
    page = ask("/data")
    guess = ask("/data/_stcore/health")

    assert (page[0], b"<title>Data and method" in page[2]) == (200, True)
    assert guess[0] == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/manifest.json", "application/json"),
        ("/favicon.png", "image/png"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/app/static/icon.png", "image/png"),
        ("/app/static/topojson/world_50m.json", "application/json"),
        ("/_stcore/health", "text/plain; charset=utf-8"),
        ("/_stcore/host-config", "application/json"),
    ],
)
def test_the_files_of_the_app_stay_where_they_are(ask: Ask, path: str, kind: str) -> None:
    """It takes no address from Streamlit."""
    status, headers, _ = ask(path)

    assert (status, headers["content-type"]) == (200, kind)


def test_a_mistyped_address_is_not_the_app(ask: Ask) -> None:
    """It answers what no page is called with a sentence."""
    status, _, body = ask("/deadline.ics")

    assert (status, b"did you mean 'deadlines.ics'" in body) == (404, True)


def test_odd_addresses_are_refused(ask: Ask) -> None:
    """It has an answer to what no client should send, and lives on."""
    odd = ["/data/%00.csv", "/data/..%2f..%2fetc%2fpasswd", "/data/actors.csv?id=%ff"]
    odd += [f"/data/actors.csv?id={'x' * 20_000}", "/data/%ff%fe.csv", "/data/actors.csv?%00"]
    statuses = {ask(path)[0] for path in odd}

    assert statuses <= {400, 404}
    assert json.loads(ask("/healthz")[2])["status"] == "ok"


def test_a_stranger_reads_the_package_from_its_address(server: str) -> None:
    """It leads Frictionless from the description to rows that are valid."""
    with system.use_context(trusted=True):
        package = Package(f"{server}/datapackage.json")
        for name in set(package.resource_names) - {"sources", "needs", "actors", "focus_areas"}:
            package.remove_resource(name)
        for resource in package.resources:
            resource.schema.foreign_keys = []
        report = package.validate()

    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    assert report.stats["tasks"] == 4


@pytest.mark.parametrize("path", ["data/", "dictionary"])
@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("fr", "light")])
def test_the_pages_are_read_without_a_script(
    browser: Browser, server: str, path: str, language: str, scheme: Literal["dark", "light"]
) -> None:
    """It fits a phone, in both languages and on both grounds, and the browser has no complaint."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=False, color_scheme=scheme
    )
    page, texts_shown = context.new_page(), []
    page.on("console", lambda message: texts_shown.append(message.text))
    page.goto(f"{server}/{path}?lang={language}")
    widest = page.locator("body").bounding_box()
    ground = page.locator("body").evaluate("it => getComputedStyle(it).backgroundColor")
    language_set = page.locator("html").get_attribute("lang")
    context.close()

    assert widest
    assert widest["width"] <= 390
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 23, 29)"}[scheme]
    assert (language_set, texts_shown) == (language, [])
