"""Our own scripts, bundled for the browser from ``tools``, at addresses that change with them."""

from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"
CHARTS, EDITOR = STATIC / "charts" / "charts.js", STATIC / "editor" / "editor.js"


@cache
def address(bundle: Path) -> str:
    """Return the address of a bundle beside the page; another bundle has another one."""
    digest = sha256(bundle.read_bytes()).hexdigest()[:12]
    return f"app/static/{bundle.relative_to(STATIC).as_posix()}?v={digest}"
