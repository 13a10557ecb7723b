"""Middleware: marks the answer to a link of our own that carries a query, so that it may run."""

from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.state.own_links import SECONDS, cookie, is_own

QUERY = "q"
"""The parameter of a page that holds SQL."""


class OwnLinks:
    """Sets the cookie of `dashboard.state.own_links` on pages opened by our own links."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the cookie if there is one to set."""
        header = _cookie_header(scope) if scope["type"] == "http" else None
        if header is None:
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", header)
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def _cookie_header(scope: Scope) -> str | None:
    queries = parse_qs(scope["query_string"].decode("latin-1")).get(QUERY)
    if scope["method"] != "GET" or not queries or not is_own(Headers(scope=scope)):
        return None
    name, value = cookie(queries[0])
    made: SimpleCookie = SimpleCookie({name: value})
    made[name].update(
        {
            "path": "/",
            "max-age": str(SECONDS),
            "httponly": True,
            "samesite": "Strict",
            "secure": scope["scheme"] == "https",
        }
    )
    return made[name].OutputString()
