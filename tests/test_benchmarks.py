"""The benchmarks, in a short lane: little data, one round, no limits of time."""

from pathlib import Path

import pytest

from benchmarks.__main__ import measure
from benchmarks.contenders import HERE
from benchmarks.questions import QUESTIONS

pytestmark = pytest.mark.slow


def test_the_page_has_every_measurement(tmp_path: Path) -> None:
    """It builds, asks, opens and says what each cost against the floor."""
    page = measure([1], 1, tmp_path, "python -m benchmarks", pages=["sql"])

    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    who = [line.split("|")[3].strip() for line in page.splitlines() if line.startswith("| 1 |")]
    assert who[:2] == ["tracker build", "tracker build, 2 processes"]
    assert set(HERE) <= set(who)
    assert {*QUESTIONS, "sql"} <= set(rows)
