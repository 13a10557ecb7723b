"""Two questions are answered at a time; the others wait in line, and may go."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.sandbox import Asked, Asker, Progress, Sandbox, SandboxError
from dashboard.sandbox.line import Line
from tests.numbers_file import opened, write_numbers

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


def test_who_came_first_is_served_first() -> None:
    """It lets in as many as may be at a time, and the next when one goes."""
    line = Line(at_once=2, longest=2)
    assert [line.enter(name) for name in "abcde"] == [True, True, True, True, False]
    assert [line.ahead(name) for name in "abcd"] == [None, None, 0, 1]
    assert not line.served("c", patience=0)

    line.leave("a")

    assert line.served("c", patience=0)
    assert [line.ahead(name) for name in "bcd"] == [None, None, 0]


def in_turn(line: Line, names: str) -> str:
    """Serve one after the other, and return in which order; each leaves when it was served."""
    order = ""
    while waiting := [name for name in names if name not in order]:
        order += next(name for name in waiting if line.served(name, patience=0))
        line.leave(order[-1])
    return order


def test_the_third_of_one_asker_is_refused() -> None:
    """It lets the others in."""
    line = Line(at_once=1, longest=20)
    tab, other = Asker("tab"), Asker("other")

    assert [line.enter(name, tab) for name in "abc"] == [True, True, False]
    assert line.enter("d", other)


def test_what_was_given_up_does_not_count() -> None:
    """It lets a reader ask the next while the worker of the last is still being killed."""
    line = Line(at_once=1, longest=20)
    tab = Asker("tab")
    assert [line.enter(name, tab) for name in "ab"] == [True, True]

    for name in "ab":
        line.give_up(name)

    assert [line.enter(name, tab) for name in "cde"] == [True, True, False]
    assert not line.served("c", patience=0)


def test_who_was_served_least_recently_is_next() -> None:
    """It takes turns among the askers, and keeps the order among equals."""
    line = Line(at_once=1, longest=20)
    for name, asker in zip("aAbBc", ["a", "a", "b", "b", "c"], strict=True):
        line.enter(name, Asker(asker))

    assert [line.ahead(name) for name in "aAbBc"] == [None, 2, 0, 3, 1]
    assert in_turn(line, "aAbBc") == "abcAB"


def test_many_tabs_of_one_network_take_turns_with_others() -> None:
    """It does not serve a reader more often who opens more tabs."""
    line = Line(at_once=1, longest=20)
    for name in "abcd":
        line.enter(name, Asker(name, "many"))
    line.enter("X", Asker("X", "one"))

    assert in_turn(line, "abcdX") == "aXbcd"


def test_in_a_full_line_the_last_of_the_most_makes_room() -> None:
    """It keeps nobody out because somebody else has filled the line."""
    line = Line(at_once=1, longest=3)
    for name in "abcd":
        line.enter(name, Asker(name, "many"))

    assert line.enter("X", Asker("X", "one"))
    assert not line.served("d", patience=20)
    assert not line.enter("e", Asker("e", "many"))
    assert in_turn(line, "abcX") == "aXbc"


def test_nobody_makes_room_for_who_has_as_many() -> None:
    """It refuses the last that comes where all have the same."""
    line = Line(at_once=1, longest=2)
    assert all(line.enter(name, Asker(name)) for name in "abc")

    assert not line.enter("d", Asker("d"))


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
