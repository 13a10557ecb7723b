"""Streamlit's own words are in the language of the page: it speaks English only."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.navigation import PAGES
from tests.browser.conftest import HANG
from tools import browser as app

SAID = {"countries": {"country": "KEN"}, "search": {"q": "panel"}}
"""What a page has to be told before it shows anything."""
SAME = {"Logo", "Zoom", "schema", "$day", "mm"}
"""Words that are English and French."""
WORDS = """() => {
  const names = ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'data-title', 'alt'];
  const ours = '.stHtml, [data-testid=stMarkdownContainer], [data-testid=stIconMaterial], a, svg,'
    + ' [role=status], pre, textarea, script, style, noscript, table, [role=option]';
  const words = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.stHtml, a') || !element.checkVisibility()) continue;
    words.push(...names.map(name => element.getAttribute(name)));
    if (element.closest(ours)) continue;
    words.push(...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.data.trim()));
  }
  return words.filter(word => word && /\\p{L}{2}/u.test(word));
}"""
"""What a page says outside of our own texts, of links and of values, which may be names."""


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Iterator[Page]:
    """One window for all pages, of a reader whose browser is set to English."""
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(HANG)
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 2400})
    app.open_page(page, server, "search", lang="en")
    yield page
    context.close()


@pytest.fixture
def words(window: Page, server: str) -> Callable[[str, str], set[str]]:
    """``words("timeline", "fr")`` is what Streamlit says on that page, in that language."""

    def words(name: str, language: str) -> set[str]:
        said = {"lang": language, "as_of": "2026-11-21", **SAID.get(name, {})}
        app.follow(window, server, name, **said)
        return set(window.evaluate(WORDS))

    return words


def test_no_word_is_the_same_in_two_languages(words: Callable[[str, str], set[str]]) -> None:
    """It says nothing on any French page that it says on the English one."""
    english = {name: words(name, "en") for name in PAGES}
    same = {name: words(name, "fr") & english[name] - SAME for name in PAGES}

    assert {name: said for name, said in same.items() if said} == {}


def test_words_of_an_earlier_language_do_not_stay(words: Callable[[str, str], set[str]]) -> None:
    """It speaks English again after it spoke French, in the same window."""
    before = words("timeline", "en")
    french = words("timeline", "fr")

    assert words("timeline", "en") == before
    assert "Fermer le menu" in french - before


@pytest.fixture
def french(page: Page, open_page: Callable[..., None]) -> Page:
    """A French page with fields, in a browser that is set to English."""
    open_page(page, "commitments", lang="fr", as_of="2026-11-21")
    return page


def test_what_opens_speaks_the_language_of_the_page(french: Page) -> None:
    """It says in French that nothing was found, what to press, and how months are called."""
    french.get_by_text("Autres filtres").click()
    field = french.locator("[data-testid=stMultiSelect] input").first
    field.click()
    expect(french.get_by_text("Tout sélectionner")).to_be_visible()
    field.fill("zzzz")
    expect(french.get_by_text("Aucun résultat")).to_be_visible()
    french.keyboard.press("Escape")

    french.locator(".st-key-filter-q input").fill("a")
    expect(french.get_by_text("Entrée pour appliquer")).to_be_visible()

    month = french.locator("[data-testid=stDateInput] [data-type=month]")
    expect(month).to_have_attribute("aria-valuetext", "11 – novembre")
    french.get_by_role("button", name="Choisir une date").click()
    expect(french.get_by_test_id("stDateInputCalendar")).to_contain_text("novembre 2026")
    french.keyboard.press("Escape")
