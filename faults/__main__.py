"""Run the trials: ``python -m faults``, some of them ``python -m faults kill damage``."""

import argparse
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from faults import TRIALS, report
from faults.ground import ROOT
from faults.trial import Findings, Size, machine


def main() -> int:
    """Run them one after another; return how many have failures."""
    options = _options()
    findings: dict[str, Findings] = {}
    print(machine())
    for name in options.trials or TRIALS:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found = TRIALS[name](Size(options.size), Path(folder))
        findings[name] = found
        seconds = time.monotonic() - started
        print(f"{name}: tried {found.tried}, failed {len(found.failures)}, {seconds:.0f} s")
        for text in [*found.failures[: report.SHOWN], *filter(None, [found.skipped])]:
            print("  ", " ".join(text.split())[:300])
    if not options.trials and options.size == Size.FULL.value:
        (ROOT / "docs" / "faults.md").write_text(report.page(findings, date.today()), "utf-8")
    return sum(bool(found.failures) for found in findings.values())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("trials", nargs="*", choices=[*TRIALS, []], metavar="trial")
    parser.add_argument("--size", choices=[size.value for size in Size], default="full")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
