"""Doors of Streamlit that stay shut: uploads, its figures about itself, sites that are not ours.

No library does this: the routes are Streamlit's own, and stand beside ours in one application.
"""

import os
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.server_util import allowlisted_origins

UPLOAD, METRICS, HOST = "_stcore/upload_file", "_stcore/metrics", "_stcore/host-config"
OPEN_METRICS = "TRACKER_METRICS"
"""Setting of the server: ``1`` lets anybody read Streamlit's figures about itself."""
OPEN_HOST = "TRACKER_HOST_CONFIG"
"""Setting of the server: ``1`` lets sites that Streamlit lists talk to a page in their frame."""
NO_HOST = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": False,
    "resourceCrossOriginMode": None,
}
"""Addresses that a page requests before it starts; other sites may not."""


class ClosedRoutes:
    """Middleware: answers in Streamlit's place, so that its routes never hear of a request."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on to the app."""
        if scope["type"] == "websocket" and not is_own_origin(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008, "reason": "foreign origin"})
            return
        answer = _instead(scope["path"]) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)


def is_own_origin(headers: Headers) -> bool:
    """Whether a websocket was opened by a page of this server.

    Streamlit checks the same, but for an origin that it does not know it first asks a server on
    the internet for the address of this machine, and everybody waits.
    """
    origin = headers.get("origin")
    if origin is None:  # no browser
        return True
    return urlsplit(origin).netloc == headers.get("host") or origin in allowlisted_origins()


def _instead(path: str) -> ASGIApp | None:
    """Return what answers instead of Streamlit; nothing where it may."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    route = path.strip("/").removeprefix(base).lstrip("/")
    if route == UPLOAD or route.startswith(f"{UPLOAD}/"):
        return PlainTextResponse(
            "Nothing can be uploaded here.", 403, headers={"Connection": "close"}
        )
    if route == METRICS and os.environ.get(OPEN_METRICS) != "1":
        return PlainTextResponse("Not found", 404)
    if route == HOST and os.environ.get(OPEN_HOST) != "1":
        return JSONResponse(NO_HOST, headers={"Cache-Control": "no-cache"})
    return None
