"""A new row must say at which place of its source it was read."""

from pathlib import Path

import pytest

from tests.helpers.tiny import TINY, TINY_TRACKER, write_tiny
from transforms import pipeline
from transforms.problems import MOST, DataProblems

LAST = TINY["needs"].splitlines()[-1]
BARE = LAST.replace("south-skills", "south-tools").replace("web,p. 1", "web,")


def checked(folder: Path, *rows: str, allowed: str) -> list[str]:
    """Return what is wrong with the tiny data when its needs have these rows more."""
    data = write_tiny(folder / "data", needs=TINY["needs"] + "".join(f"{row}\n" for row in rows))
    (data / "tracker.toml").write_text(TINY_TRACKER + allowed, "utf-8")
    try:
        return [str(each) for each in pipeline.check(data).warnings]
    except DataProblems as error:
        return [str(each) for each in error.problems if each.severity == "error"]


def test_a_row_more_than_allowed_is_a_problem_with_its_line(tmp_path: Path) -> None:
    """It names file, line and column, and says what to do."""
    allowed = "\n[without_locator]\nneeds = 1\n"
    other = BARE.replace("south-tools", "south-data")
    assert checked(tmp_path, BARE, other, allowed=allowed) == [
        "data/needs.csv:4: say the paragraph, page or figure of the source"
        " (2 rows of the table say none, and tracker.toml allows 1)"
    ]


@pytest.mark.parametrize("allowed", ["", "\n[without_locator]\nneeds = 1\n"])
def test_what_was_there_before_is_no_problem(tmp_path: Path, allowed: str) -> None:
    """It asks nothing of as many rows as are allowed, nor where the folder does not ask."""
    assert "locator" not in "".join(checked(tmp_path, BARE, allowed=allowed))


def test_a_number_that_is_too_high_can_be_lowered(tmp_path: Path) -> None:
    """It warns, so that what was mended is not lost again."""
    found = checked(tmp_path, allowed="\n[without_locator]\nneeds = 1\n")
    assert found[-1].endswith("without_locator.needs is 1 and can be lowered to 0")


def test_rows_without_a_place_are_named_up_to_a_number(tmp_path: Path) -> None:
    """It names the first of many rows and counts the others."""
    found = checked(tmp_path, *[BARE] * (MOST + 7), allowed="\n[without_locator]\nneeds = 0\n")
    about = [line for line in found if "say the paragraph" in line]
    assert len(about) == MOST
    assert any("and 7 more rows like" in line for line in found)
