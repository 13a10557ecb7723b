"""What a reader sees in a browser while the database is gone, when it is back, or a newer one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Heard
from tools import browser as app


@pytest.fixture(scope="module")
def folder(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real database and its pointer."""
    folder = tmp_path_factory.mktemp("failure") / "build"
    folder.mkdir()
    shutil.copy(database.resolve(), folder)
    (folder / "tracker.duckdb").symlink_to(database.resolve().name)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a dashboard on it."""
    with app.serve(folder / "tracker.duckdb") as address:
        yield address


def test_a_page_waits_and_goes_on_by_itself(page: Page, address: str, folder: Path) -> None:
    """It keeps its address meanwhile, and Streamlit's own box is nowhere."""
    away = folder.rename(folder.with_name("away"))
    page.goto(f"{address}/members?lang=fr&as_of=2024-01-01")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Les données ne sont pas disponibles pour le moment")
    expect(page.get_by_test_id("stException")).to_have_count(0)

    away.rename(folder)

    expect(title).to_have_text("Membres")
    assert page.url == f"{address}/members?lang=fr&as_of=2024-01-01"


def test_a_damaged_file_leads_to_the_same(page: Page, address: str, folder: Path) -> None:
    """It shows no half of a page where the only edition was cut short under the server."""
    app.open_page(page, address, "members")
    file = (folder / "tracker.duckdb").resolve()
    whole = file.read_bytes()
    file.write_bytes(whole[:400_000])
    page.goto(f"{address}/timeline?lang=en")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("The data is not available at the moment")
    expect(page.locator(".js-plotly-plot")).to_have_count(0)

    file.write_bytes(whole)

    expect(title).to_have_text("Timeline")


def test_a_reader_sees_the_new_edition_at_the_next_step(
    page: Page, address: str, folder: Path, heard: Heard
) -> None:
    """It shows the new edition after one interaction, with no restart and no error between."""
    app.open_page(page, address, "")
    pointer, sidebar = folder / "tracker.duckdb", page.get_by_test_id("stSidebar")
    expect(sidebar).to_contain_text(f"Edition {pointer.resolve().stem.removeprefix('tracker-')}")

    _publish(pointer, "second")
    page.locator(".st-key-filter-lang").get_by_text("Français").click()
    app.wait_until_settled(page)

    expect(sidebar).to_contain_text("Édition second")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert heard.errors == []


def _publish(pointer: Path, name: str) -> None:
    """Make the real data an edition of that name, and point to it."""
    file = Path(shutil.copy(pointer.resolve(), pointer.with_name(f"tracker-{name}.duckdb")))
    with duckdb.connect(file) as connection:
        connection.execute("UPDATE edition SET id = $name", {"name": name})
    draft = pointer.with_name("draft")
    draft.symlink_to(file.name)
    draft.replace(pointer)
