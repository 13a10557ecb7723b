"""The command ``tracker``: what it prints where, and the code it ends with."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.tiny import TINY, write_tiny
from tests.helpers.tracker_command import database, own, tracker
from tracker.commands import tracker as group
from tracker.common import Progress
from transforms.paths import ROOT
from transforms.schema import TABLES


@pytest.mark.parametrize("command", ["", *group.commands])
def test_every_command_is_explained_with_examples(command: str) -> None:
    """It shows what to type, line by line."""
    shown = tracker(*command.split(), "--help").output
    example = shown.split("\nExamples:\n")[1].splitlines()[0]
    assert example.startswith(f"  tracker {command}")


def test_the_exit_codes_are_explained() -> None:
    """It tells scripts what to expect."""
    shown = tracker("--help").output
    explained = shown.split("\nExit codes:\n")[1].splitlines()
    assert [line.split()[0] for line in explained] == ["0", "1", "2", "3", "130"]


def test_help_imports_nothing_heavy() -> None:
    """It answers at once: libraries are imported by the command that needs them."""
    script = (
        "import sys; from tracker.commands import tracker\n"
        "tracker(['--help'], standalone_mode=False)\n"
        "heavy = {'polars', 'duckdb', 'dataframely', 'streamlit'} & sys.modules.keys()\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_it_runs_as_a_module() -> None:
    """It needs no installation, and calls itself by its name."""
    ran = subprocess.run(
        [sys.executable, "-m", "tracker", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (
        0,
        "Usage: tracker [OPTIONS] COMMAND [ARGS]...",
    )


def test_a_second_build_has_nothing_to_do(built: Path) -> None:
    """It says so, and names the same edition."""
    result = tracker("build", *own(built))
    assert result.stdout.startswith("nothing changed: edition ")
    assert result.exit_code == 0


def test_problems_are_told_like_a_compilers(tmp_path: Path) -> None:
    """It prints file:line: message on stdout, a summary on stderr, and ends with 1."""
    needs = TINY["needs"].replace("south,skills", "south,skils")
    write_tiny(tmp_path / "data", needs=needs, sources=TINY["sources"].replace("press", "rumour"))
    result = tracker("check", *own(tmp_path))
    first, second = result.stdout.splitlines()
    assert first.startswith(
        "data/needs.csv:2: focus_area_id 'skils' is not in data/focus_areas.csv"
    )
    assert second.startswith("data/sources.csv:2: kind")
    assert result.stderr.endswith(f"2 problems in {tmp_path / 'data'}\n")
    assert result.exit_code == 1


def test_a_build_of_wrong_data_makes_nothing(tmp_path: Path) -> None:
    """It prints the problems on stderr, and ends with 1."""
    write_tiny(tmp_path / "data", needs=TINY["needs"].replace("south,skills", "south,skils"))
    result = tracker("build", *own(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "data/needs.csv:2: " in result.stderr
    assert result.stderr.endswith("1 problem; nothing was built\n")
    assert not (tmp_path / "own.duckdb").exists()


def test_right_data_is_told_in_a_line(built: Path) -> None:
    """It counts what it has read, and ends with 0."""
    result = tracker("check", *own(built))
    assert (result.exit_code, result.stdout) == (0, "")
    rows = sum(len(text.splitlines()) - 1 for text in TINY.values())
    assert result.stderr.endswith(f"{rows} rows in {len(TABLES)} tables, nothing to fix\n")


@pytest.mark.slow
def test_ones_own_data_does_not_replace_the_trackers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps the editions of another folder beside that folder, unless told where."""
    monkeypatch.delenv("TRACKER_DATABASE", raising=False)
    write_tiny(tmp_path / "data")
    result = tracker("build", "--data", str(tmp_path / "data"))
    assert result.stdout.endswith(f": {tmp_path / 'build' / 'tracker.duckdb'}\n")
    assert (tmp_path / "build" / "tracker.duckdb").is_symlink()


