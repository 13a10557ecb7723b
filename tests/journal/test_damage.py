"""A journal that is lost or damaged: the next build mends it, and no SEQUENCE ever falls."""

import os
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import tiny_history
from tests.helpers.calendars import duties, read
from tests.helpers.journal_damage import DAMAGE, SOME
from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_history import FIRST, SECOND, serving
from transforms import journal, pipeline
from transforms.database.editions import Edition
from transforms.journal.entries import Journal


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A pointer to the second of three tiny editions, for one test."""
    folder = shutil.copytree(tiny_history.second().parent, tmp_path / "build", symlinks=True)
    return folder / "tracker.duckdb"


def build(database: Path, milestones: str) -> Edition:
    """Build the tiny data with these milestones."""
    data = write_tiny(database.parent / "data", milestones=milestones)
    return pipeline.build(data, database, allow_shrink=True)


def sequences(database: Path) -> dict[str, int]:
    """What a server that is started now gives."""
    journal._known.cache_clear()
    known = journal.known(database, database.resolve()).deadlines
    return {name: duty["sequence"] for name, duty in known.items()}


def not_below(now: dict[str, int], before: dict[str, int]) -> bool:
    """Whether no SEQUENCE fell of what is still told."""
    return all(now[name] >= before[name] for name in now.keys() & before.keys())


def written() -> str:
    """Return the text of a journal as it was written."""
    return tiny_history.second().with_name("tracker-journal.json").read_text("utf-8")


def test_what_is_as_it_was_written_is_whole() -> None:
    """It is read and written again without a difference."""
    assert Journal.parsed(written()).text() == written()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_is_not_as_it_was_written_is_damaged(damage: Any) -> None:
    """It finds one wrong value among thousands, and says only that, whatever is in the file."""
    with pytest.raises(ValueError, match=r".") as found:
        Journal.parsed(damage(written()))
    assert len(str(found.value)) < 200


@pytest.mark.parametrize("damage", SOME)
def test_a_damaged_journal_is_begun_anew_and_says_so(database: Path, damage: Any) -> None:
    """It heals at the next build, which warns once and gives no lower SEQUENCE."""
    file, before = journal.path_of(database), sequences(database)
    file.write_text(DAMAGE[damage](file.read_text("utf-8")), "utf-8")
    meanwhile = sequences(database)
    message = journal.record(database)
    assert message is not None
    assert "begun anew" in message
    assert len(message) < 1_000
    assert journal.record(database) is None
    assert len(meanwhile) > 3
    assert not_below(meanwhile, before)
    assert not_below(sequences(database), meanwhile)


@pytest.mark.slow
@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"\xff\xfe")])
def test_a_build_without_news_mends_the_journal(database: Path, damage: Any) -> None:
    """It looks at the journal even where the data is the same, and begins it anew."""
    build(database, SECOND)
    damage(journal.path_of(database))
    again = build(database, SECOND)
    assert not again.changed
    assert journal.read(database) is not None
    assert build(database, SECOND).warnings == ()


def test_a_build_without_news_warns_of_damage(database: Path) -> None:
    """It says that the journal was begun anew, though nothing else happened."""
    build(database, SECOND)
    journal.path_of(database).write_text("{")
    (warning,) = build(database, SECOND).warnings
    assert "begun anew" in warning


@pytest.mark.slow
@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_text("{")])
def test_no_sequence_falls_however_often_the_journal_is_lost(database: Path, damage: Any) -> None:
    """It gives more than before while the journal is lost, once it is mended, and the next time."""
    seen = [sequences(database)]
    for milestones in (FIRST, SECOND, SECOND):
        damage(journal.path_of(database))
        seen.append(sequences(database))
        build(database, milestones)
        seen.append(sequences(database))
    assert all(not_below(now, then) for then, now in pairwise(seen))


def test_no_sequence_falls_to_the_age_of_the_edition(database: Path) -> None:
    """It gives more than a journal that was begun anew long after its edition."""
    os.utime(database.resolve(), (1_790_000_000, 1_790_000_000))
    journal.path_of(database).unlink()
    journal.record(database)
    before = sequences(database)
    journal.path_of(database).unlink()
    assert not_below(sequences(database), before)


def test_a_server_without_a_journal_gives_the_same_at_each_request(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It decides once which SEQUENCE is high enough, whatever the time is."""
    journal.path_of(database).unlink()
    with serving(database) as client:
        before = duties(read(client))
        now = journal.datetime.now(journal.UTC)

        class Later(datetime):
            """A clock that is ahead."""

            @classmethod
            def now(cls, tz: Any = None) -> Any:
                return now + timedelta(hours=1)

        monkeypatch.setattr(journal, "datetime", Later)
        after = duties(read(client))
    assert {name: duty.sequence.value for name, duty in before.items()} == {
        name: duty.sequence.value for name, duty in after.items()
    }


def test_a_clock_that_is_behind_lowers_no_sequence(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the time of the files where that is later, and is never below 0."""

    class MarkRows(datetime):
        """A clock that was never set."""

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime(1970, 1, 1, tzinfo=tz)

    before = sequences(database)
    monkeypatch.setattr(journal, "datetime", MarkRows)
    journal.path_of(database).unlink()
    meanwhile = sequences(database)
    assert journal.record(database) is None
    assert not_below(meanwhile, before)
    assert not_below(sequences(database), meanwhile)


def test_a_file_of_something_else_is_not_read(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes it for damage by how it begins, however large it is."""
    file = journal.path_of(database)
    with file.open("wb") as handle:
        handle.truncate(200_000_000)
    monkeypatch.setattr(Journal, "parsed", lambda *_: pytest.fail("it was read"))
    assert len(journal.known(database, database.resolve()).editions) == 1
    with pytest.raises(ValueError, match="not a journal"):
        journal.read(database)


def test_what_is_no_file_is_not_read(database: Path) -> None:
    """It does not wait for a pipe that nobody writes to."""
    file = journal.path_of(database)
    file.unlink()
    os.mkfifo(file)
    assert "begun anew" in str(journal.record(database))
    assert journal.record(database) is None


@pytest.mark.slow
def test_a_journal_grows_with_the_data(database: Path) -> None:
    """It is read and written on, however many duties it holds."""
    before = journal.read(database)
    assert before is not None
    name, duty = next(iter(before.deadlines.items()))
    many = {f"{name}-{n}": duty | {"id": f"{duty['id']}-{n}"} for n in range(30_000)}
    file = journal.path_of(database)
    file.write_text(replace(before, deadlines={**before.deadlines, **many}).text(), "utf-8")
    assert file.stat().st_size > 10_000_000

    build(database, FIRST)

    found = journal.read(database)
    assert found is not None
    assert [entry.id for entry in found.editions[:-1]] == [entry.id for entry in before.editions]
    assert found.deadlines.keys() >= many.keys()


@pytest.mark.slow
def test_no_edition_is_forgotten(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It drops the details of those that are long past, and not that they were."""
    monkeypatch.setattr(journal, "DETAILED", 2)
    before = journal.read(database)
    assert before is not None
    first, second = build(database, FIRST), build(database, SECOND)

    found = journal.read(database)

    assert found is not None
    noted = [*(entry.id for entry in before.editions), first.id, second.id]
    assert [entry.id for entry in found.editions] == noted
    assert [entry.changes is not None for entry in found.editions[-3:]] == [False, True, True]
