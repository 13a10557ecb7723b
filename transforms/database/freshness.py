"""Tell whether anything that a database is made of has changed, without reading it as data.

Nothing heavy is imported here: starting again with nothing changed must cost next to nothing.
"""

from collections.abc import Iterator
from hashlib import blake2b, file_digest
from importlib.metadata import version
from pathlib import Path

from transforms.paths import ROOT, VIEWS, special_file

CODE = ROOT / "transforms"


def inputs(data: Path, views: Path = VIEWS) -> str:
    """Return a digest of the data, the views, the code and the libraries that read them."""
    digest = blake2b(digest_size=16)
    for path in _files(data, views):
        digest.update(f"{path.name}\0".encode("utf-8", "surrogateescape"))
        if special := special_file(path):
            digest.update(special.encode())  # a check refuses it; reading it may never end
            continue
        with path.open("rb") as handle:
            digest.update(file_digest(handle, blake2b).digest())
    digest.update(f"{version('polars')} {version('duckdb')}".encode())
    return digest.hexdigest()


def _files(data: Path, views: Path) -> Iterator[Path]:
    yield from sorted(data.glob("*.csv"))
    yield from sorted(data.glob("tracker.toml"))
    yield from sorted(views.rglob("*.sql"))
    yield from sorted(CODE.rglob("*.py"))
    yield from sorted(CODE.rglob("*.toml"))
    yield from sorted(CODE.rglob("*.po"))
