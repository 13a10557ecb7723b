"""Several servers behind one port: editions that change under them, servers that are killed."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from shutil import which
from urllib.error import URLError
from urllib.request import urlopen

from faults import ground as grounds
from faults.ground import FEW, MORE, Ground
from faults.server import SECONDS, Server, serve
from faults.trial import Findings, Size
from transforms.database import editions

WORKERS = 2


def run(size: Size, folder: Path) -> Findings:
    """Switch editions and kill servers while readers query."""
    found = Findings("Several servers behind one port show one edition, and one may die")
    if which("haproxy", path="/usr/sbin:/usr/local/sbin:/usr/bin") is None:
        found.skipped = "HAProxy is not on this machine"
        return found
    ground = grounds.new(folder)
    ground.swap()
    ground.run("build")
    with serve(ground, WORKERS) as server:
        _wait_for(server, WORKERS)
        for _ in range(size.pick(3, 1_000)):
            _switch(ground, server, found)
        for _ in range(size.pick(1, 20)):
            _kill(server, found)
        found.expect(server.is_ready(), "it is not ready")
        alive = _wait_for(server, WORKERS)
    found.expect(server.process.returncode == 0, f"it ended with {server.process.returncode}")
    outlived = [pid for pid in alive if Path(f"/proc/{pid}").exists()]
    found.expect(not outlived, f"servers outlived the command: {outlived}")
    return found


def _switch(ground: Ground, server: Server, found: Findings) -> None:
    """Move to the other edition; from then on every server answers with that, and only that."""
    now = editions.current(ground.database)
    [other] = [path for path in ground.database.parent.glob("tracker-*.duckdb") if path != now]
    link = ground.database.with_name(".next")
    link.symlink_to(other.name)
    link.replace(ground.database)
    needs = ground.needs()[0]
    for _ in range(WORKERS):
        given = _needs(server)
        found.expect(given == needs, f"{given} needs where the edition has {needs}")
    found.count("switches of the edition")


def _kill(server: Server, found: Findings) -> None:
    """Kill a server; no request fails, and another server is started."""
    alive = _wait_for(server, WORKERS)
    os.kill(alive[0], signal.SIGKILL)
    for _ in range(10):
        given = _needs(server)
        found.expect(given in (FEW, MORE), f"after a kill: {given}")
    _wait_for(server, WORKERS, without=alive[0])
    found.count("servers killed")


def _needs(server: Server) -> int | str:
    """Return how many needs an answer holds, or why there is none."""
    try:
        with urlopen(f"{server.address}/data/needs.csv", timeout=SECONDS) as answer:
            return len(answer.read().splitlines()) - 1
    except (URLError, OSError) as error:
        return str(error)


def _wait_for(server: Server, number: int, without: int = 0) -> list[int]:
    """Return the processes of the servers once there are so many, and all answer."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        pids = _children(server.process.pid)
        if len(pids) == number and without not in pids and _answering(server) == number:
            return pids
        time.sleep(0.2)
    raise RuntimeError(server.log.read_text("utf-8", "replace"))


def _answering(server: Server) -> int:
    """Return how many servers the proxy uses, by the cookies that it sets."""
    seen = set()
    for _ in range(2 * WORKERS):
        with suppress(OSError), urlopen(f"{server.address}/healthz", timeout=SECONDS) as answer:
            seen.add(answer.headers["Set-Cookie"])
    return len(seen)


def _children(parent: int) -> list[int]:
    """Return the servers among the children of a process."""
    command = ["pgrep", "-P", str(parent), "-f", "dashboard run"]
    with suppress(FileNotFoundError):
        given = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        return [int(pid) for pid in given.split()]
    return []
