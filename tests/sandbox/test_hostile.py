"""Hostile queries end with a clear outcome, reach nothing, and leave nothing behind.

One of each group and end runs (`make faults` runs all), two at a time, while another reader reads
the real database through the door of the pages; the tests look at what was noted. How long all that
takes says more about the machine than about the code: `benchmarks/check_hostile.py` measures it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.source import database as door
from tests.helpers.hostile_corpus import hostile_queries
from tests.helpers.hostile_run import (
    CANARY,
    Attempt,
    Ground,
    attempts,
    children,
    megabytes,
    reading,
)
from tests.helpers.numbers_file import UNHURRIED, opened, until
from transforms import paths

pytestmark = pytest.mark.slow

QUERIES = hostile_queries()
TRIED = list({(query.group, query.expected): query for query in QUERIES}.values())
GROUPS = sorted({query.group for query in TRIED})
ENDLESS = replace(UNHURRIED, seconds=0.7)


@dataclass(frozen=True)
class Record:
    """What was noted."""

    attempts: list[Attempt]
    read: list[float]
    before: dict[str, str]
    after: dict[str, str]
    megabytes: tuple[float, float]
    rows_afterwards: int


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, duplicate: Path) -> Record:
    """What happened when they were run."""
    ground = Ground(tmp_path_factory.mktemp("hostile"))
    older, before = children(), ground.state()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "DATABASE", duplicate)
        patch.setenv("CANARY", CANARY)
        patch.setenv("HOME", str(ground.home))
        patch.chdir(ground.work)
        with opened() as sandbox, reading(_read, pause=0.2) as read:
            sandbox.run("FROM numbers", ground.database)
            size = megabytes()
            found = attempts(sandbox, ground, TRIED, UNHURRIED, ENDLESS)
            sizes = (size, megabytes())
            rows = sandbox.run("SELECT count(*) AS n FROM numbers", ground.database).rows.item()
    until(lambda: children() <= older)  # no process stays
    return Record(found, read, before, ground.state(), sizes, rows)


def _read(turn: int) -> None:
    """Read what a page reads, on another day at every turn: nothing of it is cached."""
    day = date(2020, 1, 1) + timedelta(days=turn)
    sql = "SELECT status, count(*) AS commitments FROM commitments_on($day) GROUP BY ALL"
    door.run(sql, day=day)


def test_there_are_many_and_all_are_different() -> None:
    """It holds at least 150 queries, in groups that can be read."""
    assert len({query.sql for query in QUERIES}) == len(QUERIES) >= 150


@pytest.mark.parametrize("group", GROUPS)
def test_each_ends_as_it_should(record: Record, group: str) -> None:
    """It names the kind of refusal, or has a result for what is harmless."""
    wrong = [
        (each.query.tries, each.query.expected, each.ended, each.output[:200])
        for each in record.attempts
        if each.query.group == group and each.ended not in _right(each.query.expected)
    ]

    assert not wrong


def _right(expected: str) -> tuple[str, ...]:
    kinds = ("answered", "crash", "memory", "not_a_query", "query", "size", "time")
    return {"contained": kinds, "time": ("time", "memory")}.get(expected, (expected,))


def test_nothing_outside_is_shown(record: Record) -> None:
    """It shows no content of a file, and nothing of the environment."""
    leaks = [
        each.query.tries
        for each in record.attempts
        if CANARY in each.output or "HOME=" in each.output
    ]

    assert not leaks


def test_nothing_is_written(record: Record) -> None:
    """It leaves the database as it was, byte for byte, and no file beside it or elsewhere."""
    assert record.after == record.before


def test_another_reader_reads_meanwhile(record: Record) -> None:
    """It goes on reading the real database, without an error."""
    assert len(record.read) > 1


def test_nothing_stays(record: Record) -> None:
    """It leaves no process and no memory behind, and runs the next query."""
    before, after = record.megabytes

    assert record.rows_afterwards == 50_000
    assert after - before < 200
