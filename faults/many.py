"""Many times the data: the real rows copied under new keys, and every page opened."""

import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from faults.ground import ROOT, Ground, environment
from faults.server import Server, serve
from faults.session import PAGES, Session
from faults.trial import Findings, Size
from transforms.paths import DATA

LANGUAGES = ("en", "fr")
QUERIES = {"countries": {"country": "KEN"}}
"""Parameters without which a page shows nothing."""


def ten(size: Size, folder: Path) -> Findings:
    """Serve ten times the data; every page opens in both languages."""
    return _served(size.pick(2, 10), folder, size)


def hundred(size: Size, folder: Path) -> Findings:
    """Serve a hundred times the data; every page opens in both languages."""
    return _served(size.pick(3, 100), folder, size)


def _served(times: int, folder: Path, size: Size) -> Findings:
    found = Findings(f"With {times} times the data every page opens, and the server stays ready")
    ground = Ground(folder)
    ground.data.symlink_to(DATA)
    ground.database.parent.mkdir(exist_ok=True)
    _build(times, ground, found)
    with serve(ground) as server, Session(server.address, seconds=3_600) as tab:
        for name in PAGES[: size.pick(1, len(PAGES))]:
            _look(tab, name, found)
        found.figures["megabytes of the server"] = f"{server.megabytes():,.0f}"
        _is_whole(server, found)
    return found


def _build(times: int, ground: Ground, found: Findings) -> None:
    started = time.monotonic()
    command = [sys.executable, "-m", "tests.helpers.multiplied", str(times), str(ground.database)]
    built = subprocess.Popen(command, env=environment(), cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(built.pid, 0)
    built.returncode = os.waitstatus_to_exitcode(status)
    if built.returncode:
        raise RuntimeError(f"the build of {times} times the data ended with {built.returncode}")
    with duckdb.connect(ground.database.resolve(), read_only=True) as connection:
        [(rows,)] = connection.execute("SELECT rows FROM edition").fetchall()
        found.figures["rows"] = f"{rows:,}"
    found.figures["seconds of the build"] = f"{time.monotonic() - started:.0f}"
    found.figures["most megabytes of the build"] = f"{used.ru_maxrss / 1024:,.0f}"


def _look(tab: Session, name: str, found: Findings) -> None:
    seconds = []
    for language in LANGUAGES:
        started = time.monotonic()
        page = tab.open(name, lang=language, **QUERIES.get(name, {}))
        seconds.append(f"{time.monotonic() - started:.1f}")
        what = f"{name} in {language}: {page.exceptions}"
        found.expect(bool(page.elements) and not page.exceptions, what)
    found.figures[f"seconds until {name} is there, in {' and '.join(LANGUAGES)}"] = ", ".join(
        seconds
    )


def _is_whole(server: Server, found: Findings) -> None:
    found.expect(server.is_ready(), "it is not ready")
    found.expect(server.tracebacks() == 0, server.log.read_text("utf-8")[-1_000:])
