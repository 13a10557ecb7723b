"""Write what the trials found as a page of the documentation."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from faults.results import Result

SHOWN = 20
"""Failures of one trial that the page lists."""
MENDED = Path(__file__).with_name("mended.md")
"""Faults that were found in use, with what holds them now."""

HEAD = """# Faults

What the tracker promises under fault, and how often it was put to the test. `make faults` runs all
of it and writes this page; `make test` runs a short lane of each trial.

Machine: {machines}.

*Load* is how many processes wanted to run when a trial began: on a machine with two cores, a load
of eight makes everything four times as slow. *Commit* is that of the code; a plus sign says that
files differed from it.

| trial | promise | tried | failed | minutes | load | day | commit |
|---|---|---:|---:|---:|---:|---|---|
"""


def page(results: Mapping[str, Result]) -> str:
    """Return the page, in Markdown: a table of all trials, the figures of each, old faults."""
    machines = "; ".join(dict.fromkeys(result.machine for result in results.values()))
    head = HEAD.format(machines=machines)
    rows = "".join(_row(name, result) for name, result in results.items())
    parts = "".join(_part(name, result) for name, result in results.items())
    return f"{head}{rows}{parts}\n{MENDED.read_text('utf-8')}"


def _row(name: str, result: Result) -> str:
    found = result.findings
    cells = [
        name,
        found.promise,
        f"{found.tried:,}",
        f"{len(found.failures):,}",
        f"{result.seconds / 60:.1f}",
        f"{result.load:.0f}",
        result.day,
        result.commit,
    ]
    return f"| {' | '.join(cells)} |\n"


def _part(name: str, result: Result) -> str:
    return "".join(f"{line}\n" for line in ["", f"## {name.capitalize()}", "", *_lines(result)])


def _lines(result: Result) -> Iterable[str]:
    found = result.findings
    yield from (f"- {figure}: {value}" for figure, value in found.figures.items())
    if found.skipped:
        yield f"- not run: {found.skipped}"
    yield from (f"- **failed**: {_one_line(text)}" for text in found.failures[:SHOWN])
    if (further := len(found.failures) - SHOWN) > 0:
        yield f"- and {further} more"
    if not found.figures and not found.failures:
        yield "- nothing failed"


def _one_line(text: str) -> str:
    words = " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")
    return words[:300]
