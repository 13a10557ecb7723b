"""What a trial found lies in a file, and the page is put together from such files."""

from pathlib import Path

from faults import report, results
from faults.trial import Findings, Size


def trial(size: Size, folder: Path) -> Findings:
    """Find one thing that holds, and one that does not."""
    found = Findings("It holds", figures={"folder": str(folder.exists())})
    found.expect(True, "never")
    found.expect(False, "a <b>\nfell | over")
    return found


def test_a_result_is_read_back(tmp_path: Path) -> None:
    """It is what the trial found, with size, day, machine and how long it took."""
    recorded = results.record("kill", trial, Size.FULL, tmp_path, tmp_path / "results")

    assert results.read("kill", Size.FULL, tmp_path / "results") == recorded
    assert recorded.findings.tried == 2


def test_a_short_lane_is_no_result_of_the_whole_trial(tmp_path: Path) -> None:
    """It is not taken for what the whole trial would find, nor is one that has not run."""
    results.record("kill", trial, Size.SHORT, tmp_path, tmp_path)

    assert results.read("kill", Size.FULL, tmp_path) is None
    assert results.read("soak", Size.FULL, tmp_path) is None


def test_the_page_says_what_failed(tmp_path: Path) -> None:
    """It has a row of the table, the figures and the failures, each in one line."""
    result = results.record("kill", trial, Size.FULL, tmp_path, tmp_path)

    page = report.page({"kill": result})

    assert "| kill | It holds | 2 | 1 |" in page
    assert "- folder: True" in page
    assert "- **failed**: a \\<b> fell \\| over" in page
