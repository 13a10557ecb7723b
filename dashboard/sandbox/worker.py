"""One process that waits for one question: started, asked, killed."""

import io
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import polars as pl

from dashboard.sandbox.answers import Answer, Limits, SandboxError

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = ("-P", "-s", "-m", "dashboard.sandbox_worker")
ENVIRONMENT = {"PATH": "", "PYTHONPATH": str(ROOT), "POLARS_MAX_THREADS": "1"}
"""All that a worker sees of this process's environment."""

TIME_OVER = (-signal.SIGXCPU, -signal.SIGALRM)
"""How a worker ends that says nothing, where it was time."""
NO_MEMORY = (-signal.SIGKILL, -signal.SIGABRT)
"""The same, where the system took it away, or gave it no more."""


class Worker:
    """A process that sees nothing of this one, and answers one question."""

    def __init__(self, told: bytes = b"") -> None:
        """Start it, and tell it what it may do first; that takes a while, and is not waited for."""
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
        self._questions, self._answers = self._process.stdin, self._process.stdout
        self._tell(told)

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(
        self, question: bytes, limits: Limits, refuse: Callable[[SandboxError], None]
    ) -> Answer:
        """Send the question; read until the answer ends, is too large or takes too long.

        The last is told to ``refuse`` at once: a large process takes a while to be gone.
        """
        started = time.monotonic()
        overdue = SandboxError("time")
        timed_out = threading.Event()

        def stop() -> None:
            timed_out.set()
            refuse(overdue)
            self.kill()

        timer = threading.Timer(limits.seconds, stop)
        timer.daemon = True
        timer.start()
        self._tell(question)
        reply = self._answers.read(limits.bytes + 1)
        timer.cancel()
        if timed_out.is_set():
            raise overdue
        if len(reply) > limits.bytes:
            raise SandboxError("size")
        return self._parsed(reply, started)

    def kill(self) -> None:
        """Have it end at once; from any thread."""
        self._process.kill()

    def end(self) -> None:
        """Kill it, wait until it is gone, and tidy up."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._questions, self._answers):
            with suppress(BrokenPipeError):
                pipe.close()

    def _tell(self, told: bytes) -> None:
        with suppress(BrokenPipeError):  # what is gone has said why
            self._questions.write(told)
            self._questions.flush()

    def _parsed(self, reply: bytes, started: float) -> Answer:
        head, found, body = reply.partition(b"\n")
        if not found:
            raise SandboxError(_why(self._process.wait()))
        header = json.loads(head)
        if "error" in header:
            raise SandboxError(header["error"], header["message"])
        try:
            rows = pl.read_ipc(io.BytesIO(body))
        except (pl.exceptions.PolarsError, OSError):
            raise SandboxError(_why(self._process.wait())) from None
        taken = time.monotonic() - started
        return Answer(rows, tuple(header["types"]), taken, header["truncated"], header["cut"])


def _why(code: int) -> str:
    """Name the kind of refusal of a worker that ended without a word."""
    if code in TIME_OVER:
        return "time"
    return "memory" if code in NO_MEMORY else "crash"
