"""Addresses answer whatever is in the file of the journal."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.helpers import tiny_history
from tests.helpers.journal_damage import DAMAGE, SOME, spoilt
from tests.helpers.tiny_history import serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    """The addresses of another such pointer, and its journal."""
    folder = tmp_path_factory.mktemp("served") / "build"
    shutil.copytree(tiny_history.second().parent, folder, symlinks=True)
    with serving(folder / "tracker.duckdb") as client:
        yield client, folder / "tracker-journal.json"


@pytest.mark.parametrize("damage", SOME)
def test_no_address_fails_for_a_damaged_journal(
    served: tuple[TestClient, Path], damage: Any
) -> None:
    """It answers with what the current edition says."""
    client, file = served
    whole = tiny_history.second().with_name(file.name).read_text("utf-8")
    file.write_text(DAMAGE[damage](whole), "utf-8")
    for address in ("deadlines.ics", "changes.atom", "editions.json"):
        assert client.get(f"/{address}").status_code == 200


@pytest.mark.parametrize(
    "at", ["milestone:called-off.kind", "milestone:called-off.status", "milestone:moved.kind"]
)
def test_a_code_that_is_no_more_is_served_as_it_is(
    served: tuple[TestClient, Path], at: str
) -> None:
    """It does not take for damage what an older edition said."""
    client, file = served
    whole = tiny_history.second().with_name(file.name).read_text("utf-8")
    file.write_text(spoilt(whole, f"deadlines.{at}", "shelved"), "utf-8")
    assert len(client.get("/editions.json").json()["editions"]) == 2
    assert client.get("/deadlines.ics").status_code == 200
