"""The app as readers have it: served on a free port, shown in a real Chromium."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect, sync_playwright

from tools import chromium

APP = Path(__file__).parents[1] / "dashboard" / "asgi.py"

SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = ['stSkeleton', 'stSpinner', 'stStatusWidget'].map(id => `[data-testid="${id}"]`);
  const drawn = chart => !chart.clientWidth || chart.querySelector('.main-svg');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector([...busy, '[data-stale="true"]'].join())
    && [...document.querySelectorAll('[data-testid="stBidiComponentRegular"]')].every(drawn);
}"""
"""Whether the script has ended, nothing waits to be replaced, and every chart is drawn."""

FOLLOW = """address => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.hasRun = false;
  new MutationObserver(() => {
    window.hasRun ||= app.dataset.testScriptState !== 'notRunning';
  }).observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""
"""Goes to an address as a link within the app does, and notes that the script ran."""


@contextmanager
def serve(
    database: Path, environment: Mapping[str, str] | None = None, seconds: float = 300
) -> Iterator[str]:
    """Serve the app on a database, the pointer that ``tracker build`` leaves, and give its address.

    The environment adds to that of this process; the server has so many seconds to start.

    Raises:
        RuntimeError: The server ended, or did not say so in time; with what it printed.
    """
    port = free_port()
    options = {"port": port, "address": "localhost", "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "dashboard", "run", str(APP)]
    command += [f"--server.{name}={value}" for name, value in options.items()]
    settings = {**os.environ, "TRACKER_DATABASE": str(database), **(environment or {})}
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, env=settings, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://localhost:{port}"
            if not wait_until_well(address, process, seconds):
                log.seek(0)
                raise RuntimeError(f"The app did not start:\n{log.read()}")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=120)


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.create_server(("localhost", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_until_well(address: str, process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait for the server's own word that it is ready; False if it ended or time is up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
                return bool(answer.read() == b"ok")
        except OSError:
            time.sleep(0.1)
    return False


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium without a window."""
    found = chromium.find()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=found, args=chromium.FLAGS, headless=True
        )
        yield launched
        launched.close()


def open_page(page: Page, address: str, path: str, **params: object) -> None:
    """Go to a page of the app, with its view in the URL, and wait until all of it is there."""
    query = f"?{urlencode(params)}" if params else ""
    page.goto(f"{address}/{path}{query}")
    wait_until_settled(page)


def follow(page: Page, address: str, path: str, **params: object) -> None:
    """Go on to another page as a link does; load it anew where the app does not take it up."""
    wait_until_settled(page)  # a run that goes on would be taken for the one that begins
    page.evaluate(FOLLOW, f"/{path}?{urlencode(params)}")
    try:
        page.wait_for_function("() => window.hasRun", timeout=10_000)
    except TimeoutError:
        open_page(page, address, path, **params)
    wait_until_settled(page)


def wait_until_settled(page: Page, milliseconds: float = 300_000) -> None:
    """Wait until the script has ended and stays so: one run may set off another."""
    page.wait_for_function(SETTLED, timeout=milliseconds)
    quiet = 0
    while quiet < 3:
        page.wait_for_timeout(100)
        quiet = quiet + 1 if page.evaluate(SETTLED) else 0


def click_until_visible(
    button: Locator, shown: Locator, each: float = 10_000, milliseconds: float = 300_000
) -> None:
    """Click until what the click opens is there.

    A click is lost where the page is drawn anew at that moment: on a busy machine that happens
    long after the page looked settled.
    """
    for _ in range(int(milliseconds / each)):
        if shown.is_visible():  # a second click would close it
            return
        button.click()
        try:
            expect(shown).to_be_visible(timeout=each)
        except AssertionError:
            wait_until_settled(button.page)
    expect(shown).to_be_visible(timeout=each)
