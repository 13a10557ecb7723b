"""Write what was measured as a page of the documentation."""

import os
import platform
import statistics
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks.questions import Costs
from benchmarks.usage import Series

NOTES = Path(__file__).with_name("notes.md")
"""What was measured apart, and what stands in the way."""
FLOOR = "DuckDB, plain copy"
HEAD = """# Benchmarks

What the tracker costs on data of several sizes, beside others that do a part of the same in the
same run. `make bench` measures all of it and writes this page; the data are the bundled ones many
times over under new keys (`benchmarks/generate.py`). What counts are ratios: seconds depend on the
machine. All times are processor time, of which other programs take nothing; rounds go in turns.

Machine: {machine}. Load when it began: {load:.0f}. Rounds: {rounds}.

`{command}`
"""
BUILD = """
## Build

Each reads the same CSV files. *The floor* is DuckDB copying them as text: nothing is checked,
typed, indexed or described. The tracker judges every row, types it, writes every view, and an index
of all words for the search. With processes or Dask, the tables are read, checked and sorted in
two processes, and the memory is that of the largest; the database is written by one.

| commitments | CSV, MB | who | CPU, s | least to most | against the floor | clock, s | peak, MB |
|---:|---:|---|---:|---:|---:|---:|---:|
"""
COSTS = """
## {title}

{what}

| {column} | {sizes} | largest against smallest |
|---|{rules}---:|
"""

WAITS = """
## What a reader waits for

In a real Chromium, in turns: the first visit of a browser, and another day on the page that is
open, each until nothing on the page changes any more. The processor time is the server's, of a
change to a day that nobody had asked for, and back to one that somebody had; the browser's is how
long the thread of the page was busy until then, which is longer on a busy machine as well. Times on
the clock are of this machine at that time: what counts is the ratio to the limit, a page of
Streamlit with one chart. Dash shows the same numbers, chart and lists on the same database, without
languages, links between views, files and records; it is measured where it is installed (`pip
install dash`).

| who | first visit, ms | against the limit | change, ms | against the limit | CPU, new day, ms | against the limit | CPU, known day, ms | against the limit | browser, first visit, ms | against the limit | browser, change, ms | against the limit |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
"""  # noqa: E501
LIMIT = "bare Streamlit"

Builds = Mapping[int, tuple[float, Mapping[str, Series]]]
"""By number of commitments: megabytes of CSV, and what each contender took."""


def page(
    builds: Builds,
    costs: Mapping[int, Mapping[str, Costs]],
    waits: Mapping[str, Costs],
    command: str,
) -> str:
    """Return the page in Markdown."""
    rounds = max(len(series.runs) for _, found in builds.values() for series in found.values())
    head = HEAD.format(machine=machine(), load=os.getloadavg()[0], rounds=rounds, command=command)
    notes = NOTES.read_text("utf-8")
    return "".join([head, BUILD, *_builds(builds), *_costs(costs), *_waits(waits), "\n", notes])


def machine() -> str:
    """Return what was measured on, and with."""
    packages = ("duckdb", "polars", "streamlit", "pandas")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}; Python {platform.python_version()}, {versions}"


def _builds(builds: Builds) -> Iterator[str]:
    for commitments, (megabytes, found) in builds.items():
        floor = found[FLOOR].cpu
        for name, series in found.items():
            least, most = series.spread
            cells = [
                f"{commitments:,}",
                f"{megabytes:,.0f}",
                name,
                f"{series.cpu:.2f}",
                f"{least:.2f} to {most:.2f}",
                f"{series.cpu / floor:.1f}",
                f"{series.wall:.1f}",
                f"{series.megabytes:,.0f}",
            ]
            yield f"| {' | '.join(cells)} |\n"


def _costs(costs: Mapping[int, Mapping[str, Costs]]) -> Iterator[str]:
    sizes = list(costs)
    for part, what in (
        ("questions", "Milliseconds of CPU until all rows of the answer are there, median."),
        ("pages", "Milliseconds of CPU of a page for a day that nobody had asked for, median."),
    ):
        yield COSTS.format(
            title=part.capitalize(),
            what=what,
            column=part.removesuffix("s"),
            sizes=" | ".join(f"{size:,} commitments" for size in sizes),
            rules="---:|" * len(sizes),
        )
        for name in costs[sizes[0]][part]:
            medians = [statistics.median(costs[size][part][name]) for size in sizes]
            shown = " | ".join(f"{median:,.0f}" for median in medians)
            yield f"| {name} | {shown} | {medians[-1] / medians[0]:.1f} |\n"


def _waits(waits: Mapping[str, Costs]) -> Iterator[str]:
    """Yield the table of what readers wait for; nothing where it was not measured."""
    if not waits:
        return
    yield WAITS
    medians = {
        name: {what: statistics.median(every) for what, every in costs.items() if every}
        for name, costs in waits.items()
    }
    for name, found in medians.items():
        cells = [
            cell
            for what, limit in medians[LIMIT].items()
            for cell in (
                (f"{found[what]:,.0f}", f"{found[what] / limit:.1f}")
                if what in found
                else ("never still", "")
            )
        ]
        yield f"| {name} | {' | '.join(cells)} |\n"
