"""A short lane of each trial of ``faults``, so that none of them can rot."""

import shutil
from pathlib import Path

import pytest

from faults import TRIALS, ground
from faults.ground import Ground
from faults.trial import Size
from tests.helpers.shared import made_once

pytestmark = pytest.mark.slow

SAME = ("hundredfold",)
"""Trials that differ from another one in their numbers alone."""


@pytest.fixture(autouse=True)
def _built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have trials begin on a copy of one ground: each would build the same."""
    built = made_once("ground", ground.new)
    monkeypatch.setattr(ground, "new", lambda folder: _copied(built, folder))


def _copied(built: Path, folder: Path) -> Ground:
    return Ground(Path(shutil.copytree(built, folder, symlinks=True, dirs_exist_ok=True)))


@pytest.mark.parametrize("name", [name for name in TRIALS if name not in SAME])
def test_it_holds_what_it_promises(name: str, tmp_path: Path) -> None:
    """It is tried at least once, and no attempt fails."""
    found = TRIALS[name](Size.SHORT, tmp_path)
    if found.skipped:
        pytest.skip(found.skipped)

    assert found.tried > 0
    assert found.failures == []
