"""Tell whether anything that the current edition was built from has changed since.

Nothing heavy is imported here: starting again with nothing changed must cost next to nothing.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b, file_digest
from importlib.metadata import version
from pathlib import Path

from transforms.database import editions
from transforms.database.editions import Edition
from transforms.paths import ROOT, VIEWS, special_file

CODE = ROOT / "transforms"


def inputs(data: Path, views: Path = VIEWS) -> str:
    """Return a digest of the data, the views, the code and the libraries that read them."""
    digest = blake2b(digest_size=16)
    _add(digest, [*sorted(data.glob("*.csv")), *sorted(data.glob("tracker.toml"))])
    _add(digest, sorted(views.rglob("*.sql")))
    digest.update(code())
    digest.update(f"{version('polars')} {version('duckdb')}".encode())
    return digest.hexdigest()


def code() -> bytes:
    """Return a digest of the code, its settings and translations."""
    digest = blake2b(digest_size=16)
    for ending in ("py", "toml", "po"):
        _add(digest, sorted(CODE.rglob(f"*.{ending}")))
    return digest.digest()


def _add(digest: blake2b, paths: Iterable[Path]) -> None:
    """Add files by name and content."""
    for path in paths:
        digest.update(f"{path.name}\0".encode("utf-8", "surrogateescape"))
        if special := special_file(path):
            digest.update(special.encode())  # a check refuses it; reading it may never end
            continue
        with path.open("rb") as handle:
            digest.update(file_digest(handle, blake2b).digest())


def remember(database: Path, edition: Edition, inputs: str) -> None:
    """Note from what the current edition was built, so that the same need not be built again."""
    with editions.lock(database):
        note = editions.hidden(database, "note")
        note.write_text(json.dumps({"inputs": inputs, "id": edition.id, "rows": edition.rows}))
        note.replace(_note(database))


def remembered(database: Path, inputs: str) -> Edition | None:
    """Return the current edition if it was built from the same ``inputs``.

    The file may be damaged since.
    """
    with suppress(OSError, ValueError, LookupError):
        note = json.loads(_note(database).read_text())
        path = editions.path_of(Path(os.path.realpath(database)).parent / database.name, note["id"])
        if note["inputs"] == inputs and editions.current(database) == path:
            return Edition(note["id"], path, note["rows"], changed=False)
    return None


def _note(database: Path) -> Path:
    return database.with_name(f".{database.stem}.json")
