"""``/editions.json`` and the files of the editions that are still here."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from tests.helpers import tiny_history
from tests.helpers.tiny_history import serving
from transforms.database import editions


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The addresses, on three tiny editions, two of which are the same."""
    with serving(tiny_history.pointer()) as client:
        yield client


def old() -> str:
    """The name of the edition that is not the current one."""
    (path,) = editions.earlier(tiny_history.pointer())
    return path.name[8:20]


def test_every_edition_is_listed_newest_first(client: TestClient) -> None:
    """It says of each when it became current, how much it holds, and what came before."""
    text = client.get("/editions.json").json()
    listed = text["editions"]
    assert text["current"] == listed[0]["id"] == listed[2]["id"] != listed[1]["id"]
    assert [edition["current"] for edition in listed] == [True, False, False]
    assert [edition["previous"] for edition in listed] == [old(), text["current"], None]
    assert listed[0]["published_at"] >= listed[1]["published_at"] >= listed[2]["published_at"]
    assert listed[0]["newest_evidence"] == "2025-06-30"
    assert all(edition["rows"] > 40 for edition in listed)


def test_the_changes_are_for_programs_too(client: TestClient) -> None:
    """It gives counts by table, and what each column of a row held and holds."""
    second = client.get("/editions.json").json()["editions"][1]
    table = second["changes"]["tables"]["milestones"]
    assert (table["added"], table["changed"], table["removed"]) == (0, 3, 1)
    moved = next(row for row in table["rows"]["changed"] if row["id"] == "moved")
    assert moved["columns"] == {"happened_on": {"before": "2027-03-10", "now": "2027-04-01"}}


def test_an_older_edition_can_be_had(client: TestClient, tmp_path: Path) -> None:
    """It gives the file from the address in the list, whole and readable."""
    second = client.get("/editions.json").json()["editions"][1]
    assert second["kept"]
    answer = client.get(second["address"])
    assert answer.headers["content-type"] == "application/vnd.duckdb"
    assert f"tracker-{old()}.duckdb" in answer.headers["content-disposition"]
    file = tmp_path / "old.duckdb"
    file.write_bytes(answer.content)
    with duckdb.connect(file, read_only=True) as connection:
        assert connection.sql("SELECT id FROM edition").fetchall() == [(old(),)]


def test_a_part_of_a_file_can_be_had(client: TestClient) -> None:
    """It answers ranges, so that a broken download goes on where it stopped."""
    address = f"/editions/{old()}.duckdb"
    whole = client.get(address)
    same = {"Range": "bytes=8-11", "If-Range": whole.headers["etag"]}
    part = client.get(address, headers=same)
    assert (part.status_code, part.content) == (206, b"DUCK")
    assert part.headers["content-range"] == f"bytes 8-11/{len(whole.content)}"
    other = same | {"If-Range": client.get("/tracker.duckdb").headers["etag"]}
    assert client.get(address, headers=other).status_code == 200
    known = {"If-None-Match": whole.headers["etag"]}
    assert client.get(address, headers=known).status_code == 304
    assert client.head(address).headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "name", ["000000000000", "private", "journal", "..%2ftracker", "%2e%2e", "TRACKER", "0" * 13]
)
def test_what_is_no_edition_is_not_found(client: TestClient, name: str) -> None:
    """It gives nothing but editions, whatever is beside them on the disk."""
    tiny_history.pointer().with_name("tracker-private.duckdb").touch()
    assert client.get(f"/editions/{name}.duckdb").status_code == 404


def test_a_slip_of_a_finger_is_helped(client: TestClient) -> None:
    """It names the edition that was probably meant."""
    slip = old()[:-1] + ("0" if old()[-1] != "0" else "1")
    detail = client.get(f"/editions/{slip}.duckdb").json()["detail"]
    assert detail == f"There is no edition '{slip}' here (did you mean '{old()}'?)."


def test_an_edition_that_is_gone_is_said_to_be(client: TestClient, tmp_path: Path) -> None:
    """It tells an edition that was here from one that never was."""
    here = tiny_history.pointer()
    moved = tmp_path / here.name
    for path in (here.resolve(), here.with_name("tracker-journal.json")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    moved.symlink_to(here.resolve().name)
    with serving(moved) as client:
        listed = client.get("/editions.json").json()["editions"]
        answer = client.get(f"/editions/{old()}.duckdb")
    assert [(edition["kept"], bool(edition["address"])) for edition in listed] == [
        (True, True),
        (False, False),
        (True, True),
    ]
    assert answer.status_code == 404
    assert "is not kept here any more; these are:" in answer.json()["detail"]


def test_who_has_it_already_is_told_so(client: TestClient) -> None:
    """It answers 304 until something changes, and may be read from any site."""
    answer = client.get("/editions.json", headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    known = {"If-None-Match": answer.headers["etag"]}
    assert client.get("/editions.json", headers=known).status_code == 304
    assert client.get("/editions.json?edition=x").status_code == 400
