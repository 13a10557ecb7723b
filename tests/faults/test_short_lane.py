"""A short lane of each trial of ``faults``, so that none of them can rot."""

from pathlib import Path

import pytest

from faults import TRIALS
from faults.trial import Size

pytestmark = pytest.mark.slow

SAME = ("hundredfold",)
"""Trials that differ from another one in their numbers alone."""


@pytest.mark.parametrize("name", [name for name in TRIALS if name not in SAME])
def test_it_holds_what_it_promises(name: str, tmp_path: Path) -> None:
    """It is tried at least once, and no attempt fails."""
    found = TRIALS[name](Size.SHORT, tmp_path)

    assert found.tried > 0
    assert found.failures == []
