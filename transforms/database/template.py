"""The empty database that lies ready beside the pointer, for each build to copy what is in it.

Planning and describing some hundred views and macros takes longer than anything else in a small
build, and depends on no row. The file is named after what it was made from and after what it
holds: one that is torn, foreign, or of other code, languages or libraries is never taken.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from glob import escape
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import duckdb

from transforms.database import editions, freshness
from transforms.database.ddl import literal
from transforms.paths import special_file

LIBRARIES = ("duckdb", "babel")
"""What has a hand in it besides the code: the one writes the file, the other names languages."""


def key(made_from: Iterable[bytes]) -> str:
    """Return the name of the empty database that this code makes from certain pieces."""
    digest = sha256(freshness.code())
    for piece in (*made_from, *(f"{name} {version(name)}".encode() for name in LIBRARIES)):
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()[:16]


def ready(database: Path, key: str, write: Callable[[Path], None]) -> Path:
    """Return the file of the empty database ``key``, which is written anew if it is not there.

    Call it with the lock held, and with ``write``, which writes it to a file of any name.
    """
    for file in _named(database, f"{key}-*"):
        with suppress(OSError):
            if not special_file(file) and file.name == _name(database, key, file):
                return file
    with editions.draft(database, "template") as draft:
        write(draft)
        file = database.with_name(_name(database, key, draft))
        for old in _named(database, "*"):
            old.unlink(missing_ok=True)
        draft.replace(file)
    return file


def copy(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Create what is in an empty database in the one that ``connection`` is open to."""
    ((name,),) = connection.execute("SELECT current_database()").fetchall()
    # DuckDB calls a database by the name of its file, which may be anything, ``template`` too.
    quoted = name.replace('"', '""')
    target, source = f'"{quoted}"', f'"{quoted}_template"'
    connection.execute(f"ATTACH {literal(str(file))} AS {source} (READ_ONLY)")
    connection.execute(f"COPY FROM DATABASE {source} TO {target}")
    connection.execute(f"DETACH {source}")


def _name(database: Path, key: str, file: Path) -> str:
    digest = sha256(file.read_bytes()).hexdigest()[:32]
    return f".{database.stem}.template-{key}-{digest}{database.suffix}"


def _named(database: Path, end: str) -> list[Path]:
    name = f".{escape(database.stem)}.template-{end}{escape(database.suffix)}"
    return list(database.parent.glob(name))
