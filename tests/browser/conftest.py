"""A real Chromium in front of the real app."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
)

from tools import browser as app

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as slow: it waits for a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)


HANG = 120_000
"""Milliseconds after which an expectation gives up: it only ends a hang, on the busiest machine."""

expect.set_options(timeout=HANG)


@dataclass
class Heard:
    """What a page said and whom it asked while it was open."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @contextmanager
    def listening(self, context: BrowserContext) -> Iterator[None]:
        """Record every page of a browser context for a while."""
        ears: dict[Any, Callable[..., None]] = {
            "console": self._on_console,
            "request": self._on_request,
            "weberror": self._on_web_error,
        }
        for event, ear in ears.items():
            context.on(event, ear)
        yield
        for event, ear in ears.items():
            context.remove_listener(event, ear)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def _on_request(self, request: Request) -> None:
        if host := urlsplit(request.url).hostname:  # data: and blob: have none
            self.hosts.add(host)

    def _on_web_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window.

    One per file: as long as Playwright is at work, nothing else can run an event loop.
    """
    with app.browser() as launched:
        yield launched


@pytest.fixture
def heard() -> Heard:
    """The console errors of ``page``, and the hosts that it asked anything of."""
    return Heard()


@contextmanager
def kept(browser: Browser, server: str, **options: Any) -> Iterator[Page]:
    """Keep a page of the server open in a context of its own.

    As long as it is there, what the browser has read and compiled serves the next page as well,
    which is ready in half the time.
    """
    context = browser.new_context(**options)
    context.set_default_timeout(HANG)
    keeper = context.new_page()
    keeper.goto(f"{server}/brief/country/KEN")  # it is short, has no script, and names its icon
    yield keeper
    context.close()


@contextmanager
def new_window(keeper: Page, heard: Heard) -> Iterator[Page]:
    """Open a page beside the one that is kept; close it and forget what was stored afterwards."""
    context = keeper.context
    before = context.pages
    with heard.listening(context):
        yield context.new_page()
        for opened in set(context.pages) - set(before):
            opened.close()
    context.clear_cookies()
    keeper.evaluate("localStorage.clear()")


@pytest.fixture(scope="module")
def wide(browser: Browser, server: str) -> Iterator[Page]:
    """What stays open beside every ``page`` of a file."""
    size: Any = {"width": 1280, "height": 900}
    with kept(browser, server, viewport=size, locale="en-GB", reduced_motion="reduce") as keeper:
        yield keeper


@pytest.fixture(scope="module")
def window(wide: Page, server: str) -> Iterator[Page]:
    """One window for all tests of a file that follow links from page to page."""
    page = wide.context.new_page()
    app.open_page(page, server, "search", lang="en")
    yield page
    page.close()


@pytest.fixture
def page(wide: Page, heard: Heard) -> Iterator[Page]:
    """A new window with nothing remembered, 1280 pixels wide."""
    with new_window(wide, heard) as page:
        yield page


@pytest.fixture
def open_page(server: str) -> Callable[..., None]:
    """``open_page(page, "timeline", lang="fr")`` goes there and waits until all is drawn."""

    def open_page(page: Page, path: str = "", **params: object) -> None:
        app.open_page(page, server, path, **params)

    return open_page