def test_lost_rows_can_be_accepted(built: Path) -> None:
    """It compares with the last edition, and takes --allow-shrink for a yes."""
    write_tiny(built / "data", omissions=TINY["omissions"].splitlines()[0])
    refused, accepted = (tracker("check", *own(built), *more) for more in ((), ("--allow-shrink",)))
    assert (refused.exit_code, accepted.exit_code) == (1, 0)
    assert "data/omissions.csv: the table has 0 rows, and had 1" in refused.stdout
    assert "data/omissions.csv: warning: " in accepted.stdout


def test_a_folder_that_cannot_be_written_is_a_sentence(built: Path, tmp_path: Path) -> None:
    """It says what the system says, and ends with 3."""
    (tmp_path / "file").touch()
    target = str(tmp_path / "file" / "own.duckdb")
    result = tracker("build", "--data", str(built / "data"), "--database", target)
    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1].startswith("error: ")


def test_a_pipe_among_the_data_is_a_sentence(tmp_path: Path) -> None:
    """It does not wait for what a pipe may still bring."""
    data = write_tiny(tmp_path / "data")
    (data / "needs.csv").unlink()
    os.mkfifo(data / "needs.csv")
    for command in ("check", "build"):
        result = tracker(command, *own(tmp_path))
        assert result.exit_code == 1
        assert "data/needs.csv: here stands a named pipe; a table is a file" in result.output


POINTERS: dict[str, Callable[[Path], None]] = {
    "a named pipe": os.mkfifo,
    "a loop of symbolic links": lambda path: path.symlink_to(path.name),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize(
    "what",
    [
        "a named pipe",
        pytest.param("a link that leads nowhere", marks=pytest.mark.slow),
        pytest.param("a loop of symbolic links", marks=pytest.mark.slow),
        pytest.param("a device", marks=pytest.mark.slow),
    ],
)
def test_a_pointer_that_is_no_database_is_named(tmp_path: Path, what: str) -> None:
    """It opens nothing that never ends; a build puts its own link in place of a link."""
    write_tiny(tmp_path / "data")
    pointer = tmp_path / "own.duckdb"
    POINTERS[what](pointer)
    query = tracker("sql", "SELECT 1", *database(tmp_path))
    assert (query.exit_code, query.stderr) == (
        3,
        f"error: {pointer} is {what}; 'tracker build' makes it\n",
    )
    assert tracker("build", *own(tmp_path)).exit_code == (0 if pointer.is_symlink() else 3)


def test_a_wrong_option_ends_with_2(built: Path) -> None:
    """It leaves usage to click."""
    assert tracker("sql", "SELECT 1", "--format", "xml", *database(built)).exit_code == 2


def test_describing_ones_own_folder_writes_into_it(tmp_path: Path) -> None:
    """It writes the package and a page for each language once; after that they are current."""
    write_tiny(tmp_path / "data")
    arguments = ("describe", "--data", str(tmp_path / "data"))
    assert tracker(*arguments, "--check").exit_code == 1
    assert len(tracker(*arguments).stdout.splitlines()) == 3
    assert (tracker(*arguments, "--check").exit_code, tracker(*arguments).stdout) == (0, "")


def test_serving_starts_the_dashboard_on_its_database(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hands over to Streamlit, with the port, and with the database in the environment."""
    arguments, environment = served(monkeypatch, *own(built), "--port", "8600")
    assert arguments[1:4] == ["-m", "dashboard", "run"]
    assert arguments[arguments.index("--server.port") + 1] == "8600"
    assert environment["TRACKER_DATABASE"] == str(built / "own.duckdb")


@pytest.mark.slow
def test_serving_builds_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It makes the database first."""
    write_tiny(tmp_path / "data")
    served(monkeypatch, *own(tmp_path))
    assert (tmp_path / "own.duckdb").exists()


def served(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """Run `tracker serve` up to where it would become another process."""
    calls: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda path, given, env: calls.append((given, env)))
    assert tracker("serve", *arguments).exit_code == 0
    return calls[0]


def test_progress_is_silent_where_it_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    """It says nothing within the first second."""
    with Progress() as progress:
        progress("reading")
    assert capsys.readouterr().err == ""


def test_progress_says_the_step_that_takes_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the step under way when the time is up, and each one after it."""
    with Progress() as progress:
        progress("reading")
        progress._on_timeout()
        progress("writing")
    assert capsys.readouterr().err == "reading …\nwriting …\n"
