"""How a test run is shared out; what its tests share is in ``tests/helpers/fixtures.py``."""

import os
import sys

import pytest

pytest_plugins = ["tests.helpers.collecting"]


def pytest_configure(config: pytest.Config) -> None:
    """Import what tests share, which takes long, but where other processes run the tests."""
    if config.getoption("dist", "no") == "no" or hasattr(config, "workerinput"):
        config.pluginmanager.import_plugin("tests.helpers.fixtures")


def pytest_xdist_auto_num_workers() -> int:
    """Return one process a core: what waits for a browser or server leaves it to that."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
