"""The benchmarks, in a short lane: little data, one round, no limits of time."""

from pathlib import Path

import pytest

from benchmarks.__main__ import measure
from benchmarks.contenders import HERE
from benchmarks.questions import QUESTIONS, Costs
from benchmarks.report import FLOOR, LIMIT
from benchmarks.report import page as report
from benchmarks.usage import Series, Usage

pytestmark = pytest.mark.slow


def test_the_page_has_every_measurement(tmp_path: Path) -> None:
    """It builds, asks, opens and says what each cost against the floor."""
    page = measure([1], 1, tmp_path, "python -m benchmarks", pages=["sql"], chromium=False)

    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    who = [line.split("|")[3].strip() for line in page.splitlines() if line.startswith("| 1 |")]
    assert who[:2] == ["tracker build", "tracker build, 2 processes"]
    assert set(HERE) <= set(who)
    assert {*QUESTIONS, "sql"} <= set(rows)


def test_what_readers_wait_for_is_compared_with_the_limit() -> None:
    """It divides each median by that of the limit, of the same run."""
    builds = {1: (1.0, {FLOOR: Series((Usage(1, 1, 1),))})}
    costs: dict[int, dict[str, Costs]] = {1: {"questions": {}, "pages": {}}}
    waits = {
        "tracker": {
            "first": [300.0, 500.0, 400.0],
            "change": [90.0],
            "new": [30.0],
            "known": [9.0],
        },
        LIMIT: {"first": [200.0], "change": [60.0], "new": [30.0], "known": [6.0]},
    }
    text = report(builds, costs, waits, "python -m benchmarks")
    assert "| tracker | 400 | 2.0 | 90 | 1.5 | 30 | 1.0 | 9 | 1.5 |" in text
