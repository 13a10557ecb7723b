"""Every page, in every language, in a real browser: drawn, without error, without leaving.

A page takes seconds to load: what is to be seen on each of them is looked at in one walk.
"""

import re
import tomllib
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.navigation import FIRST, PLACES, Place
from dashboard.words.i18n import translator
from tests.browser.conftest import Heard
from tests.helpers.axe import CHOOSE, NARROW, WIDE, Ground, findings, pale, show
from tests.helpers.own_words import own_words
from tests.helpers.typography import shown_by, unset
from tools import browser as app
from transforms.paths import DASHBOARD, DATA
from transforms.settings import read

THEME = tomllib.loads((DASHBOARD / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
CHARTED = ("overview", "timeline", "members", "capacity", "commitments", "countries")
QUERIES = {"countries": {"country": "KEN"}, "search": {"q": "panel"}}
"""What a page has to be told before it shows anything."""
LANGUAGES = read(DATA)[0].languages
TOO_WIDE = (
    "() => [...document.querySelectorAll('[data-testid=stMain]')].some(e => e.scrollWidth > 392)"
)
GROUNDS: tuple[tuple[Ground, Ground], ...] = (("light", "dark"), ("dark", "light"))
"""What a page stands on, wide and narrow, in one language and in the next."""
COUNT_DRAWINGS = """new MutationObserver(changes => {
  for (const { target } of changes) if (target.matches('.js-plotly-plot')) {
    target.drawings = (target.drawings ?? 0) + 1
  }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] })"""
"""Plotly names the class of a chart each time that it draws all of it."""
COUNT_ANEW = """() => {
  for (const chart of document.querySelectorAll('.js-plotly-plot')) chart.drawings = 0
}"""
DRAWN_AGAIN = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter(({ drawings, layout, _fullLayout }) =>
    drawings > (_fullLayout._size.l > layout.margin.l ? 2 : 1))
  .map(chart => chart.closest('[class*=st-key-figure-]').className)"""
"""Charts that are drawn more than once, and once more where the labels beside them need room."""
MISTAKES = ("Traceback", "Error:")
SAME = {"Logo", "Zoom", "schema", "$day", "mm"}
"""Words that are English and French."""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_whole_in_every_language(
    page: Page, heard: Heard, open_page: Callable[..., None], server: str, place: Place
) -> None:
    """It has its title, charts and words in the reader's language, and asks no other host.

    It fits a phone, and axe finds nothing: of language, width and ground every pair is met, though
    colours, which no language changes, are looked at in one alone, another one on the next page.
    Charts are legible, and stay so when a mark is chosen, which shows. A key leads to the search.
    """
    page.add_init_script(COUNT_DRAWINGS)
    found: dict[str, Any] = {}
    message: dict[str, set[str]] = {}
    for number, language in enumerate(LANGUAGES):
        query = {"lang": language, "as_of": "2026-11-21", **QUERIES.get(place.name, {})}
        wide, narrow = GROUNDS[number % 2]
        if number:
            show(page, WIDE, wide)
            page.evaluate(COUNT_ANEW)
            app.follow(page, server, place.name, **query)
            found[f"drawn again, {language}"] = page.evaluate(DRAWN_AGAIN)
        else:
            open_page(page, place.name, **query)
        colours = PLACES.index(place) % len(LANGUAGES) == number
        found[f"axe, {language}, wide"] = findings(page, WIDE, wide, colours=colours)
        _is_drawn(page, place, language)
        _has_the_search(page, query.get("q", ""))
        found[f"not set as the language is, {language}"] = unset(shown_by(page), language)
        found[f"pale in charts, {language}"] = pale(page, THEME[wide]["backgroundColor"])
        message[language] = own_words(page)
        found[f"axe, {language}, narrow"] = findings(page, NARROW, narrow, colours=colours)
        page.wait_for_function(f"() => !({TOO_WIDE})()")  # a chart takes a moment to be as narrow

    for one, other in combinations(LANGUAGES, 2):
        found[f"the same words, {one} and {other}"] = message[one] & message[other] - SAME
    found["charts that do not show what is chosen"] = page.evaluate(CHOOSE)
    app.wait_until_settled(page)  # what waits for the server is pale meanwhile
    found["pale beside what is chosen"] = pale(page, THEME[narrow]["backgroundColor"])
    found["errors"] = heard.errors
    found["hosts"] = heard.hosts - {"localhost", "127.0.0.1"}
    assert {what: seen for what, seen in found.items() if seen} == {}


def _is_drawn(page: Page, place: Place, language: str) -> None:
    """See title, heading and chart, and no mistake in the text."""
    own = {FIRST: r"^[^·]+$", "countries": r"^Kenya · "}
    title = own.get(place.name, rf"^{translator(language)(place.title)}\b.* · ")
    expect(page).to_have_title(re.compile(title))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if place.name in CHARTED:
        expect(page.locator(".js-plotly-plot").first).to_be_visible()
    text = page.locator("section.stMain, [data-testid=stMain]").first.inner_text()
    assert not [mark for mark in MISTAKES if mark in text]


def _has_the_search(page: Page, words: str) -> None:
    """See the key lead to the box, which holds nothing but what the page was asked for."""
    page.keyboard.press("/")
    box = page.get_by_role("search").get_by_role("searchbox")
    expect(box).to_be_focused()
    expect(box).to_have_value(words)
    box.blur()
