"""The result of each trial, in a file of its own, so that a run can be resumed."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from faults.ground import ROOT
from faults.trial import Findings, Size, Trial, machine

FOLDER = ROOT / "build" / "faults"
"""Where the results of all trials are, one file each."""


@dataclass(frozen=True)
class Result:
    """What one trial found, on which commit and machine, when, and how long it took."""

    findings: Findings
    size: Size
    commit: str
    """First digits of the commit, with a plus sign if it is dirty; empty without a repository."""
    day: str
    seconds: float
    machine: str
    load: float
    """Load of the machine when it began, which slows a trial down."""


def record(name: str, trial: Trial, size: Size, folder: Path, into: Path = FOLDER) -> Result:
    """Run a trial in an empty ``folder``, and write what it found."""
    started, load, commit = datetime.now(UTC), os.getloadavg()[0], _commit()
    findings = trial(size, folder)
    seconds = (datetime.now(UTC) - started).total_seconds()
    day = started.date().isoformat()
    result = Result(findings, size, commit, day, seconds, machine(), load)
    into.mkdir(parents=True, exist_ok=True)
    path = _path(name, into)
    draft = path.with_suffix(".draft")
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(result)))
    draft.replace(path)
    return result


def read(name: str, size: Size, folder: Path = FOLDER) -> Result | None:
    """Return what a trial of this size found last; nothing if it has not run."""
    path = _path(name, folder)
    if not path.exists():
        return None
    result = msgspec.json.decode(path.read_bytes(), type=Result)
    return result if result.size is size else None


def _path(name: str, folder: Path) -> Path:
    return folder / f"{name}.json"


def _commit() -> str:
    def git(*words: str) -> str:
        ran = subprocess.run(["git", *words], cwd=ROOT, text=True, capture_output=True)
        return ran.stdout.strip()

    return git("rev-parse", "--short=10", "HEAD") + "+" * bool(git("status", "--porcelain"))
