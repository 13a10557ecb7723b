"""Run the command ``tracker`` inside a test."""

from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner, Result

from tracker.commands import tracker as command


def own(folder: Path) -> tuple[str, ...]:
    """Return the options that name a folder of one's own."""
    return ("--data", str(folder / "data"), *database(folder))


def database(folder: Path) -> tuple[str, str]:
    """Return the option that names its database."""
    return ("--database", str(folder / "own.duckdb"))


def tracker(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Run one command; a traceback fails the test.

    However busy the machine, it does not say which step takes long.
    """
    with patch("tracker.common.PATIENCE", 3_600):
        result = CliRunner().invoke(command, arguments, input=stdin, prog_name="tracker")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
