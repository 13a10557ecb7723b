"""A few queries run at a time; the others wait, short ones least, and may be cancelled."""

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.sandbox import Capacity, Limits, Progress, Result, SandboxError
from tests.helpers.numbers_file import (
    ENDLESS,
    ONE_AT_A_TIME,
    PATIENT,
    opened,
    running,
    until,
    write_numbers,
)

HURRIED = Limits(seconds=PATIENT, express_seconds=0.01)


class GoneError(BaseException):
    """What a page raises that is drawn anew: no Exception, as with Streamlit's own."""


def leave(_: Progress) -> None:
    """Be gone at the first report."""
    raise GoneError


def test_a_short_query_has_a_result_while_long_ones_run(file: Path) -> None:
    """It does not wait until one of four long queries is finished."""
    with opened() as sandbox, running(sandbox, file, HURRIED, number=4) as long:
        until(lambda: sorted(query.ahead is None for query in long) == [False, False, True, True])

        assert sandbox.run("SELECT 1 AS one", file).rows.height == 1
        assert all(query.is_open for query in long)


def test_a_query_makes_room_for_a_newcomer_long_before_its_time(file: Path) -> None:
    """It leaves the express lane after a slice of its time where another has not run yet."""
    sliced = Limits(seconds=PATIENT, slice_seconds=0.01, express_seconds=PATIENT)
    with (
        opened(Capacity(main=1, express=1)) as sandbox,
        running(sandbox, file, sliced, number=2) as long,
    ):
        assert sandbox.run("SELECT 1 AS one", file).rows.height == 1
        assert all(query.is_open for query in long)


def test_a_query_too_slow_for_the_express_lane_has_a_result(file: Path) -> None:
    """It runs again in the main lane, from the beginning."""
    with opened(Capacity(main=1, express=1)) as sandbox:
        with running(sandbox, file):
            slow = sandbox.submit("SELECT sleep_ms(1000) AS slept", file, limits=HURRIED)
            until(lambda: slow.ahead == 0)
        outcome = slow.wait()

    assert isinstance(outcome, Result)


def test_who_waits_hears_how_many_are_ahead(file: Path) -> None:
    """It counts those that wait, and says None once the query runs."""
    heard: list[Progress] = []
    with opened(ONE_AT_A_TIME) as sandbox, running(sandbox, file) as [first]:
        second = sandbox.submit(ENDLESS, file)

        def hear(progress: Progress) -> None:
            heard.append(progress)
            if progress.ahead == 1:
                second.cancel()
            if progress.ahead == 0:
                first.cancel()
            if progress.ahead is None:
                raise GoneError

        with pytest.raises(GoneError):
            sandbox.run(ENDLESS, file, on_progress=hear)

    assert list(dict.fromkeys(progress.ahead for progress in heard)) == [1, 0, None]
    assert [progress.seconds for progress in heard] == sorted(
        progress.seconds for progress in heard
    )


def test_a_result_that_is_there_reports_nothing(file: Path) -> None:
    """It reports progress only while there is no outcome."""
    with opened() as sandbox:
        pending = sandbox.submit("SELECT 1 AS one", file)
        pending.wait()

        pending.wait(lambda progress: pytest.fail(str(progress)))


def test_progress_is_reported_in_the_thread_that_waits(file: Path) -> None:
    """It draws where Streamlit lets a page draw."""
    threads: list[threading.Thread] = []

    def hear(_: Progress) -> None:
        threads.append(threading.current_thread())
        raise GoneError

    with opened() as sandbox, pytest.raises(GoneError):
        sandbox.run(ENDLESS, file, on_progress=hear)

    assert threads == [threading.current_thread()]


def test_a_cancelled_query_is_killed_and_frees_its_place(file: Path) -> None:
    """It lets the next one run, though the first would not have ended."""
    with opened(ONE_AT_A_TIME) as sandbox:
        with suppress(GoneError):
            sandbox.run(ENDLESS, file, on_progress=leave)

        assert sandbox.run("SELECT 1 AS one", file).rows.height == 1


def test_the_worker_of_a_cancelled_query_is_gone(file: Path) -> None:
    """It leaves no process behind."""
    with opened(ready=0) as sandbox:
        with running(sandbox, file) as [query]:
            pass
        query.wait()
        worker = query.worker

        assert worker is not None
        until(lambda: not worker.alive)


def test_a_full_queue_is_busy(file: Path) -> None:
    """It says so at once."""
    full = Capacity(main=1, express=0, waiting=0)
    with (
        opened(full) as sandbox,
        running(sandbox, file),
        pytest.raises(SandboxError) as refusal,
    ):
        sandbox.run("SELECT 1", file)

    assert refusal.value.kind == "busy"


def test_a_queue_that_does_not_move_is_busy(file: Path) -> None:
    """It says so to who has waited for as long as one may."""
    with (
        opened(ONE_AT_A_TIME, patience=0.3) as sandbox,
        running(sandbox, file),
        pytest.raises(SandboxError) as refusal,
    ):
        sandbox.run("SELECT 1", file)

    assert refusal.value.kind == "busy"


def test_a_worker_that_dies_is_a_crash(file: Path) -> None:
    """It says so, and the next query has a result."""
    with opened() as sandbox, running(sandbox, file) as [query]:
        assert query.worker is not None
        os.kill(query.worker.pid, signal.SIGSEGV)
        outcome = query.wait()

        assert isinstance(outcome, SandboxError)
        assert outcome.kind == "crash"
        assert sandbox.run("SELECT 1 AS one", file).rows.height == 1


def test_another_file_of_the_same_name_is_opened_afresh(tmp_path: Path) -> None:
    """It does not answer from what an idle worker has opened."""
    file, count = write_numbers(tmp_path / "numbers.duckdb"), "SELECT count(*) AS n FROM numbers"
    with opened() as sandbox:
        sandbox.warm(file)
        assert sandbox.run(count, file).rows.item() == 50_000
        write_numbers(tmp_path / "next.duckdb").rename(tmp_path / "kept.duckdb")
        file.unlink()
        with pytest.raises(FileNotFoundError):
            sandbox.run("SELECT 1", file)
        (tmp_path / "kept.duckdb").rename(file)

        assert sandbox.run(count, file).rows.item() == 50_000
