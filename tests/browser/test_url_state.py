"""The address is the view: links restore it, Back and Forward walk through it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.browser import wait_until_settled


def requested(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def place(page: Page) -> str:
    """The page that the address names."""
    return urlsplit(page.url).path.strip("/")


def language(page: Page, name: str) -> None:
    """Switch the language."""
    page.locator(".st-key-filter-lang").get_by_text(name).click()
    wait_until_settled(page)


def search(page: Page, words: str) -> None:
    """Type into the search of the Commitments page."""
    box = page.locator(".st-key-filter-q input")
    box.fill(words)
    box.press("Enter")
    wait_until_settled(page)


def back(page: Page) -> None:
    """Press the browser's own button."""
    page.go_back()
    wait_until_settled(page)


def forward(page: Page) -> None:
    """Press the browser's own button."""
    page.go_forward()
    wait_until_settled(page)


def test_a_link_restores_the_view(page: Page, open_page: Callable[..., None]) -> None:
    """It shows language, day and filters of a link in a browser that was never here."""
    open_page(page, "commitments", lang="fr", as_of="2025-01-31", q="numérique")

    expect(page.get_by_role("heading", level=1)).to_have_text("Engagements")
    expect(page.locator(".st-key-filter-q input")).to_have_value("numérique")
    expect(page.locator(".st-key-filter-as_of")).to_contain_text("31/01/2025")


def test_a_choice_is_one_step_of_history(page: Page, open_page: Callable[..., None]) -> None:
    """It goes back to the language before, on the same page."""
    open_page(page, "overview")

    language(page, "Français")
    back(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Policy-commitment tracker")
    assert requested(page) == {}


def test_forward_undoes_back(page: Page, open_page: Callable[..., None]) -> None:
    """It shows again what was left by going back."""
    open_page(page, "overview")

    language(page, "Français")
    back(page)
    forward(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Suivi des engagements")


def test_back_restores_each_search(page: Page, open_page: Callable[..., None]) -> None:
    """It shows the words typed before, in the field and in the address."""
    open_page(page, "commitments")

    search(page, "skills")
    search(page, "compute")
    back(page)

    expect(page.locator(".st-key-filter-q input")).to_have_value("skills")
    assert requested(page) == {"q": ["skills"]}


def test_back_leads_from_page_to_page(page: Page, open_page: Callable[..., None]) -> None:
    """It returns to the page before, as it was."""
    open_page(page, "commitments", q="skills")

    page.get_by_role("link", name="Overview").click()
    wait_until_settled(page)
    back(page)

    assert place(page) == "commitments"
    expect(page.locator(".st-key-filter-q input")).to_have_value("skills")


def test_only_language_and_day_go_along(page: Page, open_page: Callable[..., None]) -> None:
    """It drops the filters of a page that the reader leaves."""
    open_page(page, "commitments", lang="fr", as_of="2025-01-31", q="numérique")

    page.get_by_role("link", name="Vue d’ensemble").click()
    wait_until_settled(page)

    assert (place(page), requested(page)) == ("overview", {"lang": ["fr"], "as_of": ["2025-01-31"]})


def test_the_address_leaves_defaults_out(page: Page, open_page: Callable[..., None]) -> None:
    """It says nothing about what every reader gets anyway."""
    open_page(page, "overview", lang="fr")

    language(page, "English")

    assert requested(page) == {}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_number_is_a_link_with_codes(
    page: Page, open_page: Callable[..., None], lang: str
) -> None:
    """It has an address that can be copied, the same filters in every language."""
    open_page(page, "overview", as_of="2026-11-21", lang=lang)

    name = {"en": "overdue", "fr": "en retard"}[lang]
    address = page.get_by_role("link", name=name).first.get_attribute("href")

    assert parse_qs(urlsplit(str(address)).query)["due_state"] == ["overdue"]


def test_a_number_opens_its_rows(page: Page, open_page: Callable[..., None]) -> None:
    """It goes to the rows of that number, on the same day."""
    open_page(page, "overview", as_of="2026-11-21")

    page.get_by_role("link", name="overdue").first.click()
    wait_until_settled(page)

    assert place(page) == "commitments"
    assert requested(page) == {"as_of": ["2026-11-21"], "due_state": ["overdue"]}


@pytest.mark.parametrize("path", ["", "overview"])
def test_the_first_page_has_two_addresses(
    page: Page, open_page: Callable[..., None], path: str
) -> None:
    """It opens at the bare address and under its own name."""
    open_page(page, path)

    expect(page.get_by_role("heading", level=1)).to_have_text("Policy-commitment tracker")


def test_the_document_says_its_language(page: Page, open_page: Callable[..., None]) -> None:
    """It tells screen readers which language they speak, also after a switch."""
    open_page(page, "overview")

    language(page, "Français")

    assert page.evaluate("document.documentElement.lang") == "fr"


def test_a_filter_outlives_a_switch_of_language(page: Page, open_page: Callable[..., None]) -> None:
    """It stays a code in the address when the next filter is changed in the other language."""
    open_page(page, "commitments", instrument="gdc", lang="fr")

    language(page, "English")
    search(page, "skills")

    assert requested(page) == {"instrument": ["gdc"], "q": ["skills"]}


def test_a_day_that_cannot_be_shown_is_said(page: Page, open_page: Callable[..., None]) -> None:
    """It does not pass today's numbers off as those of 1900."""
    open_page(page, "overview", as_of="1900-01-01")

    expect(page.get_by_role("alert")).to_contain_text("1900-01-01 is not a day from")
