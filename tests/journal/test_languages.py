"""Titles in the journal are in the languages of the tracker, whichever these are."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import pytest

from tests.helpers import tiny_history
from tests.helpers.calendars import duties, read
from tests.helpers.tiny import write_tiny_in
from tests.helpers.tiny_history import FIRST, MEETING, SECOND, serving
from transforms import journal, pipeline
from transforms.journal.deadlines import Duty, next_state, query
from transforms.journal.entries import Journal

OLD = Path(__file__).with_name("format-1.json")
"""A journal as it was written before titles were noted by language, of the tiny history."""
DAY = datetime(2026, 12, 24, tzinfo=UTC)


def old() -> dict[str, Any]:
    """What that file holds."""
    found: dict[str, Any] = json.loads(OLD.read_text("utf-8"))
    return found


def known_now() -> list[Duty]:
    """The duties of the same data, as an edition of today says them."""
    with duckdb.connect(tiny_history.pointer().resolve(), read_only=True) as connection:
        found = connection.execute(query(["en", "fr"]))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]  # type: ignore[misc]  # rows of the right columns


def test_a_journal_of_format_1_is_read() -> None:
    """It has the titles in both languages, and every count and time as they were."""
    found = Journal.parsed(OLD.read_text("utf-8"))
    for name, before in old()["deadlines"].items():
        duty = found.deadlines[name]
        assert duty["title"] == {"en": before["title_en"], "fr": before["title_fr"]}
        assert [duty["sequence"], duty["changed_at"]] == [before["sequence"], before["changed_at"]]
    assert [entry.id for entry in found.editions] == [each["id"] for each in old()["editions"]]
    assert found.first_sequence == old()["first_sequence"]


def test_changes_of_format_1_keep_the_columns_that_changed() -> None:
    """It does not take a title that changed for what the row is called."""
    (_, second, _) = Journal.parsed(OLD.read_text("utf-8")).editions
    assert second.changes is not None
    rows = {row["id"]: row for row in second.changes["tables"]["milestones"]["rows"]["changed"]}
    assert rows["called-off"]["title"] == {"en": "Meeting", "fr": "Réunion"}
    assert set(rows["renamed"]["columns"]) == {"title_en", "title_fr"}


def test_a_journal_of_format_1_is_written_as_format_2() -> None:
    """It is the same when it is read again."""
    found = Journal.parsed(OLD.read_text("utf-8"))
    text = found.text()
    assert json.loads(text)["format"] == 2
    assert Journal.parsed(text) == found


def test_an_edition_after_format_1_moves_nothing_by_itself() -> None:
    """It leaves SEQUENCE and time of change as they were where the data says the same."""
    before = Journal.parsed(OLD.read_text("utf-8")).deadlines
    after = next_state(before, known_now(), DAY)
    planned = {name for name, duty in before.items() if duty["status"] == "planned"}
    assert planned
    for name in planned:
        assert after[name] == before[name]


@pytest.mark.slow
def test_a_build_goes_on_from_format_1(tmp_path: Path) -> None:
    """It warns of nothing, keeps the name of the journal, and adds its edition."""
    database = tmp_path / "tracker.duckdb"
    journal.path_of(database).write_text(OLD.read_text("utf-8"), "utf-8")
    data = write_tiny_in(tmp_path / "data", "en", "fr", milestones=FIRST)
    built = pipeline.build(data, database)
    assert not [warning for warning in built.warnings if "journal" in warning]
    found = journal.read(database)
    assert found is not None
    assert (found.id, len(found.editions)) == (old()["id"], len(old()["editions"]) + 1)


def test_a_language_that_comes_or_goes_changes_no_duty() -> None:
    """It notes the title in the new language, and no change."""
    titles: list[dict[str, str]] = [
        {"en": "Meeting", "fr": "Réunion", "es": "Reunión"},
        {"en": "Meeting"},
    ]
    before = next_state({}, [MEETING], DAY.replace(month=11))
    for title in titles:
        (now,) = next_state(before, [{**MEETING, "title": title}], DAY).values()
        (then,) = before.values()
        assert now == {**then, "title": title}


@pytest.fixture(scope="module")
def iberian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pointer to two editions in Spanish and Portuguese."""
    folder = tmp_path_factory.mktemp("iberian")
    for text in (FIRST, SECOND):
        data = write_tiny_in(folder / "data", "es", "pt", milestones=text)
        built = pipeline.build(data, folder / "tracker.duckdb", allow_shrink=True)
        assert not [warning for warning in built.warnings if "journal" in warning]
    return folder / "tracker.duckdb"


@pytest.mark.slow
def test_a_journal_needs_neither_english_nor_french(iberian: Path) -> None:
    """It notes what changed and what is due, in the languages that there are."""
    found = journal.read(iberian)
    assert found is not None
    changes = found.editions[-1].changes
    assert changes is not None
    (row,) = changes["tables"]["milestones"]["rows"]["removed"]
    assert row["title"] == {"es": "Report due", "pt": "Report due"}
    assert found.deadlines["milestone:moved"]["title"] == {"es": "Meeting", "pt": "Réunion"}


@pytest.mark.slow
@pytest.mark.parametrize(("query", "title"), [("", "Meeting"), ("?lang=pt", "Réunion")])
def test_feed_and_calendar_speak_these_languages(iberian: Path, query: str, title: str) -> None:
    """It shows the titles of the reader's language."""
    with serving(iberian) as client:
        shown = duties(read(client, query))
        feed = feedparser.parse(client.get(f"/changes.atom{query}").content)
    assert title in shown["milestone-moved"].summary.value
    assert f">{title}</a>" in feed.entries[0].content[0].value
