"""The addresses without a server: the routes themselves, on a database."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.web import routes
from transforms import paths


def web_client(database: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Return a client of all addresses, that reads ``database``."""
    monkeypatch.setattr(paths, "DATABASE", database)
    return TestClient(Starlette(routes=routes()))
