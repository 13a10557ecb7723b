"""Measure reading and checking a table of a million commitments against reading it alone.

Run ``python benchmarks/check_million.py``. The peer is a plain ``polars.read_csv`` of the same
file in the same run; what counts is the ratio, since seconds depend on the machine. Each part
runs in a process of its own, so that its peak memory is its own.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from transforms.clean import clean, derive
from transforms.quality import row_problems
from transforms.quality.keys import duplicates
from transforms.quality.references import Keys, orphans
from transforms.reading.extract import read
from transforms.schema import TABLES

ROWS = 1_000_000
SCHEMA = TABLES["commitments"]
PARTS = ("import only", "read_csv", "check")


def write(path: Path) -> None:
    """Write a million commitments with quoted, empty, accented and dated cells."""
    number = pl.int_range(ROWS, eager=True).alias("n")
    cells = {
        "id": pl.format("text-para-{}", "n"),
        "instrument_id": pl.format("text-{}", pl.col("n") % 1000),
        "summary_en": pl.format('States commit, as number {}, to share "open" data', "n"),
        "summary_fr": pl.format("Les États s'engagent, au numéro {}, à partager", "n"),
        "modality": pl.lit("commits"),
        "addressee": pl.lit("member_states"),
        "due_on": pl.when(pl.col("n") % 3 == 0).then(pl.lit("2030-12")),
        "verification": pl.lit("read"),
        "source_id": pl.format("source-{}", pl.col("n") % 500),
        "confidence": pl.lit("high"),
    }
    text = {name: pl.lit(None, pl.String) for name in SCHEMA.column_names()}
    required = {f"paragraph_{language}": pl.format("§ {}", "n") for language in ("en", "fr")}
    number.to_frame().select(**(text | required | cells)).write_csv(path)


def check(path: Path) -> None:
    """Read, tidy and check the file, and derive its days, as a build does."""
    raw, found = read(path, SCHEMA.column_names())
    table = clean(raw, SCHEMA)
    ids = {
        "instruments": pl.Series([f"text-{number}" for number in range(1000)]),
        "sources": pl.Series([f"source-{number}" for number in range(500)]),
    }
    wrong = [
        *found,
        *row_problems(raw, table, SCHEMA),
        *duplicates(table, SCHEMA),
        *orphans(table, SCHEMA, Keys(ids, TABLES)),
    ]
    assert derive(table, SCHEMA).height == ROWS, "rows were lost"
    assert not wrong, wrong[0]


def run(part: str, path: Path) -> None:
    """Run one step, and print its processor seconds and its peak of memory in megabytes."""
    start = time.process_time()
    if part == "write":
        write(path)
    elif part == "check":
        check(path)
    elif part == "read_csv":
        pl.read_csv(path, infer_schema=False)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Print what each part takes, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "commitments.csv"
        measured("write", path)
        megabytes = path.stat().st_size / 1e6
        print(f"{ROWS:,} rows, {megabytes:.0f} MB, best of three")
        best = {part: min(measured(part, path) for _ in range(3)) for part in PARTS}
    for part, (seconds, memory) in best.items():
        print(f"{part:12} {seconds:6.2f} s {memory:7.0f} MB peak")
    idle = best["import only"][1]
    faster, slower = best["read_csv"], best["check"]
    print(
        f"check : read_csv = {slower[0] / faster[0]:.1f} in time, "
        f"{(slower[1] - idle) / (faster[1] - idle):.1f} in memory"
    )


def measured(part: str, path: Path) -> tuple[float, float]:
    """Run one part in a process of its own; return its seconds and its peak of memory."""
    command = [sys.executable, __file__, part, str(path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = map(float, output.split())
    return seconds, memory


if __name__ == "__main__":
    if len(sys.argv) == 3:
        run(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
