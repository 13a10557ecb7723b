"""Headers that every answer carries: what a browser may load, run and show of it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.state.scripts import SCRIPTS

EMBEDDABLE = "/embed/"
"""Before the addresses that are made to stand in a frame of another site."""
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Middleware: sets the headers wherever the answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in security_headers(scope["path"]).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


@cache
def _page_policy() -> str:
    """Return the Content-Security-Policy of a page without ``frame-ancestors``.

    As strict as Streamlit allows: its styles are written into the page, its components are
    loaded from ``blob:`` addresses, and charts are copied to the clipboard through ``data:``.
    """
    scripts = " ".join(f"'sha256-{_hash(source)}'" for source in (*SCRIPTS, *_own_scripts()))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' blob: {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "media-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


@cache
def _shared() -> dict[str, str]:
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def security_headers(path: str) -> dict[str, str]:
    """Return the headers for an answer at ``path``.

    >>> "frame-ancestors *" in security_headers("/embed/x")["Content-Security-Policy"]
    True
    """
    framed = path.startswith(EMBEDDABLE)
    frames = "frame-ancestors *" if framed else "frame-ancestors 'none'"
    headers = _shared() | {"Content-Security-Policy": f"{_page_policy()}; {frames}"}
    return headers if framed else headers | {"X-Frame-Options": "DENY"}


def _own_scripts() -> list[str]:
    """Return the scripts that stand in Streamlit's own page."""
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    return INLINE.findall(page.read_text("utf-8"))


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
