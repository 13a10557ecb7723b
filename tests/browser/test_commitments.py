"""Opening a record from the list and going back, in a real Chromium."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Heard


def requested(page: Page) -> dict[str, list[str]]:
    """Return what the address says."""
    return parse_qs(urlsplit(page.url).query)


def shows(page: Page, title: str) -> None:
    """Wait for the title; the one before may stay a moment until the page has run again."""
    expect(page.get_by_role("heading", name=title, level=1, exact=True)).to_be_visible()


def test_a_row_opens_its_record_which_leads_on_and_back(
    page: Page, open_page: Callable[..., None], heard: Heard
) -> None:
    """It is one step of history, keeps the search, and opens relatives in the same window."""
    words, first = "pacte numerique mondial 56", "Global Digital Compact, para. 56 (a)"
    open_page(page, "commitments", as_of="2026-11-21", q=words)

    page.locator("table.dense a").first.click()

    shows(page, first)
    assert (requested(page)["id"], requested(page)["q"]) == (["gdc-para-56-a"], [words])

    page.go_back()

    shows(page, "Commitments")
    assert "id" not in requested(page)

    page.locator("table.dense a").first.click()
    shows(page, first)
    beside = page.get_by_role("table", name="In the same paragraph")
    beside.get_by_role("link").first.click()

    shows(page, "Global Digital Compact, para. 56 (b)")
    page.go_back()
    shows(page, first)
    page.locator(".kind a").click()  # above the title

    shows(page, "Commitments")
    expect(page.get_by_role("textbox", name="Search")).to_have_value(words)
    assert "id" not in requested(page)
    assert heard.errors == []


def test_a_record_is_restored_in_a_fresh_window(page: Page, open_page: Callable[..., None]) -> None:
    """It shows the same record from its address alone, in French too."""
    open_page(page, "commitments", id="gdc-para-56-a", as_of="2026-11-21", lang="fr")

    shows(page, "Pacte numérique mondial, par. 56 a)")
    expect(page.locator(".kind").get_by_role("link", name="Engagements")).to_be_visible()
