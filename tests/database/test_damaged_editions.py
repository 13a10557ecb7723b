"""A damaged edition is noticed by the next build, named, and built anew."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.helpers.tiny_folder import MORE_NEEDS, Folder
from transforms.database import editions
from transforms.database.integrity import damage, sidecar

pytestmark = pytest.mark.slow


def flip(file: Path) -> None:
    """Change one bit in the middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def put_a_folder(file: Path) -> None:
    """Put a folder in its place."""
    file.unlink()
    file.mkdir()


def lose_a_row(file: Path) -> None:
    """Take a row away, so that the file is another one, and whole."""
    with duckdb.connect(file) as connection:
        connection.execute("DELETE FROM needs")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "truncated": lambda file: os.truncate(file, 20_000),
    "emptied": lambda file: os.truncate(file, 0),
    "one bit flipped": flip,
    "a row lost": lose_a_row,
    "text in its place": lambda file: file.write_text("Not a database.\n"),
    "gone": Path.unlink,
    "a folder in its place": put_a_folder,
}
FOUND_WITHOUT_CHECKSUM = [name for name in DAMAGE if name != "one bit flipped"]


@pytest.mark.parametrize("harm", DAMAGE.values(), ids=DAMAGE.keys())
def test_it_is_built_anew_though_the_data_is_the_same(folder: Folder, harm: Any) -> None:
    """It does not say that nothing changed."""
    file = folder.database.resolve()
    harm(file)
    if file.is_dir():
        file.rmdir()  # a build deletes no folder of somebody's

    again = folder.build()

    assert (again.path, again.changed, folder.needs()) == (file, True, 1)
    assert damage(file) is None


@pytest.mark.parametrize("harm", DAMAGE.values(), ids=DAMAGE.keys())
def test_it_is_noticed(folder: Folder, harm: Any) -> None:
    """It sees by size and checksum that the file is not as it was written."""
    file = folder.database.resolve()
    assert damage(file) is None

    harm(file)

    assert damage(file) is not None


@pytest.mark.parametrize("name", FOUND_WITHOUT_CHECKSUM)
def test_it_is_noticed_without_a_checksum(folder: Folder, name: str) -> None:
    """It reads all rows where the checksum is lost, or was never there."""
    file = folder.database.resolve()
    sidecar(file).unlink()
    assert damage(file) is None

    DAMAGE[name](file)

    assert damage(file) is not None


def test_the_build_names_the_file_and_what_is_wrong(folder: Folder) -> None:
    """It warns once, and the next build has nothing to say."""
    file = folder.database.resolve()
    size = file.stat().st_size
    os.truncate(file, 20_000)

    warned, quiet = folder.build().warnings, folder.build()

    assert warned[0] == (
        f"{file}: warning: the edition was damaged and is built anew: "
        f"it has 20,000 bytes and should have {size:,}"
    )
    assert (quiet.warnings, quiet.changed) == ((), False)


def test_data_that_went_back_do_not_lead_to_a_damaged_edition(folder: Folder) -> None:
    """It looks at an edition that is there before it points to it again."""
    first = folder.database.resolve()
    folder.build(needs=MORE_NEEDS)
    os.truncate(first, 20_000)

    folder.build(allow_shrink=True)

    assert (folder.database.resolve(), folder.needs()) == (first, 1)


def test_a_foreign_edition_is_noticed(folder: Folder) -> None:
    """It looks inside whether a file without a checksum is the edition of its name."""
    first = folder.database.resolve()
    second = folder.build(needs=MORE_NEEDS).path
    first.write_bytes(second.read_bytes())
    sidecar(first).unlink()

    assert damage(first) == f"it is edition {second.stem[-12:]}"


def test_a_database_of_something_else_is_noticed(tmp_path: Path) -> None:
    """It says that the file is none of a tracker."""
    file = tmp_path / "t.duckdb"
    with duckdb.connect(file) as connection:
        connection.execute("CREATE TABLE t AS SELECT 1 AS x")

    assert damage(file) == "it is no database of a tracker"


def test_the_checksum_is_one_that_others_can_check(folder: Folder) -> None:
    """It is in the form that sha256sum reads."""
    file = sidecar(folder.database.resolve())
    command = ["sha256sum", "--check", "--strict", file.name]

    assert subprocess.run(command, cwd=folder.path, capture_output=True).returncode == 0


def test_a_checksum_goes_with_its_edition(folder: Folder) -> None:
    """It leaves none behind when an old edition is deleted."""
    first = folder.database.resolve()
    for digit in "123":
        folder.move_to(digit * 12)

    assert not first.exists()
    assert not sidecar(first).exists()


def test_the_last_whole_one_is_found(folder: Folder) -> None:
    """It passes over what is damaged, and finds none where all are."""
    first = folder.database.resolve()
    second = folder.build(needs=MORE_NEEDS).path
    assert editions.last_whole(folder.database) == second

    os.truncate(second, 20_000)
    assert editions.last_whole(folder.database) == first

    first.unlink()
    assert editions.last_whole(folder.database) is None
