"""A short lane of each trial of ``faults``, so that none of them can rot."""

from pathlib import Path

import pytest

from faults import TRIALS
from faults.trial import Size

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TRIALS)
def test_it_holds_what_it_promises(name: str, tmp_path: Path) -> None:
    """It is tried at least once, and no attempt fails."""
    found = TRIALS[name](Size.SHORT, tmp_path)

    assert found.tried > 0
    assert found.failures == []
