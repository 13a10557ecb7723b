"""Run the hostile queries of the tests with the limits of the server, and measure the harm.

Run ``python -m benchmarks.check_hostile`` (some twelve minutes). While two are answered at a time,
another reader turns the pages of the real dashboard in the same process, on another day at every
turn. What counts is that everything is contained, that each has an outcome within ten seconds, that
the other reader waits for less than one, and that a minute later all is as before; pages take
memory too, so as many are turned once more without queries.
"""

import collections
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.sandbox import Limits, Sandbox
from tests.helpers.hostile_corpus import hostile_queries
from tests.helpers.hostile_run import (
    CANARY,
    Attempt,
    Ground,
    attempts,
    children,
    megabytes,
    reading,
)
from transforms.paths import DASHBOARD

FILLED = 500
"""Rounds after which caches are full: results of so many queries are cached."""


def main() -> None:
    """Print what was tried, how it ended, and its effect on other readers."""
    turn = page()
    for number in range(1, FILLED):
        turn(-number)
    with tempfile.TemporaryDirectory() as folder:
        ground, sandbox, older = Ground(Path(folder)), Sandbox(), children()
        state = ground.state()
        with reading(turn, pause=0.5) as alone:
            time.sleep(15)
        print_reader("alone", alone[2:])
        print_server("before", sandbox, ground)
        with reading(turn, pause=0.5) as beside:
            found = attempts(sandbox, ground, hostile_queries(), Limits(), Limits())
        print_found(found, ground.state() == state)
        print_reader("meanwhile", beside)
        print_server("at once", sandbox, ground)
        time.sleep(60)
        print_server("a minute later", sandbox, ground)
        for number in range(len(beside), 2 * len(beside)):
            turn(number)
        print_server("as many pages later, without queries", sandbox, ground)
        sandbox.close()
        time.sleep(10)
        print(f"processes left: {len(children() - older)}")


def page() -> Callable[[int], object]:
    """Return a function that shows the page of commitments for the day of a number."""
    app = AppTest.from_file(DASHBOARD / "streamlit_app.py", default_timeout=120).run()
    app.switch_page("app_pages/commitments.py")

    def turn(number: int) -> None:
        app.query_params["as_of"] = (date(2020, 1, 1) + timedelta(days=number)).isoformat()
        assert not app.run().exception

    turn(0)
    return turn


def print_found(found: list[Attempt], untouched: bool) -> None:
    """Print how the queries ended."""
    leaks = [one for one in found if CANARY in one.output]
    slowest = max(found, key=lambda one: one.seconds)
    kinds = collections.Counter(one.ended for one in found)
    print(f"tried {len(found)}: {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}")
    print(f"read outside {len(leaks)}, files as before: {untouched}")
    print(f"slowest {slowest.seconds:.1f} s ({slowest.query.tries})")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest worker {largest:.0f} MB")


def print_reader(when: str, taken: list[float]) -> None:
    """Print how long another reader waited for a page."""
    *_, p95 = statistics.quantiles(taken, n=20)
    median = statistics.median(taken)
    print(f"another reader's page {when}: {len(taken)} turns,", end=" ")
    print(f"median {median:.2f} s, p95 {p95:.2f} s, longest {max(taken):.2f} s")


def print_server(when: str, sandbox: Sandbox, ground: Ground) -> None:
    """Print how large this process is, and how long a small query takes."""
    sandbox.warm(ground.database)
    milliseconds = small(sandbox, ground) * 1000
    load = os.getloadavg()[0]
    print(f"{when}: {megabytes():.0f} MB, small query {milliseconds:.0f} ms (load {load:.1f})")


def small(sandbox: Sandbox, ground: Ground, times: int = 7) -> float:
    """Return the median seconds of a small query, with workers ready."""
    taken = []
    for _ in range(times):
        time.sleep(1)
        started = time.monotonic()
        sandbox.run("SELECT count(*) AS n FROM numbers", ground.database)
        taken.append(time.monotonic() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
