"""Many times the data: the real rows again under new keys, served and looked through."""

from pathlib import Path

from faults.ground import Ground
from faults.server import serve
from faults.session import PAGES, Session
from faults.trial import Findings, Size
from tests.helpers.multiplied import build_multiplied
from transforms.paths import DATA


def run(size: Size, folder: Path) -> Findings:
    """Serve ten times the data; every page opens in both languages."""
    times = size.pick(2, 10)
    found = Findings(f"With {times} times the data every page opens, and the server stays ready")
    ground = Ground(folder)
    ground.data.symlink_to(DATA)
    ground.database.parent.mkdir()
    edition = build_multiplied(times, ground.database)
    found.figures["rows"] = f"{edition.rows:,}"
    with serve(ground) as server, Session(server.address) as tab:
        for name in PAGES:
            for language in ("en", "fr"):
                page = tab.open(name, lang=language)
                what = f"{name} in {language}: {page.exceptions}"
                found.expect(bool(page.elements) and not page.exceptions, what)
        found.figures["megabytes of the server"] = f"{server.megabytes():.0f}"
        found.expect(server.tracebacks() == 0, server.log.read_text("utf-8")[-1_000:])
    return found
