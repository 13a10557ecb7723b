"""A new edition comes into a running dashboard by itself."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Heard
from tools import browser as app


@pytest.fixture
def publish(database: Path, tmp_path: Path) -> Callable[[str], Path]:
    """``publish("first")`` makes the real data an edition of that name, and points to it."""

    def publish(name: str) -> Path:
        file = tmp_path / f"tracker-{name}.duckdb"
        shutil.copy(database.resolve(), file)
        with duckdb.connect(file) as connection:
            connection.execute("UPDATE edition SET id = $name", {"name": name})
        draft = tmp_path / "draft"
        draft.symlink_to(file.name)
        return draft.replace(tmp_path / "tracker.duckdb")

    return publish


@pytest.fixture
def address(publish: Callable[[str], Path]) -> Iterator[str]:
    """The address of a dashboard that began with edition ``first``."""
    with app.serve(publish("first")) as address:
        yield address


def test_a_reader_sees_the_new_edition_at_the_next_step(
    page: Page, address: str, publish: Callable[[str], Path], heard: Heard
) -> None:
    """It shows the new edition after one interaction, with no restart and no error between."""
    app.open_page(page, address, "")
    expect(page.get_by_test_id("stSidebar")).to_contain_text("Edition first")

    publish("second")
    page.locator(".st-key-filter-lang").get_by_text("Français").click()
    app.wait_until_settled(page)

    expect(page.get_by_test_id("stSidebar")).to_contain_text("Édition second")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert heard.errors == []
