"""The commands that read the data: build, check, describe."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tracker.common import Command, Progress, data_option, database_of, target_option

shrink_option = click.option(
    "--allow-shrink", is_flag=True, help="Accept that a table lost more than a tenth of its rows."
)


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker build
  tracker build --data my-data --database my.duckdb
  tracker build --allow-shrink
  tracker build --workers 4
""",
)
@data_option
@target_option
@shrink_option
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    help="Read and check the tables in so many processes; by default in one.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read and check them on a cluster of Dask, as tcp://10.0.0.1:8786: it must see the same"
    " folders, under the same names.",
)
def build(
    data: Path,
    database: Path | None,
    allow_shrink: bool,
    workers: int | None,
    cluster: str | None,
) -> None:
    """Check the data and make it the current database.

    Every problem is listed as file:line: message. If there is one, nothing is built and the old
    edition stays. If nothing has changed since the last build, there is nothing to do.
    """
    from transforms import pipeline
    from transforms.staging.where import Where

    if workers and cluster:
        raise click.UsageError("--workers is for this machine, --cluster for others: give one")
    database = database_of(data, database)
    where = Where(workers or 0, cluster)
    with Progress() as progress:
        edition = pipeline.build(
            data, database, where=where, allow_shrink=allow_shrink, progress=progress
        )
    for warning in edition.warnings:
        click.echo(warning, err=True)
    done = "built" if edition.changed else "nothing changed:"
    click.echo(f"{done} edition {edition.id}, {edition.rows:,} rows: {database}")


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker check
  tracker check --data my-data | head
""",
)
@data_option
@target_option
@shrink_option
def check(data: Path, database: Path | None, allow_shrink: bool) -> None:
    """Check the data and build nothing.

    Every problem is a line file:line: message on stdout, the summary is on stderr. The database,
    if there is one, is used only for the number of rows that each table had.
    """
    from transforms import pipeline
    from transforms.database.reader import row_counts
    from transforms.problems import DataProblems

    try:
        with Progress() as progress:
            previous = row_counts(database_of(data, database))
            with TemporaryDirectory() as folder:
                checked = pipeline.check(
                    data,
                    previous,
                    aside=Path(folder) if pipeline.is_large(data) else None,
                    allow_shrink=allow_shrink,
                    progress=progress,
                )
    except DataProblems as error:
        click.echo(str(error))
        count = len(error.problems)
        click.echo(f"{count} problem{'s' * (count != 1)} in {data}", err=True)
        raise SystemExit(1) from None
    for warning in checked.warnings:
        click.echo(str(warning))
    rows = sum(table.height for table in checked.tables.values())
    click.echo(f"{rows:,} rows in {len(checked.tables)} tables, nothing to fix", err=True)


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker describe
  tracker describe --data my-data
  tracker describe --check
""",
)
@data_option
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; report what is not current."
)
def describe(data: Path, only_check: bool) -> None:
    """Write the documentation of the data from what the code declares.

    Writes datapackage.json and README.md into the data folder and, for the tracker's own data,
    docs/relations.md.
    """
    from transforms.describing.describe import documents
    from transforms.files.whole import write_whole

    stale = {
        path: text
        for path, text in documents(data).items()
        if not path.exists() or path.read_text("utf-8") != text
    }
    for path, text in stale.items():
        if not only_check:
            write_whole(path, text.encode())
        click.echo(f"{path} {'is not current' if only_check else 'written'}")
    if only_check and stale:
        raise SystemExit(1)
