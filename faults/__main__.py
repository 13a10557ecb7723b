"""Run the trials: ``python -m faults``, some of them ``python -m faults kill damage``.

Each trial leaves what it found in ``build/faults``; ``--resume`` leaves out those that have, and
once all have run in full, ``docs/faults.md`` is put together from that.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from faults import TRIALS, report, results
from faults.ground import ROOT
from faults.results import Result
from faults.trial import Size, machine


def main() -> int:
    """Run them one after another; return how many have failures."""
    options = _options()
    size, failed = Size(options.size), 0
    print(machine())
    for name in options.trials or TRIALS:
        if options.resume and results.read(name, size):
            continue
        with tempfile.TemporaryDirectory() as folder:
            result = results.record(name, TRIALS[name], size, Path(folder))
        _tell(name, result)
        failed += bool(result.findings.failures)
    found = {name: results.read(name, Size.FULL) for name in TRIALS}
    whole = {name: result for name, result in found.items() if result}
    if len(whole) == len(TRIALS):
        (ROOT / "docs" / "faults.md").write_text(report.page(whole), "utf-8")
    return failed


def _tell(name: str, result: Result) -> None:
    found = result.findings
    print(f"{name}: tried {found.tried}, failed {len(found.failures)}, {result.seconds:.0f} s")
    for text in [*found.failures[: report.SHOWN], *filter(None, [found.skipped])]:
        print("  ", " ".join(text.split())[:300])
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("trials", nargs="*", choices=[*TRIALS, []], metavar="trial")
    parser.add_argument("--size", choices=[size.value for size in Size], default="full")
    parser.add_argument("--resume", action="store_true", help="leave out what has a result")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
