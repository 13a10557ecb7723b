"""Readers who ask the same share one process and one answer; some answers are kept."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sandbox import Answer, Limits, Progress, Sandbox, SandboxError, service
from dashboard.sandbox.result_cache import KeptOutcomes, Key
from dashboard.source import database
from tests.helpers.numbers_file import opened

SLEEP = "SELECT sleep_ms(1500) AS slept"


class GoneError(BaseException):
    """What a page raises that is drawn anew."""


@pytest.fixture
def begun(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was really asked, while ``asking`` has a sandbox and a file of its own."""
    texts: list[str] = []
    with opened() as sandbox:

        def begin(sql: str, *rest: object) -> object:
            texts.append(sql)
            return Sandbox.begin(sandbox, sql, *rest)

        monkeypatch.setattr(sandbox, "begin", begin)
        monkeypatch.setattr(service, "_sandbox", lambda: sandbox)
        monkeypatch.setattr(service, "_kept", KeptOutcomes())
        monkeypatch.setattr(service, "LIMITS", Limits(seconds=60))  # the machine may be busy
        monkeypatch.setattr(database, "file", lambda: file)
        monkeypatch.setattr(database, "edition", lambda: "numbers")
        yield texts


def leave(_: Progress) -> None:
    """Be gone at the first word."""
    raise GoneError


def test_an_answer_is_kept(begun: list[str]) -> None:
    """It asks the same question only once."""
    first, again = service.ask("SELECT 1 AS one", {}), service.ask("SELECT 1 AS one", {})

    assert first is again
    assert len(begun) == 1


@pytest.mark.parametrize(
    "values", [(1, True), (1, 1.0), ("1", 1), (None, ""), (date(2026, 1, 1), "2026-01-01")]
)
def test_other_values_are_another_question(begun: list[str], values: tuple[object, ...]) -> None:
    """It tells values apart that Python or a reader may take for the same."""
    types = [service.ask("SELECT typeof($x) AS t", {"x": value}).rows.item() for value in values]

    assert len(set(types)) == 2


def test_readers_of_one_question_share_it(begun: list[str]) -> None:
    """It answers both from one process."""
    outcomes: list[object] = []
    readers = [
        threading.Thread(target=lambda: outcomes.append(service.ask(SLEEP, {}))) for _ in range(2)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert outcomes[0] is outcomes[1]
    assert isinstance(outcomes[0], Answer)
    assert len(begun) == 1


def test_who_goes_leaves_the_question_to_the_others(begun: list[str]) -> None:
    """It is not given up while another reader waits."""
    outcomes: list[object] = []
    other = threading.Thread(target=lambda: outcomes.append(service.ask(SLEEP, {})))
    other.start()
    while not begun:
        time.sleep(0.01)
    with pytest.raises(GoneError):
        service.ask(SLEEP, {}, leave)
    other.join()

    assert isinstance(outcomes[0], Answer)
    assert len(begun) == 1


def test_a_question_that_nobody_waits_for_is_not_kept(begun: list[str]) -> None:
    """It is given up, and asked anew by who comes back."""
    with pytest.raises(GoneError):
        service.ask(SLEEP, {}, leave)

    assert isinstance(service.ask(SLEEP, {}), Answer)
    assert len(begun) == 2
    assert not service._asked
    assert not service._readers


KEY: Key = ("SELECT 1", (), "edition", Path("file"), Limits())


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("query", (True, True)),
        ("time", (True, False)),
        ("crash", (True, False)),
        ("busy", (False,) * 2),
        ("long", (False,) * 2),
    ],
)
def test_a_refusal_is_kept_as_long_as_it_may_hold(
    monkeypatch: pytest.MonkeyPatch, kind: str, kept: tuple[bool, bool]
) -> None:
    """It lets a reader try again in a minute what may go better, and at once where it was busy."""
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    outcomes = KeptOutcomes()
    outcomes.put(KEY, SandboxError(kind))
    at_once = outcomes.get(KEY) is not None
    now += 60

    assert (at_once, outcomes.get(KEY) is not None) == kept


def test_what_is_kept_is_bounded() -> None:
    """It lets the oldest go, by number and by size."""
    outcomes = KeptOutcomes(number=2, bytes=1_000)
    for name in "abc":
        outcomes.put((name, *KEY[1:]), SandboxError("query"))
    assert [outcomes.get((name, *KEY[1:])) is None for name in "abc"] == [True, False, False]

    outcomes.put(("x" * 900, *KEY[1:]), SandboxError("query"))

    assert [outcomes.get((name, *KEY[1:])) is None for name in "bc"] == [True, False]


def test_parameters_count_for_what_is_kept() -> None:
    """It lets go of what would fill the memory with values."""
    outcomes = KeptOutcomes(bytes=1_000)
    large: Key = ("SELECT $p", (("p", "str", "x" * 1_000),), *KEY[2:])

    outcomes.put(large, SandboxError("query"))

    assert outcomes.get(large) is None


def test_the_tab_of_a_page_is_who_asks() -> None:
    """It knows from Streamlit whose turn it is."""

    def page() -> None:
        import streamlit as st

        from dashboard.sandbox import service

        st.text(service._asker().name)

    assert AppTest.from_function(page).run().text[0].value
    assert not service._asker().name
