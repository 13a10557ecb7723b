"""Editions: named by their content, moved to in one step, the last three kept."""

import subprocess
import sys
from pathlib import Path

import duckdb

from tests.helpers.tiny import ROWS, TINY, write_tiny
from tests.helpers.tiny_folder import BUILD, MORE_NEEDS, NEEDS, TINY_VIEWS, Folder, write_views
from transforms import pipeline
from transforms.database import editions, load, relations


def edition(folder: Path, **replaced: str) -> str:
    """Return what the tiny data, with some files replaced, is named after."""
    checked = pipeline.check(write_tiny(folder / "data", **replaced))
    return load.identify(
        checked.tables,
        checked.settings,
        relations.read(checked.settings.languages, write_views(folder / "views")),
    )


def test_the_same_data_is_the_same_edition(folder: Folder, tmp_path: Path) -> None:
    """It names an edition by its content, in any folder, at any time."""
    there = editions.current(folder.database)
    assert there is not None
    assert there.name == f"tracker-{edition(tmp_path)}.duckdb"


def test_the_order_of_the_lines_does_not_matter(tmp_path: Path) -> None:
    """It sorts before it hashes: a spreadsheet may have sorted the rows otherwise."""
    header, *lines = TINY["actors"].splitlines()
    turned = "\n".join([header, *reversed(lines)]) + "\n"
    assert edition(tmp_path, actors=turned) == edition(tmp_path)


def test_a_changed_cell_is_another_edition(tmp_path: Path) -> None:
    """It sees one letter in one cell."""
    changed = NEEDS.replace("Teachers are", "Teachers were")
    assert edition(tmp_path, needs=changed) != edition(tmp_path)


def test_an_emptied_cell_is_another_edition(tmp_path: Path) -> None:
    """It tells a value from none."""
    emptied = TINY["actors"].replace("Nairobi", "")
    assert edition(tmp_path, actors=emptied) != edition(tmp_path)


def test_a_word_moved_to_the_next_cell_is_another_edition(tmp_path: Path) -> None:
    """It hashes cells, not lines in which a comma may be anything."""
    words = "Teachers are lacking.,Il manque des enseignants."
    one, other = (NEEDS.replace(words, cells) for cells in ('"a,b",c', 'a,"b,c"'))
    assert edition(tmp_path, needs=one) != edition(tmp_path, needs=other)


def test_a_changed_view_is_another_edition(folder: Folder) -> None:
    """It counts what a relation says and means as content."""
    before = folder.database.resolve()
    write_views(folder.views, labels=TINY_VIEWS["labels"].replace("The role", "The code"))
    assert folder.build().path != before


def test_nothing_is_built_when_nothing_changed(folder: Folder) -> None:
    """It leaves the file alone, and says so."""
    current = folder.database.resolve()
    before = current.stat()
    again = folder.build()
    now = current.stat()
    assert (again.path, again.changed, again.rows) == (current, False, ROWS)
    assert (now.st_ino, now.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_heavy_is_imported_when_nothing_changed(folder: Folder) -> None:
    """It finds out with hashes alone, without Polars, dataframely or DuckDB."""
    script = BUILD.format(kill="", folder=str(folder.path), data="data")
    script += "sys.exit(bool({'polars', 'dataframely', 'duckdb'} & sys.modules.keys()))"
    # The modules that this script patches elsewhere are heavy themselves.
    script = script.replace(
        "from transforms.database import editions, empty, freshness, load, relations, template\n",
        "",
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0


def test_a_lost_database_is_built_again(folder: Folder) -> None:
    """It does not trust its note when the file is gone."""
    folder.database.resolve().unlink()
    assert folder.build().path.exists()


def test_the_pointer_is_relative(folder: Folder) -> None:
    """It points within its folder, so that the folder can be moved."""
    assert folder.database.readlink() == Path(folder.editions()[0])


def test_a_moved_folder_is_served_on(folder: Folder, tmp_path: Path) -> None:
    """It works under another name, views and macros too: they name no file."""
    moved = tmp_path / "moved"
    moved.mkdir()
    (folder.database.resolve()).rename(moved / "renamed.duckdb")
    with duckdb.connect(moved / "renamed.duckdb", read_only=True) as connection:
        assert connection.sql("FROM club_size").fetchall() == [(2,)]


def test_the_last_three_editions_are_kept(folder: Folder) -> None:
    """It deletes the oldest, never the current one."""
    paths = [folder.move_to(digit * 12).name for digit in "12345"]
    assert folder.editions() == paths[-3:]
    assert folder.database.resolve().name == paths[-1]


def test_an_old_edition_that_is_current_again_is_kept(folder: Folder) -> None:
    """It counts an edition as new when the data went back to it."""
    for digit in "12314":
        folder.move_to(digit * 12)
    assert folder.editions() == [f"tracker-{digit * 12}.duckdb" for digit in "134"]


def test_readers_of_an_old_edition_are_not_disturbed(folder: Folder) -> None:
    """It writes a new file: who has the old one open goes on reading it."""
    with duckdb.connect(folder.database.resolve(), read_only=True) as reader:
        folder.build(needs=MORE_NEEDS)
        assert reader.sql("SELECT count(*) FROM needs").fetchall() == [(1,)]
    assert folder.needs() == 2


def test_a_pointer_to_nothing_is_no_database(tmp_path: Path) -> None:
    """It does not take a dangling link for an edition."""
    pointer = tmp_path / "tracker.duckdb"
    pointer.symlink_to("gone.duckdb")
    assert editions.current(pointer) is None
