"""The group of commands, and how each of them ends."""

from typing import Any

import click

from tracker import INTERRUPTED
from tracker.common import Examples
from tracker.data import build, check, describe
from tracker.exporting import export
from tracker.serving import serve
from tracker.sql import sql
from transforms.errors import TrackerError, explained, is_interrupt
from transforms.problems import DataProblems

EXIT_DATA, EXIT_DATABASE = 1, 3


class Commands(Examples, click.Group):
    """Commands in the order of use, with errors as sentences and exit codes for scripts."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name the commands in the order in which a user meets them."""
        return list(self.commands)

    def invoke(self, context: click.Context) -> Any:  # click's own type
        """Run a command; what a user can put right is reported without a traceback."""
        try:
            return super().invoke(context)
        except DataProblems as error:
            click.echo(str(error), err=True)
            count = len(error.problems)
            found = f"{count} problem{'s' * (count != 1)}; nothing was built"
            self._end(context, found, EXIT_DATA)
        except TrackerError as error:
            self._end(context, f"error: {error}", EXIT_DATABASE)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._end(context, f"error: {explained(error, 'the output')}", EXIT_DATABASE)
        except (KeyboardInterrupt, RuntimeError) as error:
            if not is_interrupt(error):
                raise
            context.exit(INTERRUPTED)

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
  3  the database is missing, or it or another file cannot be read or written
  130  interrupted by Ctrl-C
""",
)
@click.version_option(package_name="policy-commitment-tracker")
def tracker() -> None:
    """Track what was promised on artificial intelligence and digital cooperation.

    From a folder of CSV files to one DuckDB file, and from there to a dashboard, answers in SQL,
    and files to take away.
    """


for command in (build, check, serve, sql, export, describe):
    tracker.add_command(command)
