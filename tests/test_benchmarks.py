"""The benchmarks, in a short lane: little data, one round, no limits of time."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import PAGE, measure
from benchmarks.contenders import DBT, HERE, IN_PROCESSES, ON_DASK, TRACKER
from benchmarks.peers import dbt_project
from benchmarks.questions import QUESTIONS, Costs
from benchmarks.report import FLOOR, LIMIT, NOTES
from benchmarks.report import page as report
from benchmarks.usage import Series, Usage
from transforms import paths
from transforms.schema import TABLES

pytestmark = pytest.mark.slow


def test_the_page_has_every_measurement(tmp_path: Path) -> None:
    """It builds, asks, opens and says what each cost against the floor.

    Builds in processes and on a cluster, which take longest, are tried in ``tests/staging/``.
    """
    without, pages = (IN_PROCESSES, ON_DASK), ["sql"]
    command = "python -m benchmarks"
    page = measure([1], 1, tmp_path, command, pages, without=without, chromium=False)

    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    who = [line.split("|")[3].strip() for line in page.splitlines() if line.startswith("| 1 |")]
    assert who[0] == TRACKER
    # dbt is measured where it is installed.
    assert set(HERE) - {DBT, ON_DASK} <= set(who)
    assert {*QUESTIONS, "sql"} <= set(rows)


def test_the_project_of_dbt_tests_every_table(tmp_path: Path) -> None:
    """It has a model for each table, and a test for what must not be missing in its rows."""
    dbt_project.write(paths.DATA, tmp_path)

    described = json.loads((tmp_path / "models" / "schema.yml").read_text("utf-8"))["models"]
    assert {path.stem for path in (tmp_path / "models").glob("*.sql")} == set(TABLES)
    assert [each for each in described if "not_null" not in str(each["columns"])] == []


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


def test_the_page_ends_with_the_notes() -> None:
    """What is written into the page by hand would be lost when it is made anew."""
    assert PAGE.read_text("utf-8").endswith(f"\n{NOTES.read_text('utf-8')}")
