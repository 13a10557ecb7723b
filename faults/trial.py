"""The input and the result of a trial."""

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from importlib.metadata import version
from pathlib import Path


class Size(Enum):
    """Size of a trial: a short one for every run of the tests, or all of it."""

    SHORT = "short"
    FULL = "full"

    def pick(self, short: int, full: int) -> int:
        """Return the number that belongs to this size."""
        return full if self is Size.FULL else short


@dataclass
class Findings:
    """How often a promise was tested, every failure, and further figures."""

    promise: str
    tried: int = 0
    failures: list[str] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    skipped: str = ""

    def expect(self, holds: bool, otherwise: str) -> None:
        """Count one attempt, and record a failure with its description."""
        self.tried += 1
        if not holds:
            self.failures.append(otherwise)

    def count(self, figure: str, more: int = 1) -> None:
        """Add to a figure that is a count."""
        self.figures[figure] = str(int(self.figures.get(figure, "0")) + more)


Trial = Callable[[Size, Path], Findings]


def machine() -> str:
    """Return in a line what the trials ran on."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    libraries = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "streamlit"))
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, {memory:.0f} GiB;"
        f" Python {platform.python_version()}, {libraries}"
    )
