"""What a command costs: processor time, wall time and peak of memory, of it and its children."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Usage:
    """One run: seconds of processor time and on the clock, and the peak of memory in megabytes."""

    cpu: float
    wall: float
    megabytes: float


@dataclass(frozen=True)
class Series:
    """All runs of one thing."""

    runs: tuple[Usage, ...]

    @property
    def cpu(self) -> float:
        """Median of the processor time, in seconds."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        """Median of the wall-clock time, in seconds, which means little on a busy machine."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """Least and most processor time, in seconds."""
        every = [run.cpu for run in self.runs]
        return min(every), max(every)

    @property
    def megabytes(self) -> float:
        """Median of the peaks of memory."""
        return statistics.median(run.megabytes for run in self.runs)


def run(command: Sequence[str | Path]) -> Usage:
    """Run a command to its end.

    Raises:
        RuntimeError: It failed; with the end of its output.
    """
    started = time.monotonic()
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [*map(str, command)], cwd=ROOT, stdout=pipe, stderr=subprocess.STDOUT
    )
    assert process.stdout
    output = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {output[-500:]}")
    peak = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Usage(used.ru_utime + used.ru_stime, time.monotonic() - started, peak)
