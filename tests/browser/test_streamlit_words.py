"""Streamlit's own words are in the language of the page: it speaks English only.

That no page says them in another, ``test_every_page.py`` sees on its way.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.own_words import own_words
from tools import browser as app


@pytest.fixture
def words(window: Page, server: str) -> Callable[[str, str], set[str]]:
    """``words("timeline", "fr")`` is what Streamlit says on that page, in that language."""
    window.set_viewport_size({"width": 1280, "height": 2400})

    def words(name: str, language: str) -> set[str]:
        app.follow(window, server, name, lang=language, as_of="2026-11-21")
        return own_words(window)

    return words


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
    field = french.locator("[data-testid=stMultiSelect] input").first
    app.click_until_visible(french.get_by_text("Autres filtres"), field)
    app.wait_until_settled(french)
    app.click_until_visible(field, french.get_by_text("Tout sélectionner"))
    field.fill("zzzz")
    expect(french.get_by_text("Aucun résultat")).to_be_visible()
    french.keyboard.press("Escape")

    french.locator(".st-key-filter-q input").fill("a")
    expect(french.get_by_text("Entrée pour appliquer")).to_be_visible()

    month = french.locator("[data-testid=stDateInput] [data-type=month]")
    expect(month).to_have_attribute("aria-valuetext", "11 – novembre")
    months = french.get_by_test_id("stDateInputCalendar")
    app.click_until_visible(french.get_by_role("button", name="Choisir une date"), months)
    expect(months).to_contain_text("novembre 2026")
    french.keyboard.press("Escape")
