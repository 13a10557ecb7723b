"""Outcomes are cached for as long as they may hold, and within a size."""

from pathlib import Path

import polars as pl
import pytest

from dashboard.sandbox import Limits, Result, SandboxError
from dashboard.sandbox.result_cache import RETRY_TTL, TTL, Key, ResultCache

REFUSED = SandboxError("query")


def key(sql: str = "SELECT 1", value: str = "") -> Key:
    """Return the key of a query with one parameter."""
    return Key(sql, (("p", "str", value),), "edition", Path("file"), Limits())


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [("query", TTL), ("time", RETRY_TTL), ("crash", RETRY_TTL), ("busy", 0), ("long", 0)],
)
def test_a_refusal_is_cached_as_long_as_it_may_hold(kind: str, seconds: float) -> None:
    """It lets a reader try again soon what may go better, and at once where it was busy."""
    now = 1_000.0
    cache = ResultCache(timer=lambda: now)
    cache.put(key(), SandboxError(kind))
    found = []
    for later in (0, seconds - 1, seconds + 1):
        now = 1_000.0 + later
        found.append(cache.get(key()) is not None)

    assert found == [seconds > 0, seconds > 0, False]


def test_a_result_is_found_again() -> None:
    """It is the same object."""
    cache, result = ResultCache(), Result(pl.DataFrame({"a": [1]}), ("INTEGER",), 0.1, False)
    cache.put(key(), result)

    assert cache.get(key()) is result


def test_the_cache_is_bounded() -> None:
    """It drops the outcomes that were not used for longest."""
    cache = ResultCache(size=7_000)  # three small ones
    for name in "abc":
        cache.put(key(name), REFUSED)
    cache.get(key("a"))
    cache.put(key("d"), REFUSED)

    assert [name for name in "abcd" if cache.get(key(name))] == ["a", "c", "d"]


@pytest.mark.parametrize("large", [key(sql="x" * 10_000), key(value="x" * 10_000)])
def test_what_is_larger_than_the_cache_is_not_cached(large: Key) -> None:
    """It leaves the others alone; texts and values count too."""
    cache = ResultCache(size=7_000)
    cache.put(key(), REFUSED)
    cache.put(large, REFUSED)

    assert cache.get(large) is None
    assert cache.get(key()) is REFUSED


def test_a_failure_is_forgotten_when_a_reader_tries_again() -> None:
    """It keeps what another try would meet as well."""
    cache = ResultCache()
    for value, kind in (("1", "time"), ("2", "query")):
        cache.put(key(value=value), SandboxError(kind))
    cache.put(key("SELECT 2"), SandboxError("time"))

    cache.forget_failure("SELECT 1")

    remaining = [key(value="1"), key(value="2"), key("SELECT 2")]
    assert [cache.get(each) is not None for each in remaining] == [False, True, True]
