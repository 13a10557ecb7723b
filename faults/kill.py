"""Builds killed at random moments, and at chosen system calls, while readers query."""

import os
import random
import shutil
import signal
import threading
import time
from pathlib import Path

import duckdb

from faults import ground as grounds
from faults.ground import FEW, MORE, Ground
from faults.trial import Findings, Size

CALLS = ("fsync", "fdatasync", "rename", "symlink", "unlink", "flock", "pwrite64", "utimensat")
"""System calls with which a build changes files; it is killed at the first, second … of them."""


def run(size: Size, folder: Path) -> Findings:
    """Kill builds; after each, what is served is whole, and the next build puts all in order."""
    found = Findings("A killed build leaves a whole edition, old or new; readers notice nothing")
    started = time.monotonic()
    ground = grounds.new(folder)
    lasts, chance = time.monotonic() - started, random.Random(0)
    whole = ground.needs()[1]
    with _reading(ground, whole, found, seconds=0.5 if size is Size.SHORT else 0.02):
        for number in range(size.pick(1, 150)):
            ground.write((MORE, FEW)[number % 2])
            _kill_after(ground, chance.random() * lasts)
            _judge(ground, whole, found, f"killed at a random moment, round {number}")
        for call, when in _moments(size):
            ground.swap()
            inject = f"inject={call}:signal=SIGKILL:when={when}"
            ground.run("build", before=("strace", "-f", "-q", "-o", os.devnull, "-e", inject))
            _judge(ground, whole, found, f"killed at {call} number {when}")
    ground.write(MORE)
    last = ground.run("build")
    found.expect(
        last.returncode == 0 and ground.needs()[0] == MORE, f"the next build: {last.stderr}"
    )
    found.expect(not ground.drafts(), f"left behind: {ground.drafts()}")
    return found


def _moments(size: Size) -> list[tuple[str, int]]:
    if not shutil.which("strace"):
        return []
    numbers = range(1, 2 if size is Size.SHORT else 8)
    return [(call, number) for number in numbers for call in CALLS][: size.pick(1, 50)]


def _kill_after(ground: Ground, seconds: float) -> None:
    build = ground.start("build")
    time.sleep(seconds)
    if build.poll() is None:
        os.killpg(build.pid, signal.SIGKILL)
    build.communicate()


def _judge(ground: Ground, whole: int, found: Findings, what: str) -> None:
    found.count("builds killed")
    try:
        needs, others = ground.needs()
    except (duckdb.Error, OSError) as error:
        found.expect(False, f"{what}: {error}")
    else:
        found.expect(
            needs in (FEW, MORE) and others == whole, f"{what}: {needs} needs, {others} rows"
        )


class _reading:  # noqa: N801
    """Have readers query in a loop while the block runs, and count every answer."""

    def __init__(self, ground: Ground, whole: int, found: Findings, seconds: float) -> None:
        self.over, self.found, self.pause = threading.Event(), found, seconds
        self.thread = threading.Thread(target=self._ask, args=(ground, whole))

    def _ask(self, ground: Ground, whole: int) -> None:
        while not self.over.wait(self.pause):
            self.found.count("answers to readers meanwhile")
            try:
                needs, others = ground.needs()
            except (duckdb.Error, OSError) as error:
                self.found.failures.append(f"a reader met: {error}")
            else:
                if needs not in (FEW, MORE) or others != whole:
                    self.found.failures.append(f"a reader saw {needs} needs, {others} other rows")

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()
