"""What the tests of recipes share: a copy of the code, for one test."""

from pathlib import Path

import pytest

from tests.helpers.recipe_copy import Copy, copied


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy in which nobody has followed a recipe yet."""
    return copied(tmp_path)
