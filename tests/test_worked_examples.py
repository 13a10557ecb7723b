"""Every block of ``docs/worked-examples.md`` prints the answer that stands below it."""

import contextlib
import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from tests.helpers.tracker_command import tracker
from transforms.paths import DOCS, ROOT

pytestmark = pytest.mark.slow

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SITE = "http://localhost:8501"


@dataclass(frozen=True)
class Example:
    """One way to ask one question, and the answer that the page gives."""

    number: int
    language: str
    code: str
    answer: str

    @property
    def name(self) -> str:
        """Return what the test is called."""
        return f"{self.number}-{self.library}"

    @property
    def library(self) -> str:
        """Return what the code is written for, as its first line says."""
        says = re.match(r"# (\w+), from", self.code)
        return says[1].lower() if says else self.language


def _examples(page: str) -> Iterator[Example]:
    _, *sections = re.split(r"^## ", page, flags=re.MULTILINE)
    for number, section in enumerate(sections, start=1):
        *blocks, (_, answer) = BLOCK.findall(section)
        yield from (Example(number, language, code, answer) for language, code in blocks)


PAGE = (DOCS / "worked-examples.md").read_text("utf-8")
EXAMPLES = list(_examples(PAGE))
COMMANDS = [
    line for language, code in BLOCK.findall(PAGE) if language == "sh" for line in code.splitlines()
]


@pytest.fixture(scope="module")
def checkout(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database and the command where a checkout has them."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "build").mkdir()
    shutil.copy(database, folder / "build" / "tracker.duckdb")
    (folder / "query.sql").write_text("FROM coverage")
    command = folder / ".venv" / "bin" / "tracker"
    command.parent.mkdir(parents=True)
    run = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tracker "$@"'
    command.write_text(f"#!/bin/sh\n{run}\n")
    command.chmod(0o755)
    return folder


def test_there_are_five_examples_in_four_ways() -> None:
    """It asks each question in SQL, Polars, pandas and R."""
    query = {(example.number, example.library) for example in EXAMPLES}

    assert query == {(n, how) for n in range(1, 6) for how in ("sql", "polars", "pandas", "r")}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_prints_its_answer(
    example: Example, server: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints the rows that the page shows, whichever way the question is asked."""
    monkeypatch.chdir(checkout)
    printed = _run(example, server, checkout)

    assert _rows(printed) == _rows(example.answer)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda line: line[-40:])
def test_a_command_of_the_page_answers(command: str, checkout: Path) -> None:
    """It writes a table, CSV, JSON or Parquet, to the terminal, to a pipe or to a file."""
    before = set(checkout.iterdir())
    environment = {**os.environ, "TRACKER_DATABASE": str(checkout / "build" / "tracker.duckdb")}
    done = subprocess.run(
        ["bash", "-c", command], cwd=checkout, env=environment, capture_output=True, check=False
    )

    assert done.returncode == 0
    assert b"error" not in done.stderr  # a slow machine may say which step is being done
    assert done.stdout or set(checkout.iterdir()) > before


def _run(example: Example, site: str, checkout: Path) -> str:
    code = example.code.replace(SITE, site)
    if example.language == "sql":
        file = str(checkout / "build" / "tracker.duckdb")
        return tracker("sql", "-", "--format", "csv", "--database", file, stdin=code).stdout
    if example.language == "python":
        with contextlib.redirect_stdout(StringIO()) as printed:
            exec(code, {})
        return printed.getvalue()
    if not shutil.which("Rscript"):
        pytest.skip("R is not on this machine")
    done = subprocess.run(
        ["Rscript", "-"],
        input=code,
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        timeout=1_200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _rows(text: str) -> list[list[str]]:
    return [row for row in csv.reader(StringIO(text)) if row]
