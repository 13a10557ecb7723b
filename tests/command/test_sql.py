"""``tracker sql``: what it prints and refuses."""

import io
import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from tests.helpers.tracker_command import database, tracker
from tracker import sql as sql_command
from transforms import paths
from transforms.errors import ReadError


def test_a_question_is_answered_with_a_table(built: Path) -> None:
    """It draws a box, with the names and types of the columns."""
    result = tracker("sql", "SELECT id, rows FROM edition", *database(built))
    cells = [line.replace("│", " ").split() for line in result.stdout.splitlines() if "│" in line]
    assert cells[:2] == [["id", "rows"], ["varchar", "int64"]]
    assert cells[2][1].isdecimal()


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
    assert "csv holds one result, and these are 2 queries" in result.stderr


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
    query = f"{sys.executable} -m tracker sql 'FROM range(300000)' --format csv {own}"
    result = subprocess.run(
        command.format(query), shell=True, capture_output=True, text=True, cwd=paths.ROOT
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
    query: list[str] = []

    def answer(question: str) -> None:
        query.append(question)
        if "oops" in question:
            raise ReadError("no such thing")

    sql_command.converse(answer)
    assert query == ["SELECT\n1;", "oops;", "SELECT 2;"]
    assert "error: no such thing" in capsys.readouterr().err
