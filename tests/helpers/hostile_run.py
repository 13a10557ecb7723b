"""Ask the hostile questions, two at a time, while another reader reads; note what happens."""

import hashlib
import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dashboard.sandbox import Limits, Sandbox, SandboxError
from tests.helpers.hostile_corpus import Hostile
from tests.helpers.numbers_file import write_numbers

CANARY = "canary-4711"
ENDLESS = ("contained", "time")
"""Of what ends like this, some only end when their time is over."""


@dataclass(frozen=True)
class Tried:
    """How one question ended: as what, with which words and rows, after how many seconds."""

    question: Hostile
    ended: str
    said: str
    seconds: float


class Ground:
    """A folder with the database, files to find and a place to write to."""

    def __init__(self, folder: Path) -> None:
        """Lay out the folder, which is there and empty."""
        self.folder = folder
        self.database = write_numbers(folder / "numbers.duckdb")
        (folder / "written").mkdir()
        for ending in ("csv", "json"):
            (folder / f"canary.{ending}").write_text(f'"secret"\n"{CANARY}"\n')
        pl.DataFrame({"secret": [CANARY]}).write_parquet(folder / "canary.parquet")
        write_numbers(folder / "canary.duckdb")

    def aimed(self, question: Hostile) -> str:
        """Return the text with the places of this ground."""
        return question.aimed(
            canary=str(self.folder / "canary"),
            database=str(self.database),
            folder=str(self.folder),
            target=str(self.folder / "written" / "target"),
        )

    def state(self) -> dict[str, str]:
        """Return every file of the ground with its content, and the names in likely places."""
        inside = {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            for path in self.folder.rglob("*")
        }
        others = (Path("/"), Path.home(), Path.home() / ".duckdb", Path.cwd())
        found = [str(path) for place in others if place.is_dir() for path in place.iterdir()]
        return inside | dict.fromkeys(found, "")


def tried(
    sandbox: Sandbox, ground: Ground, questions: list[Hostile], seconds: float
) -> list[Tried]:
    """Ask all, two at a time; give ``seconds`` to what may have no end."""

    def one(question: Hostile) -> Tried:
        limits = Limits(seconds=seconds) if question.expected in ENDLESS else Limits()
        started = time.monotonic()
        try:
            answer = sandbox.ask(ground.aimed(question), ground.database, {"day": "x"}, limits)
            ended, said = "answered", "" if answer.rows.width > 99 else _head(answer.rows)
        except SandboxError as refusal:
            ended, said = refusal.kind, str(refusal)
        return Tried(question, ended, said, time.monotonic() - started)

    with ThreadPoolExecutor(2) as readers:
        return list(readers.map(one, questions))


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


def small(sandbox: Sandbox, ground: Ground, times: int = 7) -> float:
    """Return the median seconds of a small question, with workers ready."""
    taken = []
    for _ in range(times):
        time.sleep(1)
        started = time.monotonic()
        sandbox.ask("SELECT count(*) AS n FROM numbers", ground.database)
        taken.append(time.monotonic() - started)
    return statistics.median(taken)


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


def left_behind(older: set[int], patience: float = 10) -> set[int]:
    """Return the processes that are still there after some seconds, but for the ``older`` ones."""
    end = time.monotonic() + patience
    while (left := children() - older) and time.monotonic() < end:
        time.sleep(0.1)
    return left
