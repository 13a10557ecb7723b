"""A real Chromium in front of the real app: one server per test process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tools import browser as app

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as slow: it waits for a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)


HANG = 120_000
"""Milliseconds after which an expectation gives up: it only ends a hang, on the busiest machine."""
UNHURRIED = {"TRACKER_SQL_SECONDS": "600"}
"""Settings of the server: no query ends because the machine is busy."""

expect.set_options(timeout=HANG)


@dataclass
class Heard:
    """What a page said and whom it asked while it was open."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def listen(self, context: BrowserContext) -> None:
        """Record every page of a browser context from now on."""
        context.on("console", self._on_console)
        context.on("request", self._on_request)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def _on_request(self, request: Request) -> None:
        if host := urlsplit(request.url).hostname:  # data: and blob: have none
            self.hosts.add(host)


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    """The address of the real app on the real database."""
    with app.serve(database, environment=UNHURRIED) as address:
        yield address


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


@pytest.fixture
def page(browser: Browser, heard: Heard) -> Iterator[Page]:
    """A new window with nothing remembered, 1280 pixels wide."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    context.set_default_timeout(HANG)
    heard.listen(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(server: str) -> Callable[..., None]:
    """``open_page(page, "timeline", lang="fr")`` goes there and waits until all is drawn."""

    def open_page(page: Page, path: str = "", **params: object) -> None:
        app.open_page(page, server, path, **params)

    return open_page
