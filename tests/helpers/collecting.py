"""A plugin of pytest: what is collected in little time, as each process of a test run does it."""

import gc
from collections.abc import Generator
from pathlib import Path

import pytest
from _pytest.doctest import DoctestModule

BROWSER = Path(__file__).parents[1] / "browser"

gc.disable()  # nothing that is imported or collected is garbage


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the tests in a browser where the slow ones are: to import them takes long."""
    return True if collection_path == BROWSER and config.option.markexpr == "not slow" else None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for examples only in the modules that have one."""
    found = yield
    return [
        each
        for each in found
        if not isinstance(each, DoctestModule) or ">>>" in each.path.read_text("utf-8")
    ]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that have slow tests: what is left for the end is short."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Leave what was imported out of the collections of garbage: each run of a page has one."""
    collected = yield
    gc.collect()
    gc.freeze()
    gc.enable()
    return collected
