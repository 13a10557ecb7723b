"""Editions that were truncated, changed in one bit, emptied, or swapped for another file."""

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from faults import ground as grounds
from faults.ground import Ground
from faults.trial import Findings, Size

Damage = Callable[[Path, random.Random], None]


def run(size: Size, folder: Path) -> Findings:
    """Damage the current edition; it is refused or read correctly, and a new build repairs it."""
    found = Findings("A damaged edition is noticed, named and built anew; no wrong row is answered")
    ground = grounds.new(folder)
    whole, chance = _digest(ground), random.Random(1)
    for name, (damage, times) in _damages(size).items():
        for number in range(times):
            edition = ground.database.resolve(strict=True)
            damage(edition, chance)
            what = f"{name}, round {number}"
            found.count(name)
            if damage is not _foreign:  # anybody may ask a database of their own
                _asked(ground, whole, found, what)
            _mended(ground, whole, found, what)
    return found


def _damages(size: Size) -> dict[str, tuple[Damage, int]]:
    return {
        "truncated": (_truncate, size.pick(1, 40)),
        "one bit changed": (_flip, size.pick(0, 60)),
        "emptied": (_empty, size.pick(0, 1)),
        "no database": (_no_database, size.pick(0, 1)),
        "another database": (_foreign, size.pick(0, 1)),
        "removed": (lambda path, _: path.unlink(), size.pick(0, 1)),
    }


def _truncate(path: Path, chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.truncate(chance.randrange(1, path.stat().st_size))


def _flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _empty(path: Path, _: random.Random) -> None:
    path.write_bytes(b"")


def _no_database(path: Path, _: random.Random) -> None:
    path.write_text("precious")


def _foreign(path: Path, _: random.Random) -> None:
    other = path.with_name("foreign.duckdb")
    with duckdb.connect(other) as connection:
        connection.execute("CREATE TABLE needs AS SELECT 1 AS id")
    other.replace(path)


def _asked(ground: Ground, whole: str, found: Findings, what: str) -> None:
    """Query the damaged file: an answer is right, and an error is a sentence."""
    answer = ground.run("sql", "FROM needs ORDER BY ALL")
    found.expect("Traceback" not in answer.stderr, f"{what}, asked: {answer.stderr[-500:]}")
    if answer.returncode == 0 and _digest_or_none(ground) is not None:
        found.expect(_digest_or_none(ground) == whole, f"{what}: wrong rows without a word")


def _mended(ground: Ground, whole: str, found: Findings, what: str) -> None:
    built = ground.run("build")
    if built.returncode:
        found.expect(False, f"{what}: the next build failed: {built.stderr[-500:]}")
        shutil.rmtree(ground.database.parent)
        ground.run("build")
        return
    found.expect(_digest_or_none(ground) == whole, f"{what}: built, and not mended: {built.stderr}")


def _digest_or_none(ground: Ground) -> str | None:
    try:
        return _digest(ground)
    except (duckdb.Error, OSError):
        return None


def _digest(ground: Ground) -> str:
    """Return a digest of every row of every table of the current edition."""
    digest = hashlib.sha256()
    with duckdb.connect(ground.database.resolve(strict=True), read_only=True) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        for (table,) in tables:
            digest.update(
                repr(connection.execute(f"FROM {table} ORDER BY ALL").fetchall()).encode()
            )
    return digest.hexdigest()
