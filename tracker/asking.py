"""The command that queries the database: sql."""

import contextlib
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.common import Command, Progress, database_option, emit, need_stdout
from tracker.parameters import bound, day_option, parameter_option, refuse_unknown
from transforms.errors import ReadError
from transforms.files.kinds import KINDS

if TYPE_CHECKING:
    import duckdb

    from transforms.database.reader import Question

HELLO = "End each query with ';'. SHOW TABLES lists the relations; exit leaves."
NOTHING = (
    'there is no query: write one, such as tracker sql "FROM commitments LIMIT 5"; '
    "SHOW TABLES lists the relations"
)

FILE = re.compile(r"\S+\.sql", re.IGNORECASE)
"""What is no question but the name of a file with one."""


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker sql "FROM commitments_on(DATE '2026-01-01')"
  tracker sql "FROM member_counts" --format csv > counts.csv
  tracker sql - --format json < question.sql
  tracker sql 'FROM country_profile($country, $day)' -p country=KEN --as-of 2026-01-01
  tracker sql
""",
)
@click.argument("question", required=False)
@database_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["table", *(kind.name for kind in KINDS.values() if not kind.explained)]),
    default="table",
    show_default=True,
    help="Format of the result.",
)
@day_option("The value of $day. Default: today.")
@parameter_option("name=value for a $name in the query; may be repeated.")
def sql(
    question: str | None,
    database: Path,
    kind: str,
    as_of: datetime | None,
    given: dict[str, str],
) -> None:
    """Run the SQL query QUESTION; without one, start a prompt.

    The database is opened read-only, and no other file can be read or written. '-' reads the
    query from stdin. Several queries, each ended by ';', print one table each; the other formats
    hold one result. In CSV, an apostrophe is put before text that a spreadsheet would run as a
    formula. -p gives the value of a $name; in the shell, put such a query in single quotes.
    """
    from transforms.database import reader

    day = as_of.date() if as_of else date.today()
    need_stdout()
    if question == "-" or (question is None and not sys.stdin.isatty()):
        question = sys.stdin.read()
    with reader.opened(database) as connection:
        if question is None:
            converse(
                lambda asked: _answer(
                    connection, reader.questions(connection, asked), kind, given, day
                )
            )
            return
        questions = _questions(connection, question)
        refuse_unknown([name for each in questions for name in each.names], given)
        _answer(connection, questions, kind, given, day)


def _questions(connection: "duckdb.DuckDBPyConnection", text: str) -> "list[Question]":
    """Return the questions in ``text``, which holds at least one."""
    from transforms.database import reader

    try:
        questions = reader.questions(connection, text)
    except ReadError as error:
        if not FILE.fullmatch(text):
            raise
        way = f"tracker sql - < {shlex.quote(text)}"
        raise ReadError(f"{error}\nhint: to ask what a file holds: {way}") from None
    if not questions:
        raise click.UsageError(NOTHING)
    return questions


def _answer(
    connection: "duckdb.DuckDBPyConnection",
    questions: "list[Question]",
    kind: str,
    given: Mapping[str, str],
    day: date,
) -> None:
    """Answer each of the questions."""
    from transforms.database import reader
    from transforms.files.writers import write

    if kind != "table" and len(questions) > 1:
        raise ReadError(f"{kind} holds one answer, and these are {len(questions)} questions")
    for question in questions:
        values = bound(question.names, given, day)
        with Progress() as progress:
            progress("running the query")
            if kind == "table":
                reader.show(connection, question.text, values)
            else:
                emit(write(kind, reader.ask(connection, question.text, values)), kind)


def converse(answer: Callable[[str], object]) -> None:
    """Answer queries until the user leaves; one that fails or is interrupted ends nothing."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives input() its history and editing
    click.echo(HELLO, err=True)
    for question in _typed():
        try:
            answer(question)
        except ReadError as error:
            click.echo(f"error: {error}", err=True)
        except KeyboardInterrupt:  # ends the query, not the prompt
            click.echo("interrupted", err=True)


def _typed() -> Iterator[str]:
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
