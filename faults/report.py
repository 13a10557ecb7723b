"""Write what the trials found as a page of the documentation."""

from collections.abc import Mapping
from datetime import date

from faults.trial import Findings, machine

SHOWN = 20
"""Failures of one trial that the page lists."""

HEAD = """# Faults

What the tracker promises under fault, and how often it was put to the test. `make faults` runs all
of it and writes this page; `make test` runs a short lane of each.

Run on {day}: {machine}.

| trial | promise | tried | failed |
|---|---|---:|---:|
"""


def page(findings: Mapping[str, Findings], day: date) -> str:
    """Return the page, in Markdown: a table of all trials, then the figures of each."""
    rows = [
        f"| {name} | {found.promise} | {found.tried:,} | {len(found.failures):,} |\n"
        for name, found in findings.items()
    ]
    parts = [_part(name, found) for name, found in findings.items()]
    return HEAD.format(day=day.isoformat(), machine=machine()) + "".join(rows) + "".join(parts)


def _part(name: str, found: Findings) -> str:
    lines = [f"\n## {name.capitalize()}\n\n"]
    lines += [f"- {figure}: {value}\n" for figure, value in found.figures.items()]
    lines += [f"- not run: {found.skipped}\n"] if found.skipped else []
    lines += [f"- **failed**: {_one_line(text)}\n" for text in found.failures[:SHOWN]]
    further = len(found.failures) - SHOWN
    return "".join(lines) + (f"- and {further} more\n" if further > 0 else "")


def _one_line(text: str) -> str:
    words = " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")
    return words[:300]
