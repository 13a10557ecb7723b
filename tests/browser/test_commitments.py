"""Opening a record from the list and going back, in a real Chromium."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Heard


def requested(page: Page) -> dict[str, list[str]]:
    """Return what the address says."""
    return parse_qs(urlsplit(page.url).query)


def shows(page: Page, title: str) -> None:
    """Wait for the title; the one before may stay a moment until the page has run again."""
    expect(page.get_by_role("heading", name=title, level=1, exact=True)).to_be_visible()


@pytest.fixture
def record(page: Page, open_page: Callable[..., None]) -> Page:
    """The record of the first of two commitments that a search left."""
    open_page(page, "commitments", as_of="2026-11-21", q="pacte numerique mondial 56")
    page.locator("table.dense a").first.click()
    page.locator(".kind a").wait_for()
    return page


def test_a_row_opens_its_record(record: Page) -> None:
    """It puts the key into the address, and keeps the search."""
    shows(record, "Global Digital Compact, para. 56 (a)")
    assert requested(record)["id"] == ["gdc-para-56-a"]
    assert requested(record)["q"] == ["pacte numerique mondial 56"]


def test_back_leads_to_the_list(record: Page) -> None:
    """It is one step of the browser's history."""
    record.go_back()

    shows(record, "Commitments")
    assert "id" not in requested(record)


def test_the_link_above_the_title_leads_to_the_list(record: Page) -> None:
    """It closes the record, and the search is still there."""
    record.locator(".kind a").click()

    shows(record, "Commitments")
    expect(record.get_by_role("textbox", name="Search")).to_have_value("pacte numerique mondial 56")
    assert "id" not in requested(record)


def test_a_relative_opens_in_the_same_window(record: Page, heard: Heard) -> None:
    """It leads from one record to the next, without an error."""
    beside = record.get_by_role("table", name="In the same paragraph")
    beside.get_by_role("link").first.click()

    shows(record, "Global Digital Compact, para. 56 (b)")
    assert heard.errors == []


def test_a_record_is_restored_in_a_fresh_window(page: Page, open_page: Callable[..., None]) -> None:
    """It shows the same record from its address alone, in French too."""
    open_page(page, "commitments", id="gdc-para-56-a", as_of="2026-11-21", lang="fr")

    shows(page, "Pacte numérique mondial, par. 56 a)")
    expect(page.locator(".kind").get_by_role("link", name="Engagements")).to_be_visible()
