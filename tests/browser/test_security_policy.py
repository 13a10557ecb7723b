"""What the headers allow is enough for every page: on a phone, in the dark, with downloads.

`test_every_page.py` sees the same of every page, in a window that is made narrow and dark.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import HANG, Heard
from tools import browser as app

SHOWN = {"countries": {"country": "KEN"}, "sql": {"example": "1"}}
SOME = ("overview", "countries", "sql")
"""Pages with what can be drawn: charts, a map, a table, cards, an editor."""
ELSEWHERE = "http://elsewhere.example"
DOWNLOAD = (".st-key-files-by-text button", ".st-key-csv-by-text button")
"""Buttons that lead to a file, one after the other."""


def test_a_phone_in_the_dark_breaks_no_policy(browser: Browser, server: str, heard: Heard) -> None:
    """It notes no error, of a violation or otherwise, and asks nobody but the server."""
    narrow: dict[str, Any] = {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "has_touch": True,
        "is_mobile": True,
        "locale": "fr-FR",
    }
    context = browser.new_context(**narrow)
    context.set_default_timeout(HANG)
    with heard.listening(context):
        phone = context.new_page()
        for number, name in enumerate(SOME):
            go = app.follow if number else app.open_page
            go(phone, server, name, lang="fr", as_of="2026-11-21", **SHOWN.get(name, {}))
        phone.close()
    context.close()

    assert heard.errors == []
    assert heard.hosts <= {"localhost", "127.0.0.1"}


def test_a_download_breaks_no_policy(
    page: Page, heard: Heard, open_page: Callable[..., None]
) -> None:
    """It leaves a file and no error."""
    open_page(page, "overview", as_of="2026-11-21")
    *before, last = DOWNLOAD
    for button in before:
        page.locator(button).first.click()

    with page.expect_download() as waiting:
        page.locator(last).first.click()

    assert waiting.value.path().stat().st_size > 0
    assert heard.errors == []


def test_no_page_stands_in_a_frame(page: Page, server: str) -> None:
    """It is replaced by the browser's own error on a page of another site."""
    frame = f"<iframe src='{server}/sql?q={quote('SELECT 1')}'></iframe>"
    _answer(page, f"{ELSEWHERE}/", frame)

    page.goto(f"{ELSEWHERE}/")

    assert [each.url.partition(":")[0] for each in page.frames] == ["http", "chrome-error"]


@pytest.mark.parametrize("own", [True, False], ids=["our own", "of another site"])
def test_a_link_to_a_query_in_a_new_tab(page: Page, server: str, own: bool) -> None:
    """It runs at once from a page of ours, and waits for the reader from any other."""
    origin, sql = (server, "SELECT 41 AS own") if own else (ELSEWHERE, "SELECT 42 AS foreign")
    link = f"<a target=_blank rel='noopener noreferrer' href='{server}/sql?q={quote(sql)}'>go</a>"
    _answer(page, f"{origin}/made-for-this-test", link)
    page.goto(f"{origin}/made-for-this-test")

    with page.context.expect_page() as opened:
        page.get_by_text("go").click()
    tab = opened.value
    app.wait_until_settled(tab)

    invitation = tab.get_by_text("This query came with a link and has not run yet")
    expect(invitation).to_have_count(0 if own else 1)
    expect(tab.get_by_text("1 row of 1 column")).to_have_count(1 if own else 0)


def _answer(page: Page, address: str, body: str) -> None:
    """Have the browser take ``body`` for what it is answered at an address."""
    page.route(address, lambda route: route.fulfill(body=body, content_type="text/html"))
