"""The command that serves the dashboard."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from tracker.common import Command, Progress, data_option, database_of, target_option

ORIGINS = "TRACKER_ORIGINS"
"""Setting of the server: origins, with spaces between, under which readers see it."""


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker serve
  tracker serve --port 8600
  tracker serve --database my.duckdb --data my-data
  tracker serve --workers 4 --host 0.0.0.0
""",
)
@data_option
@target_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8501,
    show_default=True,
    help="Port to listen on.",
)
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Servers behind the port; more than one needs HAProxy.",
)
def serve(data: Path, database: Path | None, port: int, host: str, workers: int) -> None:
    """Serve the dashboard; build the database first where there is none, or a damaged one.

    Several servers share the work of many readers: a reader stays with one of them, and one that
    ends is started again.
    """
    from tracker import workers as several
    from transforms import paths

    _check_limits()
    database = database_of(data, database)
    _have_whole(data, database)
    arguments = [
        *(sys.executable, "-m", "dashboard", "run", str(paths.DASHBOARD / "asgi.py")),
        *("--server.headless", "true"),
        *("--browser.gatherUsageStats", "false"),
        # Without a name of its own Streamlit asks an outside server for the machine's address.
        *("--browser.serverAddress", "localhost" if host == "0.0.0.0" else host),
        *(f"--server.corsAllowedOrigins={origin}" for origin in _origins()),
    ]
    environment = os.environ | {
        "TRACKER_DATABASE": str(database.absolute()),
        "TRACKER_DATA": str(data.absolute()),
    }
    click.echo(f"http://{host}:{port}", err=True)
    if workers > 1:
        several.serve(workers, host, port, arguments, environment)
        return
    # In place of this process, so that whoever stops it stops the server.
    place = ("--server.port", str(port), "--server.address", host)
    os.execve(sys.executable, [*arguments, *place], environment)


def _origins() -> list[str]:
    """Return from where pages may talk to the server, beside the name by which it is called.

    Raises:
        UsageError: One of them is no origin.
    """
    origins = os.environ.get(ORIGINS, "").split()
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != origin:
            raise click.UsageError(
                f"{ORIGINS} has '{origin}'; it takes addresses such as https://tracker.example"
            )
    return origins


def _check_limits() -> None:
    """Refuse limits that the server could not use, before it starts.

    Raises:
        UsageError: A variable is no whole number above zero.
    """
    from dashboard.environment import SettingError, connections_from
    from dashboard.sandbox.limits import capacity_from, limits_from

    try:
        limits_from(os.environ)
        capacity_from(os.environ)
        connections_from(os.environ)
    except SettingError as error:
        raise click.UsageError(str(error)) from None


def _have_whole(data: Path, database: Path) -> None:
    """Build the database where it is missing or damaged.

    Where that cannot be done and an earlier edition is whole, the server goes on with that one.
    """
    from transforms.database import editions
    from transforms.database.integrity import damage
    from transforms.errors import TrackerError
    from transforms.problems import DataProblems

    current = editions.current(database)
    if current and not damage(current):
        return
    from transforms import pipeline

    try:
        with Progress() as progress:
            edition = pipeline.build(data, database, progress=progress)
    except (TrackerError, DataProblems) as error:
        if editions.last_whole(database) is None:
            raise
        click.echo(f"{error}\nthe last whole edition is served", err=True)
    else:
        for warning in edition.warnings:
            click.echo(warning, err=True)
