"""Every page, in both languages, in a real browser: drawn, without error, without leaving."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.navigation import FIRST, PLACES
from dashboard.words.i18n import translator
from tests.browser.conftest import Heard
from tools.browser import wait_until_settled
from transforms.paths import DATA
from transforms.settings import read

CHARTED = ("overview", "timeline", "members", "capacity", "commitments", "countries")
ASKED = {"countries": {"country": "KEN"}}
"""What a page has to be told before it shows anything."""
LANGUAGES = read(DATA)[0].languages
WIDE = "[...document.querySelectorAll('[data-testid=stMain]')].some(e => e.scrollWidth > 392)"
MISTAKES = ("Traceback", "Error:")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_whole(
    page: Page, heard: Heard, open_page: Callable[..., None], place: Any, language: str
) -> None:
    """It has title and charts in the reader's language, fits a phone, and asks no other host."""
    t = translator(language)

    open_page(page, place.name, lang=language, as_of="2026-11-21", **ASKED.get(place.name, {}))

    own = {FIRST: r"^[^·]+$", "countries": r"^Kenya · "}
    expect(page).to_have_title(re.compile(own.get(place.name, rf"^{t(place.title)} · ")))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if place.name in CHARTED:
        expect(page.locator(".js-plotly-plot").first).to_be_visible()
    text = page.locator("section.stMain, [data-testid=stMain]").first.inner_text()
    assert not [mark for mark in MISTAKES if mark in text]
    assert heard.errors == []
    assert heard.hosts <= {"localhost", "127.0.0.1"}
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_settled(page)
    page.wait_for_function(f"() => !{WIDE}")  # a chart takes a moment to be as narrow
