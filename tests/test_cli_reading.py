"""``tracker sql`` and ``tracker export``: what they print, write and refuse."""

import io
import json
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from tests.tiny import write_tiny
from tests.tracker_command import database, own, tracker
from transforms import paths
from transforms.cli import asking
from transforms.errors import ReadError


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny data that the command has built, with the real views."""
    folder = tmp_path_factory.mktemp("own")
    write_tiny(folder / "data")
    assert tracker("build", *own(folder)).exit_code == 0
    return folder


def test_a_question_is_answered_with_a_table(built: Path) -> None:
    """It draws a box, with the names and types of the columns."""
    result = tracker("sql", "SELECT id, rows FROM edition", *database(built))
    cells = [line.replace("│", " ").split() for line in result.stdout.splitlines() if "│" in line]
    assert cells[:2] == [["id", "rows"], ["varchar", "int64"]]
    assert cells[2][1] == "42"


def test_an_answer_can_be_csv(built: Path) -> None:
    """It prints rows for a pipe, with formulas neutralised."""
    question = "SELECT id, summary_en FROM commitments ORDER BY id DESC"
    result = tracker("sql", question, "--format", "csv", *database(built))
    assert result.stdout.splitlines() == [
        "id,summary_en",
        "pact-1,'=Teach all of the South",
        "idea-1,Teach more",
    ]


def test_an_answer_can_be_json(built: Path) -> None:
    """It prints one object a row."""
    result = tracker("sql", "SELECT 1 AS n, [2] AS l", "--format", "json", *database(built))
    assert json.loads(result.stdout) == [{"n": 1, "l": [2]}]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_answer_with_an_endless_day_is_refused_in_words(built: Path, kind: str) -> None:
    """It ends in a sentence, not in a traceback."""
    question = "SELECT 'infinity'::DATE AS day, 'infinity'::TIMESTAMP AS time"
    result = tracker("sql", question, "--format", kind, *database(built))
    assert result.exit_code == 3
    assert "column 'day' holds a day outside the years 1 to 9999" in result.stderr


def test_an_answer_can_be_parquet(built: Path) -> None:
    """It writes bytes that Polars reads."""
    result = tracker("sql", "SELECT 1 AS n", "--format", "parquet", *database(built))
    assert pl.read_parquet(io.BytesIO(result.stdout_bytes)).item() == 1


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_a_question_can_come_from_a_pipe(built: Path, arguments: tuple[str, ...]) -> None:
    """It reads stdin where it is told to, or where nobody sits at it."""
    result = tracker("sql", *arguments, *database(built), "--format", "csv", stdin="SELECT 1 AS n;")
    assert result.stdout == "n\n1\n"


def test_several_questions_get_an_answer_each(built: Path) -> None:
    """It drops none of them, in the order in which they were asked."""
    result = tracker("sql", "SELECT 1 AS a; SELECT ';' AS b;", *database(built))
    heads = [line.strip("│ ") for line in result.stdout.splitlines() if "│" in line][::3]
    assert heads == ["a", "b"]


def test_a_file_holds_one_answer(built: Path) -> None:
    """It refuses two questions where it would print only the answer to one."""
    result = tracker("sql", "SELECT 1; SELECT 2", "--format", "csv", *database(built))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "csv holds one answer, and these are 2 questions" in result.stderr


@pytest.mark.parametrize("question", ["", "  ", ";", "/* nothing */"])
def test_no_question_is_told_how_to_ask(built: Path, question: str) -> None:
    """It does not print nothing."""
    result = tracker("sql", question, *database(built))
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'write one, such as tracker sql "FROM commitments LIMIT 5"' in result.stderr


@pytest.mark.parametrize(
    ("command", "expected"),
    [("{} | head -1", "range"), ("{} >&-", "error: there is no stdout to write to")],
)
def test_a_closed_stdout_gives_no_traceback(built: Path, command: str, expected: str) -> None:
    """It ends quietly where nobody reads on, and with a sentence where nobody can."""
    own = shlex.join(database(built))
    asked = f"{sys.executable} -m transforms sql 'FROM range(300000)' --format csv {own}"
    result = subprocess.run(
        command.format(asked), shell=True, capture_output=True, text=True, cwd=paths.ROOT
    )
    assert (result.stdout + result.stderr).strip() == expected


def test_a_wrong_question_is_a_sentence(built: Path) -> None:
    """It says what DuckDB says, on stderr, and ends with 3."""
    result = tracker("sql", "FROM nothing", *database(built))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Table with name nothing does not exist" in result.stderr


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("FROM members_on", "hint: members_on is a macro: members_on(day)"),
        ("FROM members_on('2026-01-01')", "hint: write the day as DATE '2026-01-01'"),
    ],
)
@pytest.mark.parametrize("kind", ["table", "csv"])
def test_a_macro_asked_in_a_wrong_way_gets_a_hint(
    built: Path, question: str, words: str, kind: str
) -> None:
    """It says how the macro is asked, where DuckDB says only that there is none."""
    result = tracker("sql", question, "--format", kind, *database(built))
    assert (result.exit_code, result.stdout) == (3, "")
    assert words in result.stderr


@pytest.mark.parametrize("command", [("sql", "SELECT 1"), ("export", "needs")])
def test_a_missing_database_is_a_sentence(tmp_path: Path, command: tuple[str, ...]) -> None:
    """It says what makes one, and ends with 3."""
    result = tracker(*command, *database(tmp_path))
    assert result.exit_code == 3
    assert "there is no database at" in result.stderr
    assert "'tracker build' makes it" in result.stderr


def test_the_prompt_goes_on_after_a_mistake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It takes a question over several lines, up to the semicolon, until somebody leaves."""
    typed: Iterator[str] = iter(["SELECT", "1;", "oops;", "SELECT 2;", "exit", "SELECT 3;"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    asked: list[str] = []

    def answer(question: str) -> None:
        asked.append(question)
        if "oops" in question:
            raise ReadError("no such thing")

    asking.converse(answer)
    assert asked == ["SELECT\n1;", "oops;", "SELECT 2;"]
    assert "error: no such thing" in capsys.readouterr().err


def test_a_relation_goes_to_stdout(built: Path) -> None:
    """It is CSV where nothing else is asked for."""
    result = tracker("export", "commitment_sdgs", *database(built))
    assert result.stdout == "commitment_id,sdg,named_as\npact-1,4,named\n"


def test_a_macro_is_asked_for_a_day(built: Path) -> None:
    """It takes the day of --as-of; who joined the South is known only up to 2020."""
    arguments = ("export", "members_on", "--format", "json", *database(built))
    counts = [
        len(json.loads(tracker(*arguments, "--as-of", day).stdout))
        for day in ("2019-12-31", "2021-01-01")
    ]
    assert counts == [1, 2]


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet", "xlsx"])
def test_the_name_of_the_file_says_its_kind(built: Path, tmp_path: Path, suffix: str) -> None:
    """It needs no --format beside -o."""
    target = tmp_path / f"needs.{suffix}"
    assert tracker("export", "needs", "-o", str(target), *database(built)).exit_code == 0
    starts = {"csv": b"id,actor_id", "json": b"[{", "parquet": b"PAR1", "xlsx": b"PK"}
    assert target.read_bytes().startswith(starts[suffix])


@pytest.mark.parametrize("name", ["N.XLSX", "n.Json", "N.PARQUET", "n.CSV"])
def test_the_name_of_a_file_is_read_in_any_case(built: Path, tmp_path: Path, name: str) -> None:
    """It writes what the name says, whoever typed it in capitals."""
    assert tracker("export", "needs", "-o", str(tmp_path / name), *database(built)).exit_code == 0
    starts = {"xlsx": b"PK", "json": b"[{", "parquet": b"PAR1", "csv": b"id,actor_id"}
    kind = name.lower().partition(".")[2]
    assert (tmp_path / name).read_bytes().startswith(starts[kind])


def test_an_unknown_kind_of_file_is_refused(built: Path, tmp_path: Path) -> None:
    """It names the kinds that there are, and writes nothing."""
    result = tracker("export", "needs", "-o", str(tmp_path / "needs.ods"), *database(built))
    assert result.exit_code == 2
    assert ".ods is no kind of file: .csv, .parquet, .xlsx, .json or .zip" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_format_may_have_any_name(built: Path, tmp_path: Path) -> None:
    """It takes --format at its word where the name says nothing."""
    target = tmp_path / "needs.txt"
    tracker("export", "needs", "--format", "csv", "-o", str(target), *database(built))
    assert target.read_bytes().startswith(b"id,actor_id")


def test_everything_goes_into_one_archive(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It needs no -o: it names the archive after edition and day, and says where it is."""
    monkeypatch.chdir(tmp_path)
    result = tracker("export", "--all", "--as-of", "2026-01-02", *database(built))
    [path] = tmp_path.iterdir()
    assert result.stdout == f"{path.name}\n"
    assert path.name.endswith("-2026-01-02.zip")
    with zipfile.ZipFile(path) as archive:
        assert {"tracker.duckdb", "data/needs.csv", "SHA256SUMS"} <= set(archive.namelist())


def test_everything_goes_into_a_folder(built: Path, tmp_path: Path) -> None:
    """It is the archive, unpacked."""
    tracker("export", "--all", "-o", str(tmp_path / "all"), *database(built))
    sums = (tmp_path / "all" / "SHA256SUMS").read_text().splitlines()
    found = {path for path in (tmp_path / "all").rglob("*") if path.is_file()}
    assert {tmp_path / "all" / line.split("  ")[1] for line in sums} < found


def test_everything_can_be_of_one_format(built: Path, tmp_path: Path) -> None:
    """It holds every table, view and macro; it names what it cannot export without being told."""
    target = tmp_path / "all.zip"
    result = tracker("export", "--all", "--format", "csv", "-o", str(target), *database(built))
    with zipfile.ZipFile(target) as archive:
        names = set(archive.namelist())
    assert {"needs.csv", "timeline.csv", "members_on.csv", "dictionary.csv"} <= names
    assert "left out: country_profile needs -p country=..." in result.stderr


def test_several_relations_go_into_a_folder(built: Path, tmp_path: Path) -> None:
    """It writes one file each."""
    tracker("export", "needs", "sources", "-o", str(tmp_path / "out"), *database(built))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "needs.csv",
        "sources.csv",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("needs", "--all"),
        ("needs", "sources"),
        ("needs", "-p", "day"),
        ("needs", "--as-of", "x"),
        ("needs", "sources", "-o", "one.csv"),
        ("needs", "--format", "csv", "-o", "needs.xlsx"),
        ("--all", "-o", "one.parquet"),
        ("--all", "-p", "country=NAM"),
        ("--all", "--format", "csv"),
    ],
)
def test_an_export_that_cannot_be_meant_is_refused(built: Path, arguments: tuple[str, ...]) -> None:
    """It ends with 2 before it reads anything."""
    assert tracker("export", *arguments, *database(built)).exit_code == 2


@pytest.mark.parametrize(
    ("relation", "takes"),
    [("members_on", "it takes day, include_derived"), ("needs", "it takes none")],
)
def test_an_unknown_parameter_is_refused(built: Path, relation: str, takes: str) -> None:
    """It does not pass all rows for those that were meant."""
    arguments = ("export", relation, "-p", "organisation=dco")
    result = tracker(*arguments, *database(built))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{relation} has no parameter 'organisation'; {takes}" in result.stderr
