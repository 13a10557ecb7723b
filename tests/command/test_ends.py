"""However a command ends, it ends with a sentence or in silence, never with a traceback."""

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.tiny import write_tiny
from tests.helpers.tracker_command import database, own, tracker
from transforms import pipeline
from transforms.errors import explained
from transforms.files.whole import write_whole

COMMAND = (sys.executable, "-m", "tracker")
FOREVER = "SELECT count(*) FROM range(1_000_000_000_000_000)"
LIMIT = 20
"""Seconds of processor time after which a query that goes on is killed: it needs less than one."""
NARROW = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0"}
"""An environment whose file names are ASCII."""


@pytest.mark.slow
def test_ctrl_c_ends_a_query_in_silence(built: Path) -> None:
    """It stops what DuckDB is at, and ends with 130."""
    command = [*COMMAND, "sql", FOREVER, *database(built)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, preexec_fn=_interruptible
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "running the query …\n"
        running.send_signal(signal.SIGINT)
        assert (running.wait(), running.stderr.read()) == (130, "")


def _interruptible() -> None:
    """Undo that a shell has what it runs in the background ignore Ctrl-C; end what ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("Query interrupted")])
def test_ctrl_c_ends_a_build_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """It takes DuckDB's own error for what it is."""

    def interrupted(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "build", interrupted)
    result = tracker("build", *own(write_tiny(tmp_path / "data").parent))
    assert (result.exit_code, result.output) == (130, "")


def test_ctrl_c_while_it_starts_is_silent() -> None:
    """It waits for no import."""
    script = (
        "import sys, tracker\n"
        "class Stop:\n"
        "    def find_spec(self, *_):\n"
        "        raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "tracker.main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (130, "")


def test_a_full_disk_is_a_sentence_with_the_path(built: Path) -> None:
    """It says what is full, and ends with 3."""
    result = tracker("export", "needs", "-o", "/dev/full", "--format", "csv", *database(built))
    assert result.stderr == "error: there is no room left on the disk for /dev/full\n"
    assert result.exit_code == 3


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves no draft, and names the file."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "needs.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert explained(caught.value) == f"there is no room left on the disk for {path}"
    assert [file.name for file in tmp_path.iterdir()] == ["needs.csv"]
    assert path.read_bytes() == b"old"


@pytest.mark.slow
def test_names_with_accents_are_fine_in_any_locale(
    tmp_path: Path, with_template: Callable[[Path], Path]
) -> None:
    """It builds in a folder that the locale has no letters for."""
    folder = tmp_path / "Données (été)"
    with_template(folder / "build" / "tracker.duckdb")
    write_tiny(folder / "data")
    command = [*COMMAND, "build", "--data", str(folder / "data")]
    ran = subprocess.run(command, env=NARROW, capture_output=True, cwd=Path.cwd())
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
    assert (folder / "build" / "tracker.duckdb").is_file()


def test_a_name_that_is_not_utf8_is_a_sentence(tmp_path: Path) -> None:
    """It says that DuckDB cannot open it, and what to do."""
    folder = write_tiny(tmp_path / "data").rename(tmp_path / os.fsdecode(b"donn\xe9es"))
    result = tracker("build", "--data", str(folder))
    assert result.exit_code == 2
    assert "is not in UTF-8; rename it" in result.stderr


def test_a_table_is_printed_in_any_encoding(built: Path) -> None:
    """It draws lines of ASCII where there are no others, and writes out what has no letter."""
    command = [*COMMAND, "sql", "SELECT 'é → œ' AS a", *database(built)]
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run(command, env=environment, capture_output=True)
    assert ran.returncode == 0
    assert "| é \\u2192 \\u0153 " in ran.stdout.decode("latin-1")
    assert ran.stdout.startswith(b"+---")
