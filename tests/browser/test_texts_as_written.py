"""Hostile texts in a real browser: a reader sees the very signs that stand in the data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.helpers.hostile_texts import BEFORE, BEHIND, write_hostile
from tools import browser as app

JOINER = "\u2060"
"""Stands unseen within an address that is no link."""


@pytest.fixture(scope="module")
def hostile(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app on hostile data."""
    with app.serve(write_hostile(database, tmp_path_factory.mktemp("hostile"))) as address:
        yield address


PAGES = {
    "a record": ("commitments", {"id": "gdc-para-56-a"}),
    "a country": ("countries", {"country": "KEN"}),
    "what is next": ("overview", {}),
}


@pytest.mark.parametrize(("path", "query"), PAGES.values(), ids=PAGES.keys())
def test_a_reader_sees_what_the_data_hold(
    page: Page, hostile: str, path: str, query: dict[str, str]
) -> None:
    """It makes neither a list, a link, a smiley, a formula nor another sign of them."""
    app.open_page(page, hostile, path, as_of="2026-11-21", **query)
    main = page.get_by_test_id("stMain")
    seen = main.inner_text().replace(JOINER, "")
    assert seen.count(BEHIND) > 10
    assert seen.count(BEFORE) >= seen.count(BEHIND)
    assert "©" not in seen
    own = "i:not([class]):not([aria-hidden]):not(.fact > i)"  # squares, marks and labels are ours
    found = main.locator(f"ol, {own}, a[href^='mailto:'], a[href*='evil.example'], .katex")
    assert found.count() == 0
