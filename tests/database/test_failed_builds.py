"""Builds that are killed, refused or meet each other leave a whole database behind."""

import threading

import pytest

from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import MORE_NEEDS, NEEDS, Folder, write_views
from transforms.database import editions
from transforms.errors import EditionError, RelationError
from transforms.problems import DataProblems

pytestmark = pytest.mark.slow

AT = {
    "before the first view": "empty.create_relations = die",
    "with the empty database made and not yet in place": "real = Path.replace\n"
    "Path.replace = lambda path, to: die() if '.template.' in path.name else real(path, to)",
    "before the first row": "template.copy = die",
    "before the draft gets its name": "editions.publish = die",
    "before the pointer moves": "editions.point = die",
    "with the new pointer made and not yet in place": "real = Path.replace\n"
    "Path.replace = lambda path, to: die() if '.pointer.' in path.name else real(path, to)",
    "before old editions go": "editions.prune = die",
    "before the note is written": "freshness.remember = die",
}
"""Where a build is killed."""


@pytest.mark.parametrize("kill", AT.values(), ids=AT.keys())
def test_a_killed_build_leaves_a_whole_database(folder: Folder, kill: str) -> None:
    """It serves the old edition or the new one, and the next build puts all in order."""
    write_tiny(folder.path / "data", needs=MORE_NEEDS)
    if "empty" in kill or "template" in kill:  # while it is made; otherwise one lies ready
        folder.template().unlink()
    killed = folder.start("data", kill)
    assert (killed.communicate()[1], killed.returncode) == ("", -9)
    assert folder.needs() in (1, 2)
    assert folder.build(needs=MORE_NEEDS).path == folder.database.resolve()
    assert folder.needs() == 2
    assert folder.drafts() == []


def test_two_builds_at_once_do_not_hurt_each_other(folder: Folder) -> None:
    """It lets one wait for the other; the last one's edition is the current one."""
    write_tiny(folder.path / "data", needs=MORE_NEEDS)
    write_tiny(folder.path / "more", needs=NEEDS.replace("Teachers", "Books"))
    both = [folder.start("data"), folder.start("more")]
    assert [(build.communicate()[1], build.returncode) for build in both] == [("", 0), ("", 0)]
    assert len(folder.editions()) == 3
    assert folder.needs() in (1, 2)
    assert folder.drafts() == []


def test_a_build_waits_for_the_lock(folder: Folder) -> None:
    """It touches nothing while somebody else holds the folder, and goes on when they are done."""
    entered = threading.Event()

    def enter() -> None:
        with editions.lock(folder.database):
            entered.set()

    waiting = threading.Thread(target=enter)
    with editions.lock(folder.database):
        waiting.start()
        assert not entered.wait(0.5)
    assert entered.wait(10)
    waiting.join()


def test_the_drafts_of_another_database_are_left_alone(folder: Folder) -> None:
    """It sweeps only after builds of its own name."""
    other = folder.path / ".tracker-two.0123456789ab.1.draft"
    own = folder.path / ".tracker.0123456789ab.1.draft"
    for path in (other, own):
        path.touch()
    aside = own.with_name(f"{own.name}.tmp")  # where DuckDB sorts what is large
    aside.mkdir()
    (aside / "duckdb_temp_block-1.block").touch()
    with editions.lock(folder.database):
        assert folder.drafts() == [other.name]


def test_data_with_problems_leaves_the_old_edition(folder: Folder) -> None:
    """It judges everything before it writes anything."""
    with pytest.raises(DataProblems):
        folder.build(needs=NEEDS.replace("south,skills", "south,skils"))
    assert folder.needs() == 1
    assert len(folder.editions()) == 1


def test_a_view_that_fails_leaves_the_old_edition(folder: Folder) -> None:
    """It sees every view run before the pointer moves."""
    before = folder.database.resolve()
    write_views(folder.views, labels="-- A.\n--\n-- x: X.\nSELECT x FROM no\n")
    with pytest.raises(RelationError):
        folder.build()
    assert folder.database.resolve() == before
    assert folder.drafts() == []


def test_lost_rows_stop_a_build_until_they_are_accepted(folder: Folder) -> None:
    """It takes many rows fewer than in the last edition for a mistake, unless told."""
    folder.build(needs=MORE_NEEDS)
    with pytest.raises(DataProblems, match="had 2 in the last edition"):
        folder.build()
    accepted = folder.build(allow_shrink=True)
    assert accepted.warnings == (
        "data/needs.csv: warning: the table has 1 rows, and had 2 in the last edition",
    )


def test_a_file_that_no_build_made_is_not_overwritten(folder: Folder) -> None:
    """It refuses to put its pointer where somebody's database is."""
    folder.database.unlink()
    folder.database.write_text("precious")
    with pytest.raises(EditionError, match="is a file of its own"):
        folder.build()
    assert folder.database.read_text() == "precious"
