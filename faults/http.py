"""Addresses and pages requested with parameters that nobody would choose."""

import random
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlencode

from faults import ground as grounds
from faults.server import Server, serve
from faults.session import PAGES, Session
from faults.trial import Findings, Size

SECONDS = 300
"""Time limit for schemathesis: all it could try takes an hour on a busy machine."""
PATHS = (
    "/data/", "/data/commitments_on.csv", "/data/members_on.json", "/data/needs.parquet",
    "/data/actors.xlsx", "/data/{}.csv", "/dictionary", "/dictionary.json", "/datapackage.json",
    "/deadlines.ics", "/changes.atom", "/editions.json", "/editions/{}.duckdb", "/openapi.json",
    "/healthz", "/readyz", "/tracker.duckdb", "/{}", "/commitments", "/sql", "/_stcore/{}",
)  # fmt: skip
NAMES = (
    "as_of",
    "lang",
    "status",
    "limit",
    "offset",
    "country",
    "q",
    "actor",
    "id",
    "periods",
    "x",
)
VALUES = (
    "", "0", "-1", "2026-01-01", "9999-12-31", "0000-00-00", "2026-02-30", "KEN", "ken", "xx", "é",
    "'", '"; DROP TABLE needs; --', "../../etc/passwd", "%00", "\0", "<script>alert(1)</script>",
    "{{7*7}}", "${HOME}", "1e999", "null", "true", "[]", "a" * 5_000, "\u202e", "\n", "\r\nX: y",
    "*", "%", "_", "complete,limited", "complete&status=limited", "🙂", "=1+1", "1;2",
)  # fmt: skip


def run(size: Size, folder: Path) -> Findings:
    """Send requests; none is answered with a server error or with internals of the server."""
    found = Findings("No request gets an error of the server, a traceback or a path of its folders")
    ground, chance = grounds.new(folder), random.Random(3)
    with serve(ground) as server:
        for _ in range(size.pick(60, 2_000)):
            _ask(server, ground, found, chance)
        for _ in range(size.pick(6, 400)):
            _turn(server, ground, found, chance)
        if size is Size.FULL:
            _described(server, found)
        found.expect(server.tracebacks() == 0, server.log.read_text("utf-8")[-2_000:])
    return found


def _parameters(chance: random.Random) -> list[tuple[str, str]]:
    return [(chance.choice(NAMES), chance.choice(VALUES)) for _ in range(chance.randrange(4))]


def _ask(server: Server, ground: grounds.Ground, found: Findings, chance: random.Random) -> None:
    path = chance.choice(PATHS).format(quote(chance.choice(VALUES)[:200], safe="/"))
    address = f"{server.address}{path}?{urlencode(_parameters(chance))}"
    method = chance.choice(("GET", "GET", "GET", "HEAD", "POST", "PUT"))
    request = urllib.request.Request(address, method=method, headers=_headers(chance))
    try:
        with urllib.request.urlopen(request, timeout=600) as answer:
            status, content = answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        status, content = refusal.code, refusal.read()
    except (OSError, ValueError) as error:
        found.expect(False, f"{method} {address[:200]}: {error}")
        return
    found.count(f"answered {status}")
    found.expect(status < 500, f"{method} {address[:300]}: {status}")
    leaked = str(ground.folder).encode() in content or str(grounds.ROOT).encode() in content
    found.expect(not leaked, f"{method} {address[:300]} shows a path")


def _headers(chance: random.Random) -> dict[str, str]:
    values = (
        "fr",
        "*",
        "gzip;q=0",
        "bytes=5-2",
        "bytes=0-1",
        '"x"',
        "text/html",
        "q=;,",
        "a" * 900,
    )
    names = ("Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "If-Range")
    return {chance.choice(names): chance.choice(values) for _ in range(chance.randrange(3))}


def _turn(server: Server, ground: grounds.Ground, found: Findings, chance: random.Random) -> None:
    name, query = chance.choice(PAGES), dict(_parameters(chance))
    with Session(server.address) as tab:
        page = tab.open(name, **query)
    found.count("pages opened")
    found.expect(bool(page.elements) and not page.exceptions, f"{name} {query}: {page.exceptions}")


def _described(server: Server, found: Findings) -> None:
    """Let schemathesis try what the description of the addresses allows and what it does not."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "run"]
    command += [f"{server.address}/openapi.json", "--checks", "not_a_server_error"]
    command += ["--max-examples", "30", "--no-color"]
    command += ["--max-time", str(SECONDS), "--request-timeout", "600"]
    ended = subprocess.run(command, text=True, capture_output=True)
    found.expect(ended.returncode == 0, ended.stdout[-2_000:])
    found.figures["seconds of schemathesis, at most"] = str(SECONDS)
