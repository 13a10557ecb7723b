"""Measure the tracker and its peers, and write docs/benchmarks.md.

python -m benchmarks [--sizes 1000,100000] [--rounds 5] [--page docs/benchmarks.md]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders import contenders
from benchmarks.questions import PAGES, Costs
from benchmarks.report import page
from benchmarks.usage import ROOT, Series, Usage, run

SIZES = (1_000, 10_000, 100_000)
PAGE = ROOT / "docs" / "benchmarks.md"


def measure(
    sizes: Sequence[int],
    rounds: int,
    folder: Path,
    command: str,
    pages: Sequence[str] = tuple(PAGES),
    *,
    without: Sequence[str] = (),
    chromium: bool = True,
) -> str:
    """Measure everything at every size in an empty folder; return the page.

    Contenders may be left out. A real Chromium is only needed for what readers wait for, on the
    smallest data.
    """
    builds: dict[int, tuple[float, dict[str, Series]]] = {}
    costs: dict[int, dict[str, Costs]] = {}
    for size in sizes:
        data = folder / f"data-{size}"
        # In a process of its own: a child's peak of memory is at least that of who starts it.
        run([sys.executable, "-m", "benchmarks.generate", data, "--commitments", str(size)])
        megabytes = sum(file.stat().st_size for file in data.glob("*.csv")) / 1e6
        database = folder / f"built-{size}" / "tracker.duckdb"
        run([sys.executable, "-m", "tracker", "build", "--data", data, "--database", database])
        builds[size] = megabytes, _built(data, rounds, without)
        costs[size] = _measured("benchmarks.questions", database, rounds, ",".join(pages))
        print(f"{size:,} commitments measured", file=sys.stderr, flush=True)
    smallest = folder / f"built-{sizes[0]}" / "tracker.duckdb"
    waits = _measured("benchmarks.changes", smallest, rounds) if chromium else {}
    return page(builds, costs, waits, command)


def _built(data: Path, rounds: int, without: Sequence[str]) -> dict[str, Series]:
    """Have each contender build, in turns, each time into an empty folder."""
    every = {name: each for name, each in contenders().items() if name not in without}
    runs: dict[str, list[Usage]] = {name: [] for name in every}
    for _ in range(rounds):
        for name, command in every.items():
            with tempfile.TemporaryDirectory(dir=data.parent) as out:
                runs[name].append(run(command(data, Path(out))))
    return {name: Series(tuple(found)) for name, found in runs.items()}


def _measured(module: str, database: Path, rounds: int, *further: str) -> dict[str, Costs]:
    """Return what a module of these measured in a process of its own."""
    command = [sys.executable, "-m", module, str(database), str(rounds), *further]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    costs: dict[str, Costs] = json.loads(output.splitlines()[-1])
    return costs


def main() -> None:
    """Measure what the options select, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    numbers = lambda text: [int(each) for each in text.split(",")]  # noqa: E731
    parser.add_argument("--sizes", type=numbers, default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", type=Path, default=PAGE)
    given = parser.parse_args()
    command = " ".join(["python -m benchmarks", *sys.argv[1:]])
    with tempfile.TemporaryDirectory() as folder:
        text = measure(given.sizes, given.rounds, Path(folder), command)
    given.page.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
