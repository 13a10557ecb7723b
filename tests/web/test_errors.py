"""What is not understood is refused with a sentence and the right spelling."""

import logging
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from dashboard.source import database as door
from dashboard.source.errors import QueryError
from dashboard.state import days
from dashboard.web.files import writing
from tests.helpers.web_client import web_client
from transforms.errors import FileError

Get = Callable[..., Response]


def client_of(get: Get) -> TestClient:
    """Return the client whose method ``get`` is, for other methods."""
    client: TestClient = getattr(get, "__self__")  # noqa: B009 (a Callable has no such attribute)
    return client


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("comitments.csv", 404, "'comitments' (did you mean 'commitments'?)"),
        ("actors.cvs", 404, "actors.xlsx, actors.json (did you mean 'csv'?)"),
        ("actors", 404, "Say which kind of file: actors.csv"),
        ("a/b.csv", 404, "no table, view or macro 'a/b'"),
        ("%0A.csv", 404, "no table, view or macro '\\n'"),
        ("actors.csv?knd=state", 400, "no column 'knd' (did you mean 'kind'?)"),
        ("actors.csv?kind=sate", 400, "not 'sate' (did you mean 'state'?)"),
        ("actors.csv?as_of=2026-01-01", 400, "the same on every day"),
        ("actors.csv?limit=-1", 400, "limit is a number from 0 to 10,000,000, not '-1'"),
        ("actors.csv?limit=1&limit=2", 400, "limit can be given once"),
        ("actors.csv?limit=", 400, "limit is given without a value"),
        ("actors.csv?lang=de", 400, "lang can be en, fr, not 'de'"),
        ("actors.csv?founded_on_latest=2026-02-30", 400, "is a day, as in 2026-01-31"),
        ("commitments_on.csv?as_of=20260101", 400, "a day from 1945-10-24 to 2100-12-31"),
        ("commitments_on.csv?as_of=1945-10-23", 400, "a day from 1945-10-24 to 2100-12-31"),
        ("commitments_on.csv?as_of=2101-01-01", 400, "a day from 1945-10-24 to 2100-12-31"),
        ("commitments_on.csv?day=2026-01-01", 400, "(did you mean 'as_of'?)"),
        ("commitments_on.csv?overdue=maybe", 400, "overdue is true or false, not 'maybe'"),
        ("commitments_on.csv?sdgs=four", 400, "sdgs is a whole number, not 'four'"),
        ("commitments_on.csv?sdgs=9999999999", 400, "sdgs is a whole number"),
        ("commitments_on.csv?instrument=gcd", 400, "no 'gcd' (did you mean 'gdc'?)"),
        ("commitments_on.csv?standing=proposed", 400, "what is only proposed is in proposals_on"),
        ("commitments.csv?instrument_id=gcd", 400, "no 'gcd' (did you mean 'gdc'?)"),
        ("initiative_figures.csv?value=nan", 400, "value is a number, not 'nan'"),
        ("members_on.csv?derived=1&include_derived=1", 400, "include_derived can be given once"),
        ("country_profile.csv", 400, "country_profile needs country: The country"),
        ("discrepancies.csv?table_name=actor", 400, "(did you mean 'actors'?)"),
        ("country_profile.csv?country=KEN&section=memberships", 400, "mean 'membership'?)"),
        ("timeline.csv?from=2025&to=2024", 400, "from is after to: 2025 > 2024."),
        ("country_profile.csv?country=ken", 400, "no 'ken' (did you mean 'KEN'?)"),
        ("index.json?x=1", 400, "no parameter 'x' here"),
        ("?lang=en&x=1", 400, "no parameter 'x' here"),
        ("actors.csv?kind=%00", 400, "no control characters"),
        ("actors.csv?kind=%FF", 400, "not in UTF-8"),
        (f"actors.csv?id={'x' * 9000}", 400, "8,000 characters"),
        (f"actors.csv?{'id=x&' * 1000}", 400, "200 things"),
    ],
)
def test_it_says_what_is_wrong(get: Get, address: str, status: int, words: str) -> None:
    """It answers with a status, and a sentence that says what is meant."""
    answer = get(f"/data/{address}")
    problem = answer.json()

    assert (answer.status_code, problem["status"]) == (status, status)
    assert words in problem["detail"]
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("actors.csv?knd=state", "ni colonne « knd » (vouliez-vous dire « kind » ?)."),
        ("country_profile.csv?", "Il faut country pour country_profile."),
        ("commitments_on.csv?as_of=x", "as_of attend un jour du 1945-10-24 au 2100-12-31"),
        ("nichts.csv?", "Il n’existe ni table, ni vue, ni macro « nichts »"),
    ],
)
def test_it_says_so_in_the_language_asked_for(get: Get, address: str, words: str) -> None:
    """It speaks French to who asks in French."""
    message = get(f"/data/{address}&lang=fr").json()["detail"]

    assert words in message.replace("\u00a0", " ")
    assert "[en]" not in message


