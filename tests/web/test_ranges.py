"""What is short has a length, and what is whole in memory comes in parts to who asks for one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from httpx2 import Response

from dashboard.web.files import relation
from tests.helpers.web_client import web_client

Ask = Callable[..., Response]
WHOLE = "/data/actors.parquet"


@pytest.fixture
def ask(database: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """``ask("/data/actors.csv", method="HEAD", range="bytes=0-9")`` as a plain client does."""
    client = web_client(database, monkeypatch)

    def ask(path: str, method: str = "GET", **message: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in message.items()}
        return client.request(method, path, headers={"accept-encoding": "identity"} | named)

    return ask


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx"])
def test_a_short_answer_has_its_length(ask: Ask, ending: str) -> None:
    """It says before the rows how many bytes they are, and the same to who asks only that."""
    whole = ask(f"/data/actors.{ending}")
    head = ask(f"/data/actors.{ending}", method="HEAD")

    assert int(whole.headers["content-length"]) == len(whole.content)
    assert dict(head.headers) == dict(whole.headers)


def test_a_long_answer_is_sent_as_it_is_read(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps no more in memory than what is short; nobody knows the length."""
    short = ask("/data/actors.csv").content
    monkeypatch.setattr(relation, "SHORT", 100)
    long = ask("/data/actors.csv")

    assert "content-length" not in long.headers
    assert long.content == short


@pytest.mark.parametrize("path", [WHOLE, "/data/actors.xlsx", "/data/actors.csv"])
@pytest.mark.parametrize(
    ("query", "first", "last"),
    [("0-3", 0, 4), ("8-", 8, None), ("-8", -8, None), ("4-99999999", 4, None), ("7-7", 7, 8)],
)
def test_a_part_is_given(ask: Ask, path: str, query: str, first: int, last: int | None) -> None:
    """It gives the bytes that are asked for, and says which of how many they are."""
    whole = ask(path).content
    part = ask(path, range=f"bytes={query}")
    start = first % len(whole)

    assert (part.status_code, part.content) == (206, whole[first:last])
    message = f"bytes {start}-{start + len(part.content) - 1}/{len(whole)}"
    assert part.headers["content-range"] == message
    assert int(part.headers["content-length"]) == len(part.content)


@pytest.mark.parametrize("query", ["99999999-"])
def test_there_is_no_part_beyond_the_end(ask: Ask, query: str) -> None:
    """It says how much there is."""
    size = len(ask(WHOLE).content)
    part = ask(WHOLE, range=f"bytes={query}")

    assert (part.status_code, part.content) == (416, b"")
    assert part.headers["content-range"] == f"bytes */{size}"


@pytest.mark.parametrize(
    "query", ["bytes=0-1,4-5", "bytes=-0", "bytes=5-2", "lines=0-1", "bytes=a-b", "bytes"]
)
def test_what_cannot_be_given_in_part_is_given_whole(ask: Ask, query: str) -> None:
    """It takes the freedom that the standard leaves."""
    assert ask(WHOLE, range=query).status_code == 200


def test_a_part_is_of_what_one_has_or_all_is_sent(ask: Ask) -> None:
    """It compares the mark, which of a file that nothing compresses is strong."""
    mark = ask(WHOLE).headers["etag"]
    text = ask("/data/actors.csv").headers["etag"]

    assert not mark.startswith("W/")
    assert ask(WHOLE, range="bytes=0-3", if_range=mark).status_code == 206
    assert ask(WHOLE, range="bytes=0-3", if_range='"another"').status_code == 200
    assert ask("/data/actors.csv", range="bytes=0-3", if_range=text).status_code == 200


def test_parts_are_of_one_file(ask: Ask) -> None:
    """It makes the same bytes each time."""
    for path in (WHOLE, "/data/commitments_on.xlsx?as_of=2026-01-01"):
        assert ask(path).content == ask(path).content


def test_who_takes_compressed_text_gets_no_part_of_it_plain(ask: Ask) -> None:
    """It never mixes parts of what is sent compressed with parts of what is not."""
    answer = ask("/data/actors.csv", range="bytes=0-3", accept_encoding="gzip")

    assert (answer.status_code, "accept-ranges" in answer.headers) == (200, False)


@pytest.mark.parametrize("ignored", ["bytes=5-2", "lines=1-2", "bytes=a-b"])
def test_a_range_that_cannot_be_read_gets_the_whole_database(ask: Ask, ignored: str) -> None:
    """It ignores the header, as RFC 9110 asks, instead of refusing."""
    assert ask("/tracker.duckdb", range=ignored).status_code == 200
