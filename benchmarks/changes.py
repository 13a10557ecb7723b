"""What a reader waits for in a real Chromium: the first visit, and a change of the day.

``python -m benchmarks.changes DATABASE ROUNDS`` prints it as JSON: the tracker, a bare page of
Streamlit as the limit, and Plotly Dash where it is installed, in turns.
"""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import CDPSession, Page
from playwright.sync_api import TimeoutError as NeverStill

from tools.browser import APP, browser, free_port

HERE = Path(__file__).parent / "peers"
DAY = date(2026, 11, 21)
WATCH = """() => {
  window.lastChange = performance.now();
  const announces = ({target}) =>
    (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], canvas');
  new MutationObserver(changes => {
    if (!changes.every(announces)) window.lastChange = performance.now();
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
}"""
"""Notes when anything last changed on the screen; texts for screen readers are left out."""
QUIET = "() => performance.now() - window.lastChange > 1000"
"""Whether nothing has changed for a second: the page is then finished."""
CHANGE = """address => {
  window.begun = window.lastChange = performance.now();
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""
"""Goes to another day, as a link within the page does."""
PATIENCE = 120_000
"""Milliseconds after which a page that still changes is left out of a round."""
SPENT = "TaskDuration"
"""What Chromium calls the time that a page has kept its thread busy, in seconds."""
CPU_CLOCK = 2
"""The number by which Linux identifies the clock of the processor time of a process."""

Server = tuple[str, int]
"""The address of a server, and its process."""
Costs = dict[str, dict[str, list[float]]]
"""Milliseconds of each round, by contender and measure."""


def contenders() -> dict[str, tuple[list[str], str]]:
    """Return those that can be measured here: the command, and the page that is opened."""
    streamlit = [sys.executable, "-m", "streamlit", "run", str(HERE / "bare.py")]
    found = {
        f"tracker, {page}": ([sys.executable, "-m", "dashboard", "run", str(APP)], page)
        for page in ("overview", "timeline")
    }
    found["bare Streamlit"] = (streamlit, "")
    if find_spec("dash"):
        dash = [sys.executable, str(HERE / "dash_app.py")]
        found |= {f"Dash, {page}": (dash, page) for page in ("overview", "timeline")}
    return found


@contextmanager
def served(command: Sequence[str], database: Path) -> Iterator[Server]:
    """Serve one contender until it has been measured."""
    port = free_port()
    options = [str(port)]
    if "run" in command:
        given = {
            "port": port,
            "address": "localhost",
            "headless": "true",
            "fileWatcherType": "none",
        }
        options = [f"--server.{name}={value}" for name, value in given.items()]
    known = {**os.environ, "TRACKER_DATABASE": str(database)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([*command, *options], env=known, stdout=quiet, stderr=quiet)
    try:
        while not _answers(f"http://localhost:{port}"):
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended with {process.returncode}")
            time.sleep(0.2)
        yield f"http://localhost:{port}", process.pid
    finally:
        process.terminate()
        process.wait()


def measured(database: Path, rounds: int) -> Costs:
    """Return first visits and changes on the clock, and what server and browser spend on them.

    All in milliseconds. A change is to a day that nobody has requested (``new``: the processor time
    of the server), or back to one that somebody has (``known``). Of the browser it is how long the
    thread of the page was busy. A page that goes on changing has no times in that round.
    """
    every = contenders()
    kinds = ("first", "change", "new", "known", "browser_first", "browser_change")
    costs: Costs = {name: {kind: [] for kind in kinds} for name in every}
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(served(command, database))
            for name, (command, _) in every.items()
        }
        chromium = stack.enter_context(browser())
        for turn in range(rounds + 1):
            for name, (_, path) in every.items():
                page = chromium.new_page()
                try:
                    found = _one(page, servers[name], path, DAY - timedelta(days=2 * turn))
                except NeverStill:
                    print(f"{name} was never still in round {turn}", file=sys.stderr)
                    found = {}
                page.close()
                if turn:  # the first visit of all imports what a page needs
                    for what, milliseconds in found.items():
                        costs[name][what].append(milliseconds)
    return costs


def _one(page: Page, server: Server, path: str, day: date) -> Mapping[str, float]:
    """Visit a page, then go to the day before, and back."""
    address, process = server
    chromium = page.context.new_cdp_session(page)
    chromium.send("Performance.enable")
    page.add_init_script(f"({WATCH})()")
    page.goto(f"{address}/{path}?as_of={day}")
    page.wait_for_function(QUIET, timeout=PATIENCE)
    first, drawn = float(page.evaluate("window.lastChange")), _spent(chromium)
    new = _changed(page, process, f"/{path}?as_of={day - timedelta(days=1)}")
    changed = _spent(chromium) - drawn
    known = _changed(page, process, f"/{path}?as_of={day}")
    return {
        "first": first,
        "change": new[0],
        "new": new[1],
        "known": known[1],
        "browser_first": drawn,
        "browser_change": changed,
    }


def _spent(chromium: CDPSession) -> float:
    """Return how long the thread of a page has been busy until now, in milliseconds."""
    measured = chromium.send("Performance.getMetrics")["metrics"]
    return 1_000 * next(float(each["value"]) for each in measured if each["name"] == SPENT)


def _changed(page: Page, process: int, address: str) -> tuple[float, float]:
    """Go to another day; return how long that takes on the clock, and for the processor."""
    before = _cpu(process)
    page.evaluate(CHANGE, address)
    page.wait_for_function(QUIET, timeout=PATIENCE)
    return float(page.evaluate("window.lastChange - window.begun")), _cpu(process) - before


def _cpu(process: int) -> float:
    """Return the processor time of a process until now, in milliseconds, to the microsecond."""
    return 1_000 * time.clock_gettime(~process << 3 | CPU_CLOCK)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]).resolve(), int(sys.argv[2]))))
