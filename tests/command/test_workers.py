"""``tracker serve --workers``: several servers behind one port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.helpers.tracker_command import tracker
from tracker import workers
from transforms.paths import ROOT

HANG = 300.0
"""Seconds after which a test that waits gives up: it only ends a hang."""


def test_a_reader_stays_with_a_server_and_files_take_any() -> None:
    """It sets a cookie for pages, and none for what shared caches may keep."""
    told = workers.configuration("localhost", 8501, [9001, 9002])
    pages, files = told.split("\nbackend stateless")

    assert "bind 127.0.0.1:8501" in pages
    assert "server worker2 127.0.0.1:9002 check cookie worker2" in pages
    assert "cookie" not in files
    assert "server worker2 127.0.0.1:9002 track sticky/worker2" in files


def test_without_haproxy_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It names the program and the package before it starts anything."""
    monkeypatch.setattr("tracker.workers.which", lambda *_, **__: None)
    result = tracker("serve", "--workers", "2", "--database", str(tmp_path / "own.duckdb"))

    assert result.exit_code == 1
    assert "apt install haproxy" in result.stderr


@pytest.fixture
def site(duplicate: Path) -> Iterator[str]:
    """The address of two servers behind one port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "tracker", "serve", "--workers", "2", "--port", port]
    started = subprocess.Popen([*command, "--database", str(duplicate)], cwd=ROOT)
    address = f"http://localhost:{port}"
    try:
        until(lambda: get(address, "/readyz") == 200)
        yield address
    finally:
        started.terminate()
        assert started.wait(HANG) == 0
    assert servers(address) == []


@pytest.mark.slow
@pytest.mark.skipif(not which("haproxy", path="/usr/sbin:/usr/bin"), reason="HAProxy is not here")
def test_when_a_server_ends_the_other_answers_until_it_is_back(site: str) -> None:
    """It loses no request, and has two servers again a while later."""
    until(lambda: len(servers(site)) == 2)
    killed, _ = servers(site)
    os.kill(killed, signal.SIGKILL)
    answers = {get(site, f"/data/coverage.csv?limit={n}") for n in range(1, 20)}

    assert answers == {200}
    until(lambda: len(servers(site)) == 2 and killed not in servers(site))


def get(site: str, path: str) -> int:
    """Return the status of an answer; 0 where there is none."""
    try:
        with urlopen(site + path) as answer:
            return int(answer.status)
    except URLError as error:
        return int(getattr(error, "code", 0))


def servers(site: str) -> list[int]:
    """Return the processes of the servers that began with the command for this site."""
    parents = _matching(f"--port\0{site.rpartition(':')[2]}\0".encode(), b"tracker\0serve")
    return [
        pid
        for pid in _matching(b"dashboard\0run")
        if Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()[1]
        in map(str, parents)
    ]


def _matching(*parts: bytes) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_bytes()
        except OSError:  # it ended meanwhile
            continue
        if all(part in command for part in parts):
            found.append(int(path.parent.name))
    return found


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + HANG
    while not condition():
        assert time.monotonic() < end, "it hangs"
        time.sleep(0.2)
