"""The group of commands, and what happens when one of them cannot do what it was asked."""

from typing import Any

import click

from tracker.asking import sql
from tracker.common import Examples
from tracker.data import build, check, describe
from tracker.exporting import export
from tracker.serving import serve
from transforms.errors import TrackerError
from transforms.problems import DataProblems

EXIT_DATA, EXIT_DATABASE, EXIT_INTERRUPTED = 1, 3, 130


class Commands(Examples, click.Group):
    """Commands in the order of use, with errors as sentences and exit codes for scripts."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name the commands in the order in which a user meets them."""
        return list(self.commands)

    def invoke(self, context: click.Context) -> Any:  # click's own type
        """Run a command; what a user can put right is told without a traceback."""
        try:
            return super().invoke(context)
        except DataProblems as error:
            click.echo(str(error), err=True)
            self._end(context, f"{len(error.problems)} to look at; nothing was built", EXIT_DATA)
        except (TrackerError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            self._end(context, f"error: {error}", EXIT_DATABASE)
        except KeyboardInterrupt:
            self._end(context, "interrupted", EXIT_INTERRUPTED)

    @staticmethod
    def _end(context: click.Context, message: str, code: int) -> None:
        click.echo(message, err=True)
        context.exit(code)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
Examples:
  tracker build
  tracker serve
  tracker sql "FROM commitments_on(DATE '2026-01-01')"
  tracker export members_on --as-of 2024-03-01 -o members.xlsx

Exit codes:
  0  done
  1  the data has problems, or a generated file is not current
  2  the command was not understood
  3  the database is missing, or it cannot be read, written or asked that
""",
)
@click.version_option(package_name="policy-commitment-tracker")
def main() -> None:
    """Track what was promised on artificial intelligence and digital cooperation.

    From a folder of CSV files to one DuckDB file, and from there to a dashboard, answers in SQL,
    and files to take away.
    """


for command in (build, check, serve, sql, export, describe):
    main.add_command(command)
