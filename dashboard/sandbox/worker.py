"""One process that waits for one query, runs it, and is killed."""

import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import polars as pl

from dashboard.sandbox.limits import Limits
from dashboard.sandbox.results import Result, SandboxError

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = ("-P", "-s", "-m", "dashboard.sandbox_worker")
ENVIRONMENT = {"PATH": "", "PYTHONPATH": str(ROOT), "POLARS_MAX_THREADS": "1"}
"""All that a worker sees of this process's environment."""

OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGALRM)
"""Exit codes of a worker that ended without a reply because its time was over."""
OUT_OF_MEMORY = (-signal.SIGKILL, -signal.SIGABRT)
"""The same, where the system killed it, or gave it no more memory."""


class Worker:
    """A process that sees nothing of this one, and runs one query."""

    def __init__(self, message: bytes = b"") -> None:
        """Start it, and send it a first message; that takes a while, and is not waited for."""
        self._process = subprocess.Popen(
            [sys.executable, *OPTIONS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=ENVIRONMENT,
            # A group of its own, so that Ctrl-C does not reach it; but no session of its own:
            # Linux shares processors out by session first, and its niceness would not count.
            process_group=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout
        self._stopped_for: Exception | None = None
        self._send(message)

    @property
    def alive(self) -> bool:
        """Whether it can still be sent a query."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def run(self, message: bytes, limits: Limits, on_start: Callable[[], None]) -> Result:
        """Send a query; read until the result ends or is too large.

        ``on_start`` is called when the process is up and begins with the query.

        Raises:
            SandboxError: There is no result.
            Exception: It was stopped; what was given to `stop`.
        """
        started = time.monotonic()
        self._send(message)
        self._output.readline()
        on_start()
        reply = self._output.read(limits.bytes + 1)
        if self._stopped_for is not None:
            raise self._stopped_for
        if len(reply) > limits.bytes:
            raise SandboxError("size")
        return self._parsed(reply, started)

    def stop(self, reason: Exception) -> None:
        """Kill it, and have `run` raise the first ``reason``; from any thread."""
        self._stopped_for = self._stopped_for or reason
        self.kill()

    def kill(self) -> None:
        """Have it end at once; from any thread."""
        self._process.kill()

    def wait(self, seconds: float) -> int:
        """Wait until it has ended by itself, and return its exit code, or minus its signal.

        Raises:
            subprocess.TimeoutExpired: It has not ended within so many ``seconds``.
        """
        return self._process.wait(seconds)

    def close_input(self) -> None:
        """Send nothing more: it ends, as it does when this process is gone."""
        with suppress(BrokenPipeError):
            self._input.close()

    def end(self) -> None:
        """Kill it, wait until it is gone, and tidy up."""
        self._process.kill()
        self._process.wait()
        self.close_input()
        self._output.close()

    def _send(self, message: bytes) -> None:
        with suppress(BrokenPipeError):  # if it is gone, its exit code says why
            self._input.write(message)
            self._input.flush()

    def _parsed(self, reply: bytes, started: float) -> Result:
        first_line, newline, body = reply.partition(b"\n")
        if not newline:
            raise SandboxError(_kind_of_end(self._process.wait()))
        header = json.loads(first_line)
        if "error" in header:
            raise SandboxError(header["error"], header["message"])
        try:
            rows = pl.read_ipc(io.BytesIO(body))
        except (pl.exceptions.PolarsError, OSError):
            raise SandboxError(_kind_of_end(self._process.wait())) from None
        taken = time.monotonic() - started
        truncated, shortened = header["truncated"], header["shortened"]
        return Result(rows, tuple(header["types"]), taken, truncated, shortened)


def _kind_of_end(code: int) -> str:
    """Return the kind of refusal of a worker that ended without a reply."""
    if code in OUT_OF_TIME:
        return "time"
    return "memory" if code in OUT_OF_MEMORY else "crash"
