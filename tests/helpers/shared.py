"""What is made once for all processes of a test run."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

_folder: list[Path] = []


def share(factory: pytest.TempPathFactory) -> None:
    """Have what is made stand in the folder that pytest gives to this run."""
    folder = factory.getbasetemp()
    _folder[:] = [folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder]


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first process to want it has filled with ``make``.

    No test may change what is in it: those that would take a copy.
    """
    (folder,) = _folder
    draft, made = folder / f"{name}-draft", folder / name
    with (folder / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not made.exists():
            draft.mkdir()
            make(draft)
            draft.rename(made)
    return made