@pytest.mark.parametrize(
    "address",
    ["data/x.csv", "editions/aaaaaaaaaaaa.duckdb", "editions.json?x=1", "deadlines.ics?x=1"],
)
def test_it_says_so_in_the_language_of_the_browser(get: Get, address: str) -> None:
    """It goes by what the browser prefers where the address names no language, or a wrong one."""
    french = {"Accept-Language": "fr-CA, en;q=0.5"}
    query = f"{address}{'&' if '?' in address else '?'}lang=fr"

    assert "«" in get(f"/{address}", headers=french).json()["detail"]
    assert "«" in get(f"/{query}", headers={"Accept-Language": "en"}).json()["detail"]


@pytest.mark.parametrize(
    "address", ["tracker.duckdb", "datapackage.json", "editions.json", "dictionary.json"]
)
def test_every_address_takes_a_language(get: Get, address: str) -> None:
    """It refuses one that there is not, in the language that the browser prefers."""
    wrong = get(f"/{address}?lang=frr", headers={"Accept-Language": "fr"})

    assert get(f"/{address}?lang=fr").status_code == 200
    assert (wrong.status_code, wrong.json()["detail"].replace("\u00a0", " ")) == (
        400,
        "lang accepte en, fr, et non « frr » (vouliez-vous dire « fr » ?).",
    )


def test_a_long_mistake_is_not_repeated_whole(get: Get) -> None:
    """It quotes the beginning."""
    assert len(get(f"/data/{'x' * 5000}.csv").text) < 300


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(get: Get, method: str) -> None:
    """It names the methods that there are."""
    answer = client_of(get).request(method, "/data/actors.csv")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_any_site_may_read_errors_too(get: Get) -> None:
    """It tells browsers so on every answer, and says what may be asked beforehand."""
    origin = {"Origin": "https://example.org"}
    asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "Range"}
    answers = [get(f"/data/{file}", headers=origin) for file in ("actors.csv?limit=1", "no.csv")]
    answers.append(client_of(get).options("/tracker.duckdb", headers=origin | asking))

    assert [each.status_code for each in answers] == [200, 404, 200]
    assert {each.headers["Access-Control-Allow-Origin"] for each in answers} == {"*"}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RuntimeError("no /srv/secret/folder/file.txt"), 500),
        (OSError("no /srv/secret/folder/file.txt"), 503),
        (QueryError('Cannot open "/srv/secret/folder/file.txt"'), 503),
    ],
)
def test_a_fault_is_a_sentence_and_names_no_path(
    get: Get,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    status: int,
) -> None:
    """It tells whoever asked that it is not their fault, and the log what it was."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(door, "stream", fail)
    with caplog.at_level(logging.ERROR):
        answer = get("/data/actors.csv")

    assert answer.status_code == status
    assert "file.txt" not in answer.text
    assert "file.txt" in caplog.text
    assert "/srv" not in caplog.text


def test_a_day_that_cannot_be_written_is_refused(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which kind of file can hold it."""

    def fail(*_: object) -> bytes:
        raise FileError("infinity")

    monkeypatch.setattr(writing, "csv_bytes", fail)
    answer = get("/data/actors.csv")

    assert (answer.status_code, "take Parquet" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "waiting for its database"), ("fr", "attend sa base de données")]
)
def test_an_address_waits_for_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """It answers 503 with a sentence while there is none."""
    client = web_client(tmp_path / "tracker.duckdb", monkeypatch)

    answer = client.get(f"/data/actors.csv?lang={language}")

    assert answer.status_code == 503
    assert words in answer.json()["detail"]


def test_the_days_are_those_of_the_pages(get: Get) -> None:
    """It knows the same first and last day as the filter of the pages."""
    assert days.first_day().isoformat() == "1945-10-24"
    assert days.LAST_DAY.isoformat() == "2100-12-31"


def test_a_refusal_is_in_one_language(get: Get) -> None:
    """It says in French what is wrong, what that is called, and that it is French."""
    refused = get("/data/actors.csv?lang=fr&limit=x")

    assert refused.json()["title"] == "Demande incorrecte"
    assert refused.headers["Content-Language"] == "fr"


@pytest.mark.parametrize(
    "address",
    ["/chart/status.svg", "/embed/status", "/brief/text/gdc", "/data/records/text/gdc.html"],
)
def test_every_address_reads_days_alike(get: Get, address: str) -> None:
    """It says which days there are, in the words that relations use."""
    answer = get(f"{address}?as_of=2101-01-01")

    assert answer.status_code == 400
    assert "as_of is a day from 1945-10-24 to 2100-12-31" in unescape(answer.text)


def test_an_embedding_whose_filter_leaves_nothing_says_so(get: Get) -> None:
    """It is a page that says that there is nothing to draw, and no fault of the server."""
    answer = get("/embed/timeline?q=nothing-has-it&as_of=2026-11-29")

    assert answer.status_code == 200
    assert "There is nothing to draw for 29 November 2026." in answer.text
