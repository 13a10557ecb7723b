"""Run the hostile queries, two at a time, while another reader reads; note what happens."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dashboard.sandbox import Limits, Sandbox, SandboxError
from tests.helpers.hostile_corpus import HostileQuery
from tests.helpers.numbers_file import write_numbers

CANARY = "canary-4711"
MAY_BE_ENDLESS = ("contained", "time")
"""Of queries that should end like this, some end only when their time is over."""


@dataclass(frozen=True)
class Attempt:
    """How one query ended: as what, with which message and rows, after how many seconds."""

    query: HostileQuery
    ended: str
    output: str
    seconds: float


class Ground:
    """A folder with the database, files to find and places to write to.

    `home` and `work` are for the home and the working directory of the process: no other test
    writes there meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        """Lay out the folder, which is there and empty."""
        self.folder = folder
        self.database = write_numbers(folder / "numbers.duckdb")
        self.home, self.work = folder / "home", folder / "work"
        for place in (self.home, self.work, folder / "written"):
            place.mkdir()
        for ending in ("csv", "json"):
            (folder / f"canary.{ending}").write_text(f'"secret"\n"{CANARY}"\n')
        pl.DataFrame({"secret": [CANARY]}).write_parquet(folder / "canary.parquet")
        write_numbers(folder / "canary.duckdb")

    def aimed(self, query: HostileQuery) -> str:
        """Return the SQL with the places of this ground."""
        return query.aimed(
            canary=str(self.folder / "canary"),
            database=str(self.database),
            folder=str(self.folder),
            target=str(self.folder / "written" / "target"),
        )

    def state(self) -> dict[str, str]:
        """Return every file of the ground with its content, and the names where workers run."""
        inside = {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            for path in self.folder.rglob("*")
        }
        return inside | {str(path): "" for path in Path("/").iterdir()}


def attempts(
    sandbox: Sandbox, ground: Ground, queries: list[HostileQuery], limits: Limits, endless: Limits
) -> list[Attempt]:
    """Run all, two at a time, within ``limits``, or ``endless`` for what may have no end."""

    def attempt(query: HostileQuery) -> Attempt:
        own = endless if query.expected in MAY_BE_ENDLESS else limits
        started = time.monotonic()
        try:
            result = sandbox.run(ground.aimed(query), ground.database, {"day": "x"}, own)
            ended, output = "answered", "" if result.rows.width > 99 else _head(result.rows)
        except SandboxError as refusal:
            ended, output = refusal.kind, str(refusal)
        return Attempt(query, ended, output, time.monotonic() - started)

    with ThreadPoolExecutor(2) as readers:
        return list(readers.map(attempt, queries))


def _head(rows: pl.DataFrame) -> str:
    return str([[str(value)[:1_000] for value in row] for row in rows.head(20).rows()])


@contextmanager
def reading(read: Callable[[int], object], pause: float) -> Iterator[list[float]]:
    """Have a thread ``read`` again and again; yield the seconds that each took."""
    taken: list[float] = []
    over = threading.Event()

    def go_on() -> None:
        while not over.is_set():
            started = time.monotonic()
            read(len(taken))
            taken.append(time.monotonic() - started)
            over.wait(pause)

    reader = threading.Thread(target=go_on)
    reader.start()
    try:
        yield taken
    finally:
        over.set()
        reader.join()


def megabytes() -> float:
    """Return how much memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1024**2


def children() -> set[int]:
    """Return the processes that this one has started and that are there."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread may end while it is looked at
            found |= {int(child) for child in (task / "children").read_text().split()}
    return found
