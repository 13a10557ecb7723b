"""A data folder and a database of their own, and the command ``tracker`` on them."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.helpers.tiny import TINY, write_tiny

COMMAND = (sys.executable, "-m", "tracker")
ROOT = Path(__file__).resolve().parents[1]
FEW, MORE = 20, 21
"""Needs in one edition and in the other: few enough lost that a build takes it for no mistake."""


@dataclass(frozen=True)
class Ground:
    """Where a trial may do what it likes."""

    folder: Path

    @property
    def data(self) -> Path:
        """The CSV files."""
        return self.folder / "data"

    @property
    def database(self) -> Path:
        """The pointer to the current edition."""
        return self.folder / "build" / "tracker.duckdb"

    def swap(self) -> None:
        """Write the data that the current edition does not hold."""
        self.write(MORE if self.needs()[0] == FEW else FEW)

    def write(self, needs: int) -> None:
        """Write the tiny data with so many needs, which tell one edition from another."""
        header, row = TINY["needs"].strip().split("\n")
        key = row.split(",", 1)[0]
        rows = [row.replace(key, f"{key}-{number}", 1) for number in range(1, needs + 1)]
        write_tiny(self.data, needs="\n".join([header, *rows, ""]))

    def command(self, *arguments: str) -> list[str]:
        """Return the arguments of a command on this data and database."""
        return [*COMMAND, *arguments, *self._options(arguments[0])]

    def run(
        self, *arguments: str, before: Sequence[str] = (), seconds: float = 1_800
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; ``before`` stands in front of it, such as ``strace``."""
        return subprocess.run(
            [*before, *self.command(*arguments)],
            cwd=self.folder,
            env=environment(),
            text=True,
            capture_output=True,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a command as the leader of a group of its own, so that all of it can be killed."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.folder,
            env=environment(),
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def needs(self) -> tuple[int, int]:
        """Return the needs in the current edition, and the rows that it says it has less those.

        Raises:
            duckdb.Error: The current edition cannot be read.
        """
        with duckdb.connect(self.database.resolve(strict=True), read_only=True) as connection:
            found = connection.execute(
                "SELECT (SELECT count(*) FROM needs), (SELECT rows FROM edition)"
            ).fetchall()[0]
        return int(found[0]), int(found[1]) - int(found[0])

    def drafts(self) -> list[str]:
        """Name the files that unfinished builds have left behind."""
        return [path.name for path in self.database.parent.iterdir() if ".draft" in path.name]

    def _options(self, command: str) -> list[str]:
        database = ["--database", str(self.database)]
        return database if command in ("sql", "export") else ["--data", str(self.data), *database]


def is_sentence(stderr: str) -> bool:
    """Return whether an error is written for people: a named error, without a traceback."""
    return "error: " in stderr.lower() and "Traceback" not in stderr


def environment(**more: str) -> Mapping[str, str]:
    """Return the environment of the commands: this code, in English."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **more}


def new(folder: Path, needs: int = FEW) -> Ground:
    """Return a ground in an empty folder, built once."""
    ground = Ground(folder)
    ground.write(needs)
    built = ground.run("build")
    if built.returncode:
        raise RuntimeError(built.stderr)
    return ground
