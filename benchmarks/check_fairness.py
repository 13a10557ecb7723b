"""Measure how long a short query, and another reader's page, take while four long queries run.

Run ``python -m benchmarks.check_fairness`` (some two minutes). What counts is that a short query
has a result within a second, and the page too, while four queries of nine seconds are under way;
both are measured alone first, in the same process. A short query that comes at the same moment as
four long ones waits for a slice of the time of the two that have no place in the main lane.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from benchmarks.check_hostile import page
from dashboard.sandbox import Client, PendingQuery, Sandbox, SandboxError
from transforms.paths import DATABASE

LONG = "SELECT count(*) FROM range(1_000_000_000) AS a(x), range({}) AS b(y) WHERE x < y"
TIMES = 7
ROUNDS = 3


def main() -> None:
    """Print the seconds of a short query and of a page, alone and beside four long queries."""
    turn, sandbox = page(), Sandbox()
    sandbox.warm(DATABASE.resolve())
    time.sleep(3)
    show("short query alone", [seconds(lambda: short(sandbox)) for _ in range(TIMES)])
    show("page alone", [seconds(partial(turn, n)) for n in range(1, TIMES)])
    at_once: list[float] = []
    queries: list[float] = []
    pages: list[float] = []
    for number in range(ROUNDS):
        with four_long_queries(sandbox) as long:
            at_once.append(seconds(lambda: short(sandbox)))
            while all(query.is_open for query in long):
                queries.append(seconds(lambda: short(sandbox)))
                pages.append(seconds(partial(turn, 100 * (number + 1) + len(pages))))
                time.sleep(0.3)
    show("short query right behind four long", at_once)
    show("short query beside four long ones", queries)
    show("page beside four long queries", pages)
    sandbox.close()


def short(sandbox: Sandbox) -> None:
    """Run a short query as a reader of its own."""
    pending = sandbox.submit("SELECT 1", DATABASE.resolve(), client=Client("short", "10.0.0.1"))
    outcome = pending.wait()
    if isinstance(outcome, SandboxError):
        raise outcome


@contextmanager
def four_long_queries(sandbox: Sandbox) -> Iterator[list[PendingQuery]]:
    """Submit four queries of four readers that run until their time is over; yield at once."""
    long = [
        sandbox.submit(
            LONG.format(1_000 + place),
            DATABASE.resolve(),
            client=Client(f"{place}", f"10.0.1.{place}"),
        )
        for place in range(4)
    ]
    yield long
    for query in long:
        query.cancel()


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def show(name: str, taken: list[float]) -> None:
    """Print one line."""
    median = statistics.median(taken)
    print(f"{name:36} {len(taken):3} times  median {median:.2f} s  longest {max(taken):.2f} s")


if __name__ == "__main__":
    main()
