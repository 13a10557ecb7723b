"""Measure a small query in the sandbox against the same one on a plain connection.

Run ``python benchmarks/check_sandbox.py``. The peer is DuckDB in this process, on the same file in
the same run; what counts is the ratio, and that the median with a worker ready is under 100 ms.
One after the other means with a pause in which workers get ready; back to back means without.
"""

import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from dashboard.sandbox import Sandbox
from transforms.paths import DATABASE

TIMES = 40
PAUSE = 1.0
QUERIES: dict[str, dict[str, object]] = {
    "SELECT count(*) AS n FROM commitments": {},
    "FROM commitments_on($day)": {"day": date(2026, 1, 1)},
}


def main() -> None:
    """Print the median and the 95th percentile of each way, and the ratios."""
    file, sandbox = DATABASE.resolve(), Sandbox()
    sandbox.warm(file)
    time.sleep(3 * PAUSE)
    with duckdb.connect(file, read_only=True) as connection:
        for sql, values in QUERIES.items():
            print(sql)
            compare(partial(rows, connection, sql, values), partial(sandbox.run, sql, file, values))
    print(f"an idle worker: {statistics.mean(waiting(sandbox)):.0f} MB of its own and shared")
    sandbox.close()


def rows(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, object]
) -> list[tuple[object, ...]]:
    """Run a query in this process."""
    return connection.sql(sql, params=values or None).fetchall()


def compare(plainly: Callable[[], object], safely: Callable[[], object]) -> None:
    """Print how long each way takes."""
    plain = measured(plainly)
    show("in this process", plain, plain)
    for name, pause in (("one after the other", PAUSE), ("back to back", 0.0)):
        show(name, measured(safely, pause), plain)
    time.sleep(3 * PAUSE)


def measured(query: Callable[[], object], pause: float = 0.0) -> list[float]:
    """Run a query again and again; return the milliseconds of each."""
    taken = []
    for _ in range(TIMES):
        time.sleep(pause)
        started = time.perf_counter()
        query()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def show(name: str, taken: list[float], plain: list[float]) -> None:
    """Print one line."""
    *_, p95 = statistics.quantiles(taken, n=20)
    ratio = statistics.median(taken) / statistics.median(plain)
    print(
        f"  {name:20} median {statistics.median(taken):6.1f} ms  p95 {p95:6.1f} ms  × {ratio:.1f}"
    )


def waiting(sandbox: Sandbox) -> list[float]:
    """Return the memory of each idle worker, shared pages in proportion, in megabytes."""
    sizes = []
    for worker in sandbox.idle:
        lines = Path(f"/proc/{worker.pid}/smaps_rollup").read_text().splitlines()
        [size] = [line.split()[1] for line in lines if line.startswith("Pss:")]
        sizes.append(int(size) / 1024)
    return sizes


if __name__ == "__main__":
    main()
