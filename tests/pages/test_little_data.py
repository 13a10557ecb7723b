"""Every page opens, in every language, on data that lacks all or much of what ours has."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from dashboard.navigation import PLACES
from tests.helpers.served_pages import served_pages
from tests.helpers.tiny import write_tiny
from transforms import pipeline
from transforms.paths import DATA

pytestmark = pytest.mark.slow

Little = tuple[Path, int]
"""A database of little data, and which of these it is."""

LANGUAGES = ("en", "fr")
ROSTERS = (
    *("memberships", "adherences", "reported_counts", "positions", "appointments"),
    "discrepancies",
)


def headers_only(folder: Path) -> None:
    """Write every table without a row, and nothing about whose tracker it is."""
    for file in DATA.glob("*.csv"):
        without_rows(file, folder)


def no_rosters(folder: Path) -> None:
    """Write the real data without who is in what, or how many."""
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    for name in ROSTERS:
        without_rows(DATA / f"{name}.csv", folder)


def without_rows(file: Path, folder: Path) -> None:
    """Write the header of a file."""
    header = file.read_text("utf-8").splitlines()[0]
    (folder / file.name).write_text(f"{header}\n", "utf-8")


KINDS = {"headers only": headers_only, "no rosters": no_rosters, "tiny": write_tiny}


@pytest.fixture(scope="module", params=list(enumerate(KINDS.values())), ids=list(KINDS))
def little(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Little:
    """An edition of such data."""
    folder = tmp_path_factory.mktemp("little")
    data = folder / "data"
    data.mkdir()
    number, write = request.param
    write(data)
    pipeline.build(data, folder / "tracker.duckdb")
    return folder / "tracker.duckdb", number


@pytest.mark.parametrize(
    ("number", "place"), [pytest.param(*each, id=each[1].name) for each in enumerate(PLACES)]
)
def test_a_page_opens(
    little: Little, monkeypatch: pytest.MonkeyPatch, number: int, place: Any
) -> None:
    """It has its title, and no error, each page in every language on some of these data."""
    database, which = little
    language = LANGUAGES[(number + which) % len(LANGUAGES)]
    app = served_pages(database, monkeypatch)(place.name, lang=language)

    assert len(app.title) == 1
    assert [each.value for each in app.error] == []
    assert not app.exception


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_open_without_anything_about_them(
    little: Little, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """It has a sentence for a country of which there is little, or that is not there."""
    app = served_pages(little[0], monkeypatch)("countries", lang=language, country="KEN")

    assert [each.value for each in app.error] == []
    assert not app.exception
