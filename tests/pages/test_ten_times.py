"""Every page opens with ten times the data, in every language."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.navigation import PLACES
from tests.helpers.multiplied import build_multiplied
from tests.helpers.served_pages import served_pages
from transforms.paths import DATA
from transforms.settings import read

pytestmark = pytest.mark.slow

ASKED = {"countries": {"country": "KEN"}}
"""What a page has to be told before it shows anything."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with ten times the rows of the real data."""
    pointer = tmp_path_factory.mktemp("many") / "tracker.duckdb"
    build_multiplied(10, pointer)
    return pointer


@pytest.mark.parametrize("language", read(DATA)[0].languages)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_opens(
    many: Path, monkeypatch: pytest.MonkeyPatch, place: Any, language: Any
) -> None:
    """It is drawn without an error."""
    opened = served_pages(many, monkeypatch)
    asked = {"lang": language, "as_of": "2026-11-21", **ASKED.get(place.name, {})}

    app = opened(place.name, **asked)

    assert app.title
    assert [each.value for each in app.error] == []
    assert not app.exception
