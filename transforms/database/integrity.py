"""Whether the file of an edition is what a build wrote: its size, its checksum, or its rows.

Nothing heavy is imported here but where a file without a checksum has to be read: a build with
nothing changed looks at the checksum alone.
"""

import re
from hashlib import file_digest
from pathlib import Path

from transforms.paths import special_file

SIDECAR = re.compile(r"# (\d+) bytes\n([0-9a-f]{64})  (.+)\n")
"""What ``sha256sum --check`` reads, and the size before it."""

NAMED = re.compile(r".*-([0-9a-f]{12})")
"""The stem of a file that a build has named after its edition."""


def sidecar(file: Path) -> Path:
    """Return the file beside an edition that holds its checksum."""
    return file.with_name(f"{file.name}.sha256")


def described(file: Path, name: str) -> str:
    """Return the text of the sidecar of a file that will be called ``name``."""
    return f"# {file.stat().st_size} bytes\n{_digest(file)}  {name}\n"


def damage(file: Path) -> str | None:
    """Return what is wrong with the file of an edition, as the end of a sentence; None if nothing.

    A file that was copied here without its checksum is opened instead: it must be the database of a
    tracker, hold as many rows as its table ``edition`` states, and carry the name of its edition.
    """
    if special := special_file(file):
        return f"it is {special}"
    if not file.exists():
        return "it is not there"
    try:
        expected = SIDECAR.fullmatch(sidecar(file).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        expected = None
    try:
        return _checksum_mismatch(file, expected) if expected else _content_mismatch(file)
    except OSError as error:
        return f"it cannot be read: {error.strerror or error}"


def _checksum_mismatch(file: Path, expected: re.Match[str]) -> str | None:
    size = file.stat().st_size
    if size != int(expected[1]):
        return f"it has {size:,} bytes and should have {int(expected[1]):,}"
    if _digest(file) != expected[2]:
        return "its content is not what was written (the checksum differs)"
    return None


def _content_mismatch(file: Path) -> str | None:
    import duckdb

    from transforms.database.about import tables_about
    from transforms.settings import Settings

    quoted = str(file).replace("'", "''")
    try:
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH '{quoted}' AS edition (READ_ONLY)")
            connection.execute("USE edition")
            ((identifier, rows),) = connection.execute("SELECT id, rows FROM edition").fetchall()
            names = connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'edition'"
            ).fetchall()
            # Views whose rows are stored are tables of the file, and not of the data.
            views = "SELECT DISTINCT relation FROM dictionary WHERE kind = 'view'"
            stored = connection.execute(views).fetchall() if ("dictionary",) in names else []
            others = {*tables_about(Settings()), *(name for (name,) in stored)}
            found = 0
            for (name,) in names:
                # All of it is read: the number of rows alone stands in the catalogue.
                count = f'SELECT count(*), bit_xor(hash(row)) FROM "{name}" AS row'
                [(height, _)] = connection.execute(count).fetchall()
                found += 0 if name in others else height
    except duckdb.CatalogException:
        return "it is no database of a tracker"
    except (duckdb.Error, ValueError) as error:
        return f"it cannot be read: {str(error).splitlines()[0]}"
    if found != rows:
        return f"it has {found:,} rows and says that it has {rows:,}"
    named = NAMED.fullmatch(file.stem)
    if named and named[1] != identifier:
        return f"it is edition {identifier}"
    return None


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()
