"""The addresses of the server on the real data, as most tests of this folder ask for them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.helpers.tiny_history import serving
from tests.helpers.web_client import web_client


@pytest.fixture
def client(database: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of all addresses."""
    return web_client(database, monkeypatch)


@pytest.fixture
def get(client: TestClient) -> Callable[..., Response]:
    """``get("/data/actors.csv?kind=state")`` requests that address."""
    return client.get


@pytest.fixture(scope="module")
def real(database: Path) -> Iterator[TestClient]:
    """The same client for all tests of a file."""
    with serving(database) as client:
        yield client
