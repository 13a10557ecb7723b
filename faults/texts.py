"""Hostile text in every text of the data, looked at in a real browser."""

import csv
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Dialog

from faults import ground as grounds
from faults.ground import Ground, environment
from faults.server import Server, serve
from faults.session import PAGES
from faults.trial import Findings, Size
from tools.browser import browser, open_page

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "<script>document.body.id='AINJ'</script>",
    "[AINJ](javascript:alert(1))",
    '<a href="javascript:alert(1)">AINJ</a>',
    "$\\color{red}{AINJ}$",
    ":red[AINJ] :material/home:",
    "</script></style><h1 id=AINJ>AINJ</h1>",
    "5 < 6 &amp; &copy; <b>AINJ</b>",
    "1. AINJ and 2026. www.evil.example a@evil.example",
    "{{7*7}} ${HOME} %s {0}",
)
WORDS = ("name", "title", "summary", "note", "rationale", "definition", "publisher", "locator")
"""How the names of columns with free text begin or end; keys, codes and dates are left alone."""
BUILD = """
import sys
from pathlib import Path
from transforms import pipeline
from transforms.staging import judging, tables
# As if a check had a gap.
tables.row_problems = judging.problems_of_tables = lambda *_, **__: []
pipeline.build(Path(sys.argv[1]), Path(sys.argv[2]))
"""
INJECTED = """() => [...document.querySelectorAll(
  '#AINJ, [onerror], a[href^="javascript:"], img[src="x"], .katex')].map(node => node.outerHTML)"""


def run(size: Size, folder: Path) -> Findings:
    """Open every page in both languages; none of the text runs, loads or becomes a link."""
    found = Findings("Text of the data is shown as text, on every page, whatever it holds")
    with browser() as chromium:
        for number, payload in enumerate(PAYLOADS[: size.pick(1, len(PAYLOADS))]):
            ground = Ground(folder / str(number))
            ground.write(1)
            _put_in(ground, payload)
            command = [sys.executable, "-c", BUILD, str(ground.data), str(ground.database)]
            subprocess.run(command, env=environment(), check=True, cwd=grounds.ROOT)
            with serve(ground) as server:
                _look(chromium, server, found, payload, size)
    return found


def _put_in(ground: Ground, payload: str) -> None:
    """Put the payload before every text of the data."""
    for path in ground.data.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        places = [place for place, name in enumerate(header) if _is_text(name)]
        for row in rows:
            for place in places:
                if row[place]:
                    row[place] = f"{payload} {row[place]}"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])


def _is_text(column: str) -> bool:
    return any(word in column.split("_") for word in WORDS) and not column.endswith("_name")


def _look(chromium: Browser, server: Server, found: Findings, payload: str, size: Size) -> None:
    context = chromium.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    hosts: set[str] = set()

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for name in PAGES[: size.pick(1, len(PAGES))]:
        for language in ("en", "fr")[: size.pick(1, 2)]:
            open_page(page, server.address, name, lang=language)
            found.count("pages looked at")
            what = f"{payload!r} on {name} in {language}"
            injected = page.evaluate(INJECTED)
            found.expect(not injected, f"{what} became {injected}")
            found.expect(
                not page.locator('[data-testid="stException"]').count(), f"{what}: an exception"
            )
    found.expect(not dialogs, f"{payload!r} opened {dialogs}")
    outside = {host for host in hosts if host and not host.startswith("localhost")}
    found.expect(not outside, f"{payload!r} asked {outside}")
    context.close()
