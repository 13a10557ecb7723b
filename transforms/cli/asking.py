"""The command that asks the database: sql."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transforms.cli.common import Command, Progress, database_option, emit, need_stdout
from transforms.errors import ReadError

if TYPE_CHECKING:
    import duckdb

HELLO = "A question ends with ';'. SHOW TABLES lists what there is to ask; exit leaves."
NOTHING = (
    'there is no question: write one, such as tracker sql "FROM commitments LIMIT 5"; '
    "SHOW TABLES lists what there is to ask"
)


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker sql "FROM commitments_on(DATE '2026-01-01')"
  tracker sql "FROM member_counts" --format csv > counts.csv
  tracker sql - --format json < question.sql
  tracker sql
""",
)
@click.argument("question", required=False)
@database_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
def sql(question: str | None, database: Path, kind: str) -> None:
    """Ask the database a QUESTION in SQL; without one, at a prompt.

    The file is opened read-only, and no other file can be read or written. '-' reads the
    question from stdin. Several questions, each ended by ';', are answered with one table each;
    the other formats hold one answer. In CSV, a text that a spreadsheet would run gets an
    apostrophe.
    """
    from transforms import reader

    need_stdout()
    if question == "-" or (question is None and not sys.stdin.isatty()):
        question = sys.stdin.read()
    with reader.opened(database) as connection:
        if question is None:
            converse(lambda asked: _answer(connection, asked, kind))
        elif not _answer(connection, question, kind):
            raise click.UsageError(NOTHING)


def _answer(connection: "duckdb.DuckDBPyConnection", asked: str, kind: str) -> int:
    """Answer each question in ``asked``, and return how many there were."""
    from transforms import reader
    from transforms.export import WRITERS

    questions = reader.questions(connection, asked)
    if kind != "table" and len(questions) > 1:
        raise ReadError(f"{kind} holds one answer, and these are {len(questions)} questions")
    for question in questions:
        with Progress() as progress:
            progress("asking")
            if kind == "table":
                reader.show(connection, question)
            else:
                emit(WRITERS[kind](reader.ask(connection, question)), kind)
    return len(questions)


def converse(answer: Callable[[str], object]) -> None:
    """Answer questions until the user leaves; a question that fails ends nothing."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives input() its history and editing
    click.echo(HELLO, err=True)
    for question in _questions():
        try:
            answer(question)
        except ReadError as error:
            click.echo(f"error: {error}", err=True)


def _questions() -> Iterator[str]:
    """Yield what is typed, up to each semicolon, until the end or a word of leave."""
    lines: list[str] = []
    while True:
        try:
            line = input("   ...> " if lines else "tracker> ")
        except EOFError:
            return
        except KeyboardInterrupt:
            lines = []
            click.echo()
            continue
        if not lines and line.strip().rstrip(";").lower() in ("exit", "quit", ".exit", ".quit"):
            return
        lines.append(line)
        if line.rstrip().endswith(";"):
            yield "\n".join(lines)
            lines = []
