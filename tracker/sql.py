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

    from transforms.database.reader import Statement

HELLO = "End each query with ';'. SHOW TABLES lists the relations; exit leaves."
NOTHING = (
    'there is no query: write one, such as tracker sql "FROM commitments LIMIT 5"; '
    "SHOW TABLES lists the relations"
)

FILE = re.compile(r"\S+\.sql", re.IGNORECASE)
"""What is no query but the name of a file with one."""


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker sql "FROM commitments_on(DATE '2026-01-01')"
  tracker sql "FROM member_counts" --format csv > counts.csv
  tracker sql - --format json < query.sql
  tracker sql 'FROM country_profile($country, $day)' -p country=KEN --as-of 2026-01-01
  tracker sql
""",
)
@click.argument("query", required=False)
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
    query: str | None,
    database: Path,
    kind: str,
    as_of: datetime | None,
    given: dict[str, str],
) -> None:
    """Run the SQL query QUERY; without one, start a prompt.

    The database is opened read-only, and no other file can be read or written. '-' reads the
    query from stdin. Several queries, each ended by ';', print one table each; the other formats
    hold one result. In CSV, an apostrophe is put before text that a spreadsheet would run as a
    formula. -p gives the value of a $name; in the shell, put such a query in single quotes.
    """
    from transforms.database import reader

    day = as_of.date() if as_of else date.today()
    need_stdout()
    if query == "-" or (query is None and not sys.stdin.isatty()):
        query = sys.stdin.read()
    with reader.opened(database) as connection:
        if query is None:
            converse(
                lambda text: _run(connection, reader.statements(connection, text), kind, given, day)
            )
            return
        statements = _statements(connection, query)
        refuse_unknown([name for each in statements for name in each.names], given)
        _run(connection, statements, kind, given, day)


def _statements(connection: "duckdb.DuckDBPyConnection", text: str) -> "list[Statement]":
    """Return the statements in ``text``, which holds at least one."""
    from transforms.database import reader

    try:
        statements = reader.statements(connection, text)
    except ReadError as error:
        if not FILE.fullmatch(text):
            raise
        way = f"tracker sql - < {shlex.quote(text)}"
        raise ReadError(f"{error}\nhint: to run what a file holds: {way}") from None
    if not statements:
        raise click.UsageError(NOTHING)
    return statements


def _run(
    connection: "duckdb.DuckDBPyConnection",
    statements: "list[Statement]",
    kind: str,
    given: Mapping[str, str],
    day: date,
) -> None:
    """Print or write the result of each statement."""
    from transforms.database import reader
    from transforms.files.writers import write

    if kind != "table" and len(statements) > 1:
        raise ReadError(f"{kind} holds one result, and these are {len(statements)} queries")
    for statement in statements:
        values = bound(statement.names, given, day)
        with Progress() as progress:
            progress("running the query")
            if kind == "table":
                reader.show(connection, statement.text, values)
            else:
                emit(write(kind, reader.query(connection, statement.text, values)), kind)


def converse(run: Callable[[str], object]) -> None:
    """Run queries until the user leaves; one that fails or is interrupted ends nothing."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives input() its history and editing
    click.echo(HELLO, err=True)
    for text in _typed():
        try:
            run(text)
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
