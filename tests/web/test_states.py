"""An answer says which state of the data it is, and whoever has that state is told no more."""

import asyncio
import logging
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from starlette.testclient import TestClient

from dashboard.source import database as door
from dashboard.source.errors import QueryError
from dashboard.web.http.streams import StreamedResponse
from transforms import paths

ADDRESSES = [
    "/data/",
    "/data/index.json",
    "/data/actors.csv",
    "/data/commitments_on.json?as_of=2026-11-21&limit=1",
    "/data/needs.xlsx",
    "/data/needs.parquet",
    "/dictionary",
    "/dictionary.json",
    "/datapackage.json",
    "/openapi.json",
    "/tracker.duckdb",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_it_already_is_told_so(client: TestClient, address: str) -> None:
    """It answers 304 without a body to the mark and to the moment that it gave."""
    first = client.get(address)
    marked = client.get(address, headers={"If-None-Match": f'"old", {first.headers["ETag"]}'})
    dated = client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})

    assert [each.status_code for each in (first, marked, dated)] == [200, 304, 304]
    assert (marked.content, marked.headers["ETag"]) == (b"", first.headers["ETag"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_another_state_gets_this_one(client: TestClient, address: str) -> None:
    """It believes the mark before the moment, and no moment that it cannot read."""
    now = client.get(address).headers["Last-Modified"]
    query = [
        {"If-None-Match": '"old"', "If-Modified-Since": now},
        {"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"},
        {"If-Modified-Since": "soon"},
    ]

    assert [client.get(address, headers=each).status_code for each in query] == [200, 200, 200]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_head_is_that_of_the_answer(client: TestClient, address: str) -> None:
    """It says the same without the body."""
    whole, head = client.get(address), client.head(address)
    differ = {
        name
        for name in whole.headers.keys() | head.headers.keys()
        if whole.headers.get(name) != head.headers.get(name)
    }

    assert (head.status_code, differ - {"vary"}) == (200, set())


def test_what_is_asked_for_is_part_of_the_mark(client: TestClient) -> None:
    """It marks no two answers alike that differ."""
    query = ["csv", "json", "csv?lang=en", "csv?kind=", "csv?kind=state", "csv?limit=0"]
    query += ["csv?limit=1", "csv?offset=1", "csv?id=", "csv?id=&id=KEN"]
    files = [f"actors.{each}" for each in query]
    files += [f"commitments_on.csv?as_of=2026-0{month}-01" for month in (1, 2)]
    marks = {client.head(f"/data/{each}").headers["ETag"] for each in files}

    assert len(marks) == len(files)


def test_today_is_new_every_day(client: TestClient) -> None:
    """It changed at midnight at the latest where the day was not asked for."""
    today, then = (
        parsedate_to_datetime(client.head(f"/data/needs_on.csv{day}").headers["Last-Modified"])
        for day in ("", "?as_of=2026-01-01")
    )

    assert today >= then


def test_the_same_is_asked_for_in_any_order_of_words(client: TestClient) -> None:
    """It gives one mark to one question."""
    query = ("limit=1&kind=state", "kind=state&limit=1")
    marks = {client.head(f"/data/actors.csv?{each}").headers["ETag"] for each in query}

    assert len(marks) == 1


def test_an_answer_is_of_one_edition(
    database: Path, monkeypatch: pytest.MonkeyPatch, built: Path
) -> None:
    """It reads on in the edition that it began with while another becomes current."""
    monkeypatch.setattr(paths, "DATABASE", database)
    monkeypatch.setattr(door, "BATCH", 50)
    door.follow()
    expected = door.run("FROM actors")
    batches = door.stream("FROM actors")
    first = next(batches)
    monkeypatch.setattr(paths, "DATABASE", built / "own.duckdb")
    assert pl.concat(door.stream("FROM actors")).equals(expected)  # a second one for the same
    door.follow()

    assert pl.concat([first, *batches]).equals(expected)
    assert door.run("FROM actors").height < expected.height


def test_half_an_answer_never_ends(caplog: pytest.LogCaptureFixture) -> None:
    """It breaks off without the last piece, and the log says why."""

    def pieces() -> Iterator[bytes]:
        yield b"id\n"
        raise QueryError("no /srv/tracker.duckdb")

    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    with caplog.at_level(logging.ERROR):
        asyncio.run(StreamedResponse(pieces(), {}, "text/csv").stream_response(send))

    assert [each.get("more_body") for each in sent] == [None, True]
    assert "broke off: QueryError: no tracker.duckdb" in caplog.text
