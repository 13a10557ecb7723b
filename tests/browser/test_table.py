"""What a reader takes away is what the screen shows."""

from pathlib import Path

import duckdb
import polars as pl
import pytest
from playwright.sync_api import Page

from dashboard.words.messages import columns
from tools.browser import click_until_visible, open_page


@pytest.fixture(scope="module")
def file(wide: Page, server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file behind the table of texts on the Overview, in French."""
    page = wide.context.new_page()
    open_page(page, server, "overview", as_of="2026-11-21", lang="fr")
    csv = page.locator(".st-key-csv-by-text button")
    click_until_visible(page.locator(".st-key-files-by-text button").first, csv)
    with page.expect_download() as waiting:
        csv.click()
    file = tmp_path_factory.mktemp("table") / waiting.value.suggested_filename
    waiting.value.save_as(file)
    page.close()
    return file


@pytest.fixture
def downloaded(file: Path) -> pl.DataFrame:
    """The rows of that file."""
    return pl.read_csv(file)


def test_a_file_says_what_it_holds(file: Path, database: Path) -> None:
    """It is named after the relation, the day and the edition."""
    edition = database.resolve().stem.removeprefix("tracker-")

    assert file.name == f"instrument_totals_on_2026-11-21_{edition}_fr.csv"


def test_a_file_has_the_columns_of_the_table(downloaded: pl.DataFrame) -> None:
    """It names them as the database does, in the reader's language."""
    shown = [name.removesuffix("_fr") for name in downloaded.columns]

    assert shown[:3] == ["instrument", "commitments", "complete"]
    assert shown[-6:] == ["instrument_id", "page_url", "edition", "as_of", "language", "page"]
    assert set(shown[:-5]) <= {*columns(), "instrument_id", "page_url"}


def test_a_file_leaves_out_what_only_opens_a_page(downloaded: pl.DataFrame) -> None:
    """It has no relative address, which means nothing away from the page."""
    assert [name for name in downloaded.columns if name.endswith("_address")] == []


def test_a_file_has_the_rows_of_the_table(
    downloaded: pl.DataFrame, connection: duckdb.DuckDBPyConnection
) -> None:
    """It has every row, in the order of the screen."""
    sql = "SELECT count(*) AS n FROM commitments_on(DATE '2026-11-21')"

    assert downloaded["commitments"].sum() == connection.sql(sql).pl()["n"].item()
    assert downloaded["commitments"].is_sorted(descending=True)


def test_there_is_one_way_to_a_file(page: Page, server: str) -> None:
    """It hides the button of the table itself, whose file would run formulas."""
    open_page(page, server, "overview", as_of="2026-11-21", lang="fr")
    page.get_by_test_id("stDataFrame").first.hover()
    button = page.locator('[data-testid="stElementToolbar"] button[aria-label*=" CSV"]').first

    button.wait_for(state="attached")
    assert not button.is_visible()


LINES = """cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size;
}"""


def test_a_day_stays_on_its_line(page: Page, server: str) -> None:
    """A list breaks its dates only where they are ranges."""
    open_page(page, server, "texts", lang="fr")
    cells = page.locator('table.records td[data-head="Date"]')
    cells.first.wait_for()

    days = [each for each in cells.all() if len(each.inner_text().split()) == 3]
    assert days
    assert {each.evaluate(LINES) for each in days} == {1}
