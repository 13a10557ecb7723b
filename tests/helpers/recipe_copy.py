"""A copy of the code with the tiny data, in which the recipes of CONTRIBUTING.md are followed."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from tests.helpers.tiny import TINY, write_tiny
from transforms.paths import ROOT

DAY = "2026-11-21"
WORKER = Path(__file__).with_name("recipe_worker.py")


@dataclass(frozen=True)
class Copy:
    """The folder of a copy; its commands, pages and addresses run in processes of their own."""

    path: Path
    _worker: list["subprocess.Popen[str]"] = field(default_factory=list)

    def write(self, name: str, text: str) -> None:
        """Write a new file."""
        target = self.path / name
        assert not target.exists(), f"{name} is there already"
        target.write_text(text, "utf-8")

    def append(self, name: str, text: str) -> None:
        """Add lines to the end of a file."""
        target = self.path / name
        target.write_text(f"{target.read_text('utf-8')}\n{text}", "utf-8")

    def insert(self, name: str, *, before: str, text: str) -> None:
        """Add text before the only place where a file says ``before``."""
        self.replace(name, before, text + before)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text that a file has once."""
        target = self.path / name
        before = target.read_text("utf-8")
        assert before.count(old) == 1, f"{name} has {old!r} {before.count(old)} times"
        target.write_text(before.replace(old, new), "utf-8")

    def translate(self, catalogue: str, messages: Mapping[tuple[str, str], str]) -> None:
        """Add messages to a catalogue: by context, which may be empty, and English text."""
        entries = (
            (f"msgctxt {_quoted(context)}\n" if context else "")
            + f"msgid {_quoted(english)}\nmsgstr {_quoted(translation)}\n"
            for (context, english), translation in messages.items()
        )
        self.append(catalogue, "\n".join(entries))

    def add_columns(self, table: str, cells: Mapping[str, str]) -> None:
        """Add columns to the tiny CSV of a table, with the same cells in each row."""
        rows = list(csv.DictReader(io.StringIO(TINY[table])))
        target = io.StringIO()
        writer = csv.DictWriter(target, [*rows[0], *cells], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **cells} for row in rows)
        (self.path / "data" / f"{table}.csv").write_text(target.getvalue(), "utf-8")

    def tracker(self, *arguments: str) -> str:
        """Run ``tracker``; return what it prints."""
        run = subprocess.run(
            [sys.executable, "-m", "tracker", *arguments],
            cwd=self.path,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
        return run.stdout

    def sql(self, query: str) -> list[dict[str, Any]]:
        """Return the rows of a query."""
        database = (self.path / "build" / "tracker.duckdb").resolve()
        with duckdb.connect(database, read_only=True) as connection:
            found = connection.sql(query)
            return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    def meanings(self, relation: str) -> dict[str, dict[str, Any]]:
        """Return what the dictionary says of a relation, by column; of itself by the name ''."""
        rows = self.sql(f"FROM dictionary WHERE relation = '{relation}'")
        return {row["column_name"] or "": row for row in rows}

    def opened(self, page: str, *languages: str, **parameters: str) -> list[dict[str, Any]]:
        """Open a page in some languages; return what each shows, without an error."""
        states = [{"lang": each, "as_of": DAY, **parameters} for each in languages]
        shown = [self._answer(page=page, parameters=each) for each in states]
        for each in shown:
            assert not each["errors"], each["errors"]
        return shown

    def got(self, *addresses: str) -> list[dict[str, Any]]:
        """Get addresses; return status, type and text of each."""
        return [self._answer(address=address) for address in addresses]

    def close(self) -> None:
        """End the process in which pages were opened."""
        for worker in self._worker:
            worker.communicate()

    def _answer(self, **request: object) -> dict[str, Any]:
        """Have pages and addresses answered by one process: to start one takes long."""
        if not self._worker:
            self._worker.append(self._start())
        (worker,) = self._worker
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(f"{json.dumps(request)}\n")
        worker.stdin.flush()
        answer = worker.stdout.readline()
        assert answer, self._log.read_text("utf-8")[-3000:]
        found: dict[str, Any] = json.loads(answer)
        return found

    def _start(self) -> "subprocess.Popen[str]":
        with self._log.open("w") as log:
            return subprocess.Popen(
                [sys.executable, WORKER],
                cwd=self.path,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    @property
    def _log(self) -> Path:
        """What the process says on stderr."""
        return self.path / f"worker-{os.getpid()}.log"

    @property
    def _environment(self) -> dict[str, str]:
        return {"PYTHONPATH": str(self.path), "PATH": "/usr/bin:/bin"}


def copied(path: Path) -> Copy:
    """Copy the code to ``path``, with the tiny data as its own."""
    for package in ("dashboard", "tracker", "transforms"):
        ignored = shutil.ignore_patterns("*.pyc.*")  # a draft of another process, soon gone
        shutil.copytree(ROOT / package, path / package, ignore=ignored)
    for name in ("pyproject.toml", "CITATION.cff", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, path)
    (path / "docs").mkdir()
    write_tiny(path / "data")
    return Copy(path)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
