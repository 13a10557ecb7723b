"""The command that takes relations out of the database: export."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.common import Command, Progress, database_option, emit
from tracker.parameters import day_option, parameter_option
from transforms.files.kinds import KINDS

if TYPE_CHECKING:
    import duckdb

    from transforms.export.relations import Relation


@click.command(
    cls=Command,
    epilog="""
Examples:
  tracker export commitments > commitments.csv
  tracker export commitments_on --as-of 2026-01-01 -o commitments.xlsx
  tracker export country_profile -p country=NAM -o namibia.json
  tracker export --all
  tracker export --all --format parquet -o parquet.zip
""",
)
@click.argument("relations", nargs=-1)
@database_option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="All in one archive: the database, CSV, Parquet, licence. With --format, files of that.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(KINDS)),
    help="Default: taken from the suffix of -o, otherwise csv.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, a folder or a .zip.")
@day_option("The as-of day. Default: today.")
@parameter_option("name=value for a macro.")
def export(
    relations: tuple[str, ...],
    database: Path,
    everything: bool,
    kind: str | None,
    output: Path | None,
    as_of: datetime | None,
    given: dict[str, str],
) -> None:
    """Write RELATIONS (tables, views or macros) as files.

    One relation is written to stdout or to the file of -o; several are written into a folder or
    an archive. --all writes one archive, by default tracker-EDITION-DAY.zip. In CSV and Excel,
    lists are joined with '; ', and in CSV an apostrophe is put before text that a spreadsheet
    would run as a formula; Parquet and JSON keep both as they are.
    """
    from transforms.database.reader import opened
    from transforms.export.relations import write_all

    day = as_of.date() if as_of else date.today()
    if everything == bool(relations):
        raise click.UsageError("name the relations to export, or give --all")
    if everything and kind is None:
        _take_away(database, output, day, given)
        return
    many = everything or len(set(relations)) > 1
    kind = _kind(output, kind, many=many)
    with opened(database) as connection, Progress() as progress:
        named = _named(connection, relations)
        _refuse_unknown(named, given)
        parameters = {"day": day.isoformat(), **given}
        contents = _contents(connection, named, kind, parameters, progress)
        if output is not None and (many or _holds_files(output)):
            write_all(output, contents)
        else:
            [(_, content)] = contents
            emit(content, kind, output)


def _take_away(database: Path, output: Path | None, day: date, given: dict[str, str]) -> None:
    """Write everything, as one archive or unpacked into a folder, and say where it is."""
    from transforms.database import editions
    from transforms.database.reader import opened, query
    from transforms.export import archive

    if given:
        raise click.UsageError("the archive of everything takes no -p: give --format too")
    if output is not None:
        _kind(output, None, many=True)
    with opened(database) as connection, Progress() as progress:
        edition = query(connection, "SELECT id FROM edition").item()
        target = output or Path(archive.name(edition, day))
        archive.write(target, connection, editions.current(database) or database, day, progress)
    click.echo(target)


def _kind(output: Path | None, wanted: str | None, *, many: bool) -> str:
    """Return the kind of file that the options and the name ask for, in whatever case.

    Raises:
        UsageError: They contradict each other, or the name ends in what nobody knows.
    """
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if many and output is None:
        raise click.UsageError("several relations need -o: a folder, or an archive .zip")
    if many and suffix not in ("", "zip") and output and not output.is_dir():
        raise click.UsageError(f"several relations need a folder or a .zip, not a .{suffix}")
    if many or output is None or _holds_files(output):
        return wanted or "csv"
    if wanted and suffix in KINDS and KINDS[wanted].ending != suffix:
        raise click.UsageError(f"--format {wanted} and a name that ends in .{suffix} contradict")
    if not wanted and suffix and suffix not in KINDS:
        known = ", ".join(dict.fromkeys(f".{each.ending}" for each in KINDS.values()))
        raise click.UsageError(f".{suffix} is no kind of file: {known} or .zip, or give --format")
    return wanted or suffix or "csv"


def _holds_files(output: Path) -> bool:
    """Whether a name is that of a folder that is there, or of an archive."""
    return output.is_dir() or output.suffix.lower() == ".zip"


def _named(connection: "duckdb.DuckDBPyConnection", names: tuple[str, ...]) -> "list[Relation]":
    """Return the relations of these names; without names, all."""
    from transforms.export.relations import relation, relations

    once = dict.fromkeys(names)
    return [relation(connection, name) for name in once] or list(relations(connection).values())


def _refuse_unknown(named: "list[Relation]", given: dict[str, str]) -> None:
    """Refuse a parameter that none of the relations takes: a slip of spelling selects nothing."""
    known = list(dict.fromkeys(name for relation in named for name in relation.types))
    if unknown := [name for name in given if name not in known]:
        who = named[0].name if len(named) == 1 else "what is exported"
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise click.UsageError(f"{who} has no parameter {unknown[0]!r}; {takes}")


def _contents(
    connection: "duckdb.DuckDBPyConnection",
    named: "list[Relation]",
    kind: str,
    parameters: dict[str, str],
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of one file after the other."""
    from transforms.export.relations import file_bytes

    for relation in named:
        if len(named) > 1 and (lacking := relation.lacks(parameters)):
            click.echo(f"left out: {relation.name} needs -p {lacking[0]}=...", err=True)
            continue
        progress(f"writing {relation.name}")
        name = f"{relation.name}.{KINDS[kind].ending}"
        yield name, file_bytes(connection, relation, kind, parameters)
