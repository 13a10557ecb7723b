"""The data folders that measurements are made on: as right as the bundled one, and repeatable."""

from pathlib import Path

import polars as pl

from benchmarks.generate import generate
from transforms.paths import DATA
from transforms.pipeline import check


def test_generated_data_are_right(tmp_path: Path) -> None:
    """It writes several times the bundled rows, and nothing in them breaks a rule."""
    own = pl.read_csv(DATA / "commitments.csv", infer_schema=False).height
    copies = generate(tmp_path / "data", 3 * own - 1)
    checked = check(tmp_path / "data")
    assert copies == 3
    assert checked.tables["commitments"].height == 3 * own


def test_generated_data_are_repeatable(tmp_path: Path) -> None:
    """It writes the same files for the same seed, and others for another."""
    written = []
    for folder, seed in (("one", 1), ("again", 1), ("other", 2)):
        generate(tmp_path / folder, 1_000, seed)
        files = sorted((tmp_path / folder).iterdir())
        written.append([file.read_bytes() for file in files])
    assert written[0] == written[1]
    assert written[0] != written[2]
