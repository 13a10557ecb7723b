"""What the commands share: options, and progress on stderr."""

import sys
import threading
from pathlib import Path
from types import TracebackType

import click

from transforms.errors import ReadError
from transforms.files.kinds import KINDS
from transforms.paths import DATA, DATABASE

PATIENCE = 1.0
"""Seconds after which a user wants to know what is going on."""


def _in_utf8(context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    """Refuse a path that DuckDB cannot open: it knows no names but those in UTF-8."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise click.BadParameter(f"the name {str(path)!r} is not in UTF-8; rename it") from None
    return path


data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=DATA,
    show_default="data/ of the tracker",
    callback=_in_utf8,
    help="Folder with the CSV files.",
)
database_option = click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DATABASE,
    envvar="TRACKER_DATABASE",
    show_default="build/tracker.duckdb, or TRACKER_DATABASE",
    callback=_in_utf8,
    help="The database to read.",
)
target_option = click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="TRACKER_DATABASE",
    show_default="build/tracker.duckdb beside the data, or TRACKER_DATABASE",
    callback=_in_utf8,
    help="The database; its editions are kept beside it.",
)


def database_of(data: Path, database: Path | None) -> Path:
    """Return where the editions of a data folder go: beside it by default."""
    if database is not None:
        return database
    data = data.resolve()
    return DATABASE if data == DATA else data.parent / "build" / DATABASE.name


class Examples:
    """A command whose help ends in lines that are shown as they are written."""

    epilog: str | None

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options."""
        formatter.write(self.epilog or "")


class Command(Examples, click.Command):
    """A command with examples."""


class Progress:
    """Prints the current step to stderr, once the whole has taken more than a second."""

    def __init__(self) -> None:
        """Print nothing yet."""
        self._step = ""
        self._late = False
        self._timer = threading.Timer(PATIENCE, self._on_timeout)
        self._timer.daemon = True

    def __enter__(self) -> "Progress":
        """Start the clock."""
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the clock."""
        self._timer.cancel()

    def __call__(self, step: str) -> None:
        """Begin a step."""
        self._step = step
        if self._late:
            self._print()

    def _on_timeout(self) -> None:
        self._late = True
        self._print()

    def _print(self) -> None:
        if self._step:
            click.echo(f"{self._step} …", err=True)


def emit(content: bytes, kind: str, output: Path | None = None) -> None:
    """Write bytes to a file or, without one, to stdout; no binary content to a terminal."""
    if output is not None:
        from transforms.files.whole import write_whole

        write_whole(output, content)
        return
    need_stdout()
    if KINDS[kind].binary and sys.stdout.isatty():
        raise click.UsageError(f"{kind} is not text: send it to a file or a pipe")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def need_stdout() -> None:
    """Fail if the caller has closed stdout, so that nobody could read the answer.

    Raises:
        ReadError: There is none.
    """
    if sys.stdout is None:
        raise ReadError("there is no stdout to write to")
