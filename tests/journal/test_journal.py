"""The journal: what was published when, and what changed, kept beside the editions."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.helpers.tiny import ROWS, TINY, write_tiny
from tests.helpers.tiny_folder import MORE_NEEDS, NEEDS, Folder, write_views
from tests.helpers.tiny_history import MEETING
from transforms import journal
from transforms.database import editions
from transforms.journal import changes as journal_changes
from transforms.journal.entries import Journal


def noted(folder: Folder) -> Journal:
    """The journal of a folder."""
    found = journal.read(folder.database)
    assert found is not None
    return found


def test_the_first_edition_has_no_before(folder: Folder) -> None:
    """It does not tell a thousand rows as added when there was nothing to add them to."""
    (entry,) = noted(folder).editions
    assert (entry.previous, entry.changes, entry.rows) == (None, None, ROWS)


def test_the_second_edition_says_what_changed(folder: Folder) -> None:
    """It counts rows by table and names them, with what each column held and holds."""
    first = noted(folder).editions[0].id
    changed = NEEDS.replace("Teachers are lacking", "Teachers are missing")
    more = changed + changed.splitlines()[1].replace("south-skills", "south-schools") + "\n"
    built = folder.build(needs=more)
    entry = noted(folder).editions[-1]
    assert (entry.id, entry.previous) == (built.id, first)
    assert entry.changes is not None
    assert list(entry.changes["tables"]) == ["needs"]
    needs = entry.changes["tables"]["needs"]
    assert (needs["added"], needs["removed"], needs["changed"]) == (1, 0, 1)
    assert needs["rows"]["added"][0]["title"]["fr"] == "Sud : Il manque des enseignants."
    assert needs["rows"]["changed"][0]["columns"] == {
        "statement_en": {"before": "Teachers are lacking.", "now": "Teachers are missing."}
    }


def test_going_back_is_an_entry(folder: Folder) -> None:
    """It notes an edition again when it becomes the current one again."""
    first = folder.database.resolve().name[8:20]
    second = folder.build(needs=MORE_NEEDS).id
    folder.build(allow_shrink=True)
    assert [entry.id for entry in noted(folder).editions] == [first, second, first]


def test_other_definitions_are_told_as_such(folder: Folder) -> None:
    """It names the view that differs where no row does."""
    text = (folder.views / "labels.sql").read_text().replace("code,", "")
    write_views(folder.views, labels=text.replace("-- code: The role.\n", ""))
    folder.build()
    changes = noted(folder).editions[-1].changes
    assert changes == {"tables": {}, "definitions": ["labels"]}


def test_nothing_is_noted_when_nothing_changed(folder: Folder) -> None:
    """It leaves the file alone."""
    before = journal.path_of(folder.database).stat()
    assert journal.record(folder.database) is None
    after = journal.path_of(folder.database).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_lost_journal_begins_with_the_editions_still_there(folder: Folder) -> None:
    """It says what changed even then, and warns of nothing: it may be the first build."""
    journal.path_of(folder.database).unlink()
    built = folder.build(needs=MORE_NEEDS)
    first, second = noted(folder).editions
    assert (first.changes, second.previous, built.warnings) == (None, first.id, ())
    assert second.changes is not None
    assert second.changes["tables"]["needs"]["added"] == 1


def test_a_journal_that_cannot_be_written_does_not_stop_a_build(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that the edition is not in it, and the edition is the current one all the same."""

    def full(*_: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(editions, "write", full)
    built = folder.build(needs=MORE_NEEDS)
    assert "not in the journal: no space left" in built.warnings[0]
    assert folder.needs() == 2
    assert folder.drafts() == []


@pytest.mark.slow
def test_an_edition_whose_build_was_killed_is_noted_by_the_next(folder: Folder) -> None:
    """It follows the pointer: what was published without a note gets one."""
    write_tiny(folder.path / "data", needs=MORE_NEEDS)
    kill = "from transforms import journal; journal.record = die"
    folder.start("data", kill).communicate()
    assert len(noted(folder).editions) == 1
    folder.build(needs=MORE_NEEDS)
    assert len(noted(folder).editions) == 2


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"gone" * 999)])
def test_a_previous_file_that_cannot_be_read_is_said(folder: Folder, spoil: Any) -> None:
    """It notes the edition, and that what changed is not known."""
    spoil(folder.database.resolve())
    folder.build(needs=MORE_NEEDS)
    entry = noted(folder).editions[-1]
    assert entry.previous is not None
    assert entry.changes is None


def test_many_changes_are_counted_and_the_first_named(folder: Folder) -> None:
    """It keeps the journal small: two hundred rows of a kind by name, long texts cut."""
    line = NEEDS.splitlines()[1]
    lines = [line.replace("south-skills", f"need-{n:03}") for n in range(290)]
    lines[0] = lines[0].replace("Teachers are lacking", "x" * 5000)
    folder.build(needs=NEEDS + "\n".join(lines) + "\n")
    changes = noted(folder).editions[-1].changes
    assert changes is not None
    needs = changes["tables"]["needs"]
    assert (needs["added"], len(needs["rows"]["added"])) == (290, journal_changes.MOST)
    assert len(needs["rows"]["added"][0]["title"]["en"]) == journal_changes.LONGEST
    assert journal.path_of(folder.database).stat().st_size < 150_000


def test_a_view_of_its_own_does_not_empty_the_calendar(folder: Folder) -> None:
    """It keeps the calendar as it was where the views do not say what is due."""
    changed_at = datetime(2026, 11, 22, tzinfo=UTC).isoformat()
    known: dict[str, Any] = {"milestone:m": {**MEETING, "sequence": 3, "changed_at": changed_at}}
    before = noted(folder)
    remaining = Journal(before.id, before.editions, known)
    journal.path_of(folder.database).write_text(remaining.text())
    folder.build(needs=MORE_NEEDS)
    assert noted(folder).deadlines == known


def test_the_journal_is_json_for_anybody(folder: Folder) -> None:
    """It is a file with a name that says what it is, in UTF-8, ended by a newline."""
    text = (folder.path / "tracker-journal.json").read_text("utf-8")
    assert json.loads(text)["editions"][0]["rows"] == ROWS
    assert text.endswith("}\n")


def test_open_readers_do_not_stop_the_journal(folder: Folder) -> None:
    """It compares editions that the same process has open, with its settings locked."""
    with duckdb.connect(folder.database.resolve(), read_only=True) as reader:
        reader.execute("SET enable_external_access = false")
        reader.execute("SET lock_configuration = true")
        folder.build(needs=TINY["needs"].replace("Teachers", "Schools"))
    changes = noted(folder).editions[-1].changes
    assert changes is not None
    assert changes["tables"]["needs"]["changed"] == 1
