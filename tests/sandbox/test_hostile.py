"""Hostile questions end in a clear answer, reach nothing, and leave nothing behind.

All are asked once, two at a time, while another reader reads the real database through the door
of the pages; the tests look at what was noted. Times are those that a page may count on even on
a busy machine: `benchmarks/check_hostile.py` measures them.
"""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.sandbox import Limits
from dashboard.source import database as door
from tests.helpers.hostile_corpus import hostile
from tests.helpers.hostile_run import (
    CANARY,
    Ground,
    Tried,
    children,
    left_behind,
    megabytes,
    reading,
    small,
    tried,
)
from tests.helpers.numbers_file import opened
from transforms import paths

pytestmark = pytest.mark.slow

QUESTIONS = hostile()
GROUPS = sorted({question.group for question in QUESTIONS})
SECONDS = 0.7
"""For those that have no end; `Limits` gives nine."""
SLACK = 10.0
"""Seconds of scheduling, starting and waiting for a place on a busy machine."""


@dataclass(frozen=True)
class Record:
    """What was noted."""

    tried: list[Tried]
    read: list[float]
    before: dict[str, str]
    after: dict[str, str]
    megabytes: tuple[float, float]
    seconds: tuple[float, float]
    left: set[int]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, duplicate: Path) -> Record:
    """What happened when all were asked."""
    ground = Ground(tmp_path_factory.mktemp("hostile"))
    older, before = children(), ground.state()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "DATABASE", duplicate)
        patch.setenv("CANARY", CANARY)
        with opened() as sandbox, reading(_read, pause=0.2) as read:
            quick, size = small(sandbox, ground, times=3), megabytes()
            found = tried(sandbox, ground, QUESTIONS, SECONDS)
            sizes, times = (size, megabytes()), (quick, small(sandbox, ground, times=3))
    left = left_behind(older)
    return Record(found, read, before, ground.state(), sizes, times, left)


def _read(turn: int) -> None:
    """Read what a page reads, on another day at every turn: nothing of it is kept."""
    day = date(2020, 1, 1) + timedelta(days=turn)
    sql = "SELECT status, count(*) AS commitments FROM commitments_on($day) GROUP BY ALL"
    door.run(sql, day=day)


def test_there_are_many_and_all_are_different() -> None:
    """It holds at least 150 questions, in groups that can be read."""
    assert len({question.sql for question in QUESTIONS}) == len(QUESTIONS) >= 150


@pytest.mark.parametrize("group", GROUPS)
def test_each_ends_as_it_should(record: Record, group: str) -> None:
    """It names the kind of refusal, or answers what is harmless."""
    wrong = [
        (one.question.tries, one.question.expected, one.ended, one.said[:200])
        for one in record.tried
        if one.question.group == group and one.ended not in _right(one.question.expected)
    ]

    assert not wrong


def _right(expected: str) -> tuple[str, ...]:
    kinds = ("answered", "crash", "memory", "not_a_query", "query", "size", "time")
    return {"contained": kinds, "time": ("time", "memory")}.get(expected, (expected,))


def test_each_ends_in_time(record: Record) -> None:
    """It answers within the limit, and what a busy machine adds."""
    slow = [
        (one.question.tries, one.seconds)
        for one in record.tried
        if one.seconds > Limits().seconds + SLACK
    ]

    assert not slow


def test_nothing_outside_is_told(record: Record) -> None:
    """It shows no content of a file, and nothing of the environment."""
    home = f"HOME={os.environ.get('HOME', '/root')}"
    told = [one.question.tries for one in record.tried if CANARY in one.said or home in one.said]

    assert not told


def test_nothing_is_written(record: Record) -> None:
    """It leaves the database as it was, byte for byte, and no file beside it or elsewhere."""
    assert record.after == record.before


def test_another_reader_is_answered_meanwhile(record: Record) -> None:
    """It leaves pages their share of the machine."""
    assert len(record.read) > 20
    assert max(record.read) < 5


def test_nothing_stays(record: Record) -> None:
    """It leaves no process, no memory and no delay behind."""
    before, after = record.megabytes
    quick, quick_after = record.seconds

    assert not record.left
    assert after - before < 200
    assert quick_after < 5 * quick + 1
