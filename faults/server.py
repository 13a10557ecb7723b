"""The server as its owner starts it, and the memory and files that its processes hold."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from faults.ground import Ground, environment
from tools.browser import free_port, wait_until_well

SECONDS = 1_800.0
"""Time limit for starting and stopping a server: it only ends a hang, on any busy machine."""


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process and its log."""

    address: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def megabytes(self) -> float:
        """Return how much memory the server's own process holds."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 1024**2

    def descriptors(self) -> int:
        """Return how many files and sockets it has open."""
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def is_ready(self) -> bool:
        """Return whether it reports that it is ready; a busy machine may exceed its one second."""
        for _ in range(60):
            with suppress(OSError), urllib.request.urlopen(f"{self.address}/readyz", timeout=60):
                return True
            time.sleep(1)
        return False

    def tracebacks(self) -> int:
        """Return how many tracebacks its log holds."""
        return self.log.read_text("utf-8", "replace").count("Traceback (most recent call last)")


@contextmanager
def serve(ground: Ground, workers: int = 1, **more: str) -> Iterator[Server]:
    """Start ``tracker serve`` on a ground, with so many workers; it ends with the block.

    Raises:
        RuntimeError: It did not start; with its log.
    """
    port = free_port()
    handle, name = tempfile.mkstemp(suffix=".log")
    os.close(handle)
    log = Path(name)
    command = [sys.executable, "-m", "tracker", "serve", "--data", str(ground.data)]
    command += ["--database", str(ground.database), "--port", str(port)]
    command += ["--workers", str(workers)]
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, env=environment(**more), stdout=written, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://localhost:{port}"
        if not wait_until_well(address, process, SECONDS):
            raise RuntimeError(log.read_text("utf-8", "replace"))
        yield Server(address, process, log)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)
        log.unlink(missing_ok=True)
