"""Where things are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The folder that holds the packages and the data: a checkout, or where they are installed."""

DATA = ROOT / "data"
DOCS = ROOT / "docs"
VIEWS = ROOT / "transforms" / "views"
DASHBOARD = ROOT / "dashboard"


def _build() -> Path:
    """Return ``build/`` of a checkout; installed, a folder that the user may write to."""
    if (ROOT / "pyproject.toml").exists():
        return ROOT / "build"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "commitment-tracker"


BUILD = Path(os.environ.get("TRACKER_BUILD") or _build()).absolute()
DATABASE = Path(os.environ.get("TRACKER_DATABASE") or BUILD / "tracker.duckdb").absolute()
"""The pointer to the current edition. Open what it resolves to, not the pointer itself."""


def document(name: str) -> Path:
    """Return a licence, or how to cite: beside the packages in a checkout, inside one installed."""
    home = ROOT if (ROOT / "pyproject.toml").exists() else ROOT / "transforms" / "legal"
    return home / name
