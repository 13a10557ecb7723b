"""However many rows are wrong, the messages stay few enough to read."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.helpers.tiny import TINY, TINY_TRACKER, write_tiny
from transforms import pipeline
from transforms.problems import MOST, DataProblems

ROWS = MOST + 20
STRICT = "\n[without_locator]\n" + "".join(f"{name} = 0\n" for name in sorted(TINY))
KIND = re.compile(r"'[^']*'|[0-9,]+")
"""What differs between two messages of one kind: values and numbers."""


@pytest.mark.slow
@pytest.mark.parametrize("cell", ["x", "2026-13-41"])
def test_no_kind_of_message_comes_more_often_than_the_limit(tmp_path: Path, cell: str) -> None:
    """It names the first rows of each kind and column, and counts the others."""
    wrong = {
        name: text + f"{','.join([cell] * (text.splitlines()[0].count(',') + 1))}\n" * ROWS
        for name, text in TINY.items()
    }
    data = write_tiny(tmp_path / "data", **wrong)
    (data / "tracker.toml").write_text(TINY_TRACKER + STRICT, "utf-8")
    with pytest.raises(DataProblems) as raised:
        pipeline.check(data)
    kinds = Counter(
        (problem.file, problem.column, KIND.sub("…", problem.message))
        for problem in raised.value.problems
    )
    assert [kind for kind, times in kinds.items() if times > MOST] == []
