"""The address is the view: links restore it, Back and Forward walk through it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

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


def test_a_link_restores_the_view_and_only_language_and_day_go_on(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It shows what a link says in a browser that was never here; the next page drops filters."""
    open_page(page, "commitments", lang="fr", as_of="2025-01-31", q="numérique")

    expect(page.get_by_role("heading", level=1)).to_have_text("Engagements")
    expect(page.locator(".st-key-filter-q input")).to_have_value("numérique")
    expect(page.locator(".st-key-filter-as_of")).to_contain_text("31/01/2025")

    page.get_by_role("link", name="Vue d’ensemble").click()
    wait_until_settled(page)

    assert (place(page), requested(page)) == ("overview", {"lang": ["fr"], "as_of": ["2025-01-31"]})


def test_a_choice_is_one_step_of_history(page: Page, open_page: Callable[..., None]) -> None:
    """It begins at the bare address, goes back to the language before, and forward again.

    The document tells screen readers each time which language they speak.
    """
    title, document = page.get_by_role("heading", level=1), page.locator("html")
    open_page(page)
    expect(title).to_have_text("Policy-commitment tracker")

    language(page, "Français")
    expect(document).to_have_attribute("lang", "fr")
    back(page)

    expect(title).to_have_text("Policy-commitment tracker")
    expect(document).to_have_attribute("lang", "en")
    assert requested(page) == {}

    forward(page)

    expect(title).to_have_text("Suivi des engagements")
    assert requested(page) == {"lang": ["fr"]}

    language(page, "English")

    page.wait_for_function("() => location.search === ''")  # what every reader gets is left out


def test_back_restores_each_search_and_page(page: Page, open_page: Callable[..., None]) -> None:
    """It shows the words typed before, in the field and in the address; from other pages too."""
    field = page.locator(".st-key-filter-q input")
    open_page(page, "commitments")

    search(page, "skills")
    search(page, "compute")
    back(page)

    expect(field).to_have_value("skills")
    assert requested(page) == {"q": ["skills"]}

    page.get_by_role("link", name="Overview").click()
    wait_until_settled(page)
    back(page)

    assert place(page) == "commitments"
    expect(field).to_have_value("skills")


def test_a_number_opens_its_rows(page: Page, open_page: Callable[..., None]) -> None:
    """It is a link with the same codes in every language, to the rows of that number that day."""
    open_page(page, "overview", as_of="2026-11-21", lang="fr")
    address = page.get_by_role("link", name="en retard").first.get_attribute("href")
    assert parse_qs(urlsplit(str(address)).query)["due_state"] == ["overdue"]

    language(page, "English")
    page.get_by_role("link", name="overdue").first.click()
    wait_until_settled(page)

    assert place(page) == "commitments"
    assert requested(page) == {"as_of": ["2026-11-21"], "due_state": ["overdue"]}


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
