"""Two questions are answered at a time; the others wait in line, and may go."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.sandbox import Asked, Progress, Sandbox, SandboxError
from tests.helpers.numbers_file import opened, write_numbers

SLEEP = "SELECT sleep_ms(40000)"


class GoneError(BaseException):
    """What a page raises that is drawn anew: no Exception, as with Streamlit's own."""


def until(true: Callable[[], object]) -> None:
    """Wait until something is so; fail after half a minute."""
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def asleep(sandbox: Sandbox, file: Path) -> Asked:
    """Hand in a question that will not be answered soon, and wait until it runs."""
    asked = sandbox.begin(SLEEP, file)
    until(lambda: asked._worker)
    return asked


def test_who_waits_is_told_how_many_are_ahead(file: Path) -> None:
    """It counts those that wait, and says None once the question runs."""
    heard: list[Progress] = []
    with opened(at_once=1) as sandbox:
        first, second = asleep(sandbox, file), sandbox.begin(SLEEP, file)

        def tell(progress: Progress) -> None:
            heard.append(progress)
            if len(heard) == 1:
                second.cancel()
            if len(heard) == 2:
                first.cancel()
            if progress.ahead is None:
                raise GoneError

        with pytest.raises(GoneError):
            sandbox.ask(SLEEP, file, tell=tell)

    assert [heard[0].ahead, heard[1].ahead, heard[-1].ahead] == [1, 0, None]
    assert heard[0].seconds == pytest.approx(0.2, abs=0.15)


def test_an_answer_that_is_there_tells_nothing(file: Path) -> None:
    """It hears of a question only while that has no outcome."""
    with opened() as sandbox:
        asked = sandbox.begin("SELECT 1 AS one", file)
        asked.attend()

        asked.attend(lambda progress: pytest.fail(str(progress)))


def test_whoever_tells_is_the_thread_that_asks(file: Path) -> None:
    """It draws where Streamlit lets a page draw."""
    threads: list[threading.Thread] = []

    def tell(_: Progress) -> None:
        threads.append(threading.current_thread())
        raise GoneError

    with opened() as sandbox, pytest.raises(GoneError):
        sandbox.ask(SLEEP, file, tell=tell)

    assert threads == [threading.current_thread()]


def test_a_question_given_up_is_killed_and_frees_its_place(file: Path) -> None:
    """It answers the next at once, not when the sleeper wakes."""

    def tell(_: Progress) -> None:
        raise GoneError

    with opened(at_once=1) as sandbox:
        with suppress(GoneError):
            sandbox.ask(SLEEP, file, tell=tell)

        assert sandbox.ask("SELECT 1 AS one", file).rows.height == 1


def test_the_worker_of_a_question_given_up_is_gone(file: Path) -> None:
    """It leaves no process behind."""
    with opened(ready=0) as sandbox:
        asked = asleep(sandbox, file)
        asked.cancel()
        asked.attend()
        assert asked._worker is not None
        until(lambda: not asked._worker.alive)


def test_a_line_that_is_too_long_is_busy(file: Path) -> None:
    """It says so at once."""
    with opened(at_once=1, longest=0) as sandbox:
        first = asleep(sandbox, file)
        with pytest.raises(SandboxError) as refusal:
            sandbox.ask("SELECT 1", file)
        first.cancel()

    assert refusal.value.kind == "busy"


def test_a_line_that_does_not_move_is_busy(file: Path) -> None:
    """It says so after a while, and not before."""
    with opened(at_once=1, patience=0.3) as sandbox:
        first = asleep(sandbox, file)
        started = time.monotonic()
        with pytest.raises(SandboxError) as refusal:
            sandbox.ask("SELECT 1", file)
        first.cancel()

    assert refusal.value.kind == "busy"
    assert time.monotonic() - started >= 0.3


def test_another_file_of_the_same_name_is_opened_afresh(tmp_path: Path) -> None:
    """It does not answer from what a waiting worker has opened."""
    file = write_numbers(tmp_path / "numbers.duckdb")
    with opened() as sandbox:
        sandbox.warm(file)
        assert sandbox.ask("SELECT count(*) AS n FROM numbers", file).rows.item() == 50_000
        write_numbers(tmp_path / "next.duckdb").rename(tmp_path / "kept.duckdb")
        file.unlink()
        with pytest.raises(FileNotFoundError):
            sandbox.ask("SELECT 1", file)
        (tmp_path / "kept.duckdb").rename(file)

        assert sandbox.ask("SELECT count(*) AS n FROM numbers", file).rows.item() == 50_000
