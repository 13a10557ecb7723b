"""What the server lets in: no upload, no figures about itself, no page of another site."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.web.security import access
from dashboard.web.security.access import ClosedRoutes
from dashboard.web.security.headers import SecurityHeaders

REACHED: list[str] = []
"""Paths that were handed on."""


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for Streamlit: note that the request came through."""
    REACHED.append(scope["path"])
    await PlainTextResponse("through")(scope, receive, send)


async def stream(websocket: WebSocket) -> None:
    """Stand for Streamlit's websocket."""
    await websocket.accept()
    await websocket.close()


@pytest.fixture
def client() -> TestClient:
    """What stands before Streamlit, with a stand-in for Streamlit behind it."""
    REACHED.clear()
    return TestClient(
        Starlette(
            routes=[
                WebSocketRoute("/_stcore/stream", stream),
                Mount("/", echo),
            ],
            middleware=[Middleware(SecurityHeaders), Middleware(ClosedRoutes)],
        )
    )


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "GET"])
@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/_stcore/upload_file"])
def test_nothing_can_be_uploaded(client: TestClient, method: str, path: str) -> None:
    """It refuses the route with every method, before Streamlit hears of it."""
    assert client.request(method, path, content=b"x").status_code == 403
    assert REACHED == []


def test_figures_about_the_server_are_read_only_where_it_is_set(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hides them, and shows them when the setting says so."""
    assert client.get("/_stcore/metrics").status_code == 404

    monkeypatch.setenv("TRACKER_METRICS", "1")

    assert client.get("/_stcore/metrics").text == "through"


def test_no_other_site_may_talk_to_a_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names no site until the setting says so."""
    assert client.get("/_stcore/host-config").json()["allowedOrigins"] == []

    monkeypatch.setenv("TRACKER_HOST_CONFIG", "1")

    assert client.get("/_stcore/host-config").text == "through"


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://testserver.evil.example", "http://localhost:9"],
)
def test_a_page_of_another_site_opens_no_session(client: TestClient, origin: str) -> None:
    """It refuses the websocket."""
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/_stcore/stream", headers={"origin": origin}),
    ):
        pass


@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver"}])
def test_a_page_of_this_site_opens_one(client: TestClient, headers: dict[str, str]) -> None:
    """It lets in what comes from here, and what is no browser."""
    with client.websocket_connect("/_stcore/stream", headers=headers):
        pass


def test_a_page_behind_a_proxy_opens_one(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lets in an origin that is set, whatever the name by which the proxy calls the server."""
    monkeypatch.setattr(access, "allowlisted_origins", lambda: {"https://tracker.example"})

    with client.websocket_connect("/_stcore/stream", headers={"origin": "https://tracker.example"}):
        pass


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sql",
        "/commitments",
        "/data/needs.csv",
        "/nonsense",
        "/static/x.js",
        "/_stcore/health",
        "/embed/x",
        "/embed",
        "/embedded/x",
        "/sql/embed/x",
    ],
)
def test_every_answer_has_its_headers(client: TestClient, path: str) -> None:
    """It sets them on pages, files and Streamlit's own routes; only ``/embed/`` is framed."""
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    allowed = "*" if path.startswith("/embed/") else "'none'"

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert f"frame-ancestors {allowed}" in policy
    [scripts] = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert "'unsafe" not in scripts


def test_the_machine_never_asks_for_its_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has an answer before Streamlit would ask the internet."""
    from streamlit import net_util

    from dashboard import startup

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(net_util, "_make_blocking_http_get", fail)
    startup.stay_inside()

    assert net_util.get_external_ip() == "localhost"
