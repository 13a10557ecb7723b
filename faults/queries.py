"""The corpus of hostile queries against the sandbox of the SQL page."""

import time
from collections import Counter
from pathlib import Path

from dashboard.sandbox import Limits, Sandbox
from faults.trial import Findings, Size
from tests.helpers.hostile_corpus import hostile_queries
from tests.helpers.hostile_run import CANARY, Ground, attempts, children


def run(size: Size, folder: Path) -> Findings:
    """Run them; nothing outside is read or written, and every query ends with an answer."""
    found = Findings("Hostile SQL reads and writes nothing outside, ends, and leaves no process")
    queries = hostile_queries()[:: size.pick(60, 1)]
    older, ground = children(), Ground(folder)
    before, sandbox = ground.state(), Sandbox()
    try:
        results = attempts(sandbox, ground, queries, Limits(), Limits(seconds=size.pick(2, 9)))
    finally:
        sandbox.close()
    for result in results:
        text = str(result.query)
        found.expect(result.ended != "crash", f"crashed: {text[:200]}")
        found.expect(CANARY not in result.output or CANARY in text, f"read outside: {text[:200]}")
    found.expect(ground.state() == before, "files outside were changed")
    found.expect(_ended(older), "processes were left behind")
    ended = Counter(result.ended for result in results)
    found.figures.update({f"ended as {kind}": str(number) for kind, number in ended.items()})
    found.figures["slowest, seconds"] = f"{max(result.seconds for result in results):.1f}"
    return found


def _ended(older: set[int]) -> bool:
    """Wait until every process that was started since has ended; False if one does not."""
    for _ in range(600):
        if not children() - older:
            return True
        time.sleep(0.1)
    return False
