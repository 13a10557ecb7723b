"""Content negotiation: media types, languages and compression (RFC 9110, section 12)."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from dashboard.words import labels
from dashboard.words.i18n import Translator

PAGES = ["text/html", "application/xhtml+xml"]


def preferred_translator(request: Request) -> Translator:
    """Return the language that the browser prefers, of those that there are; else the first."""
    return translator_for(labels.preferred(request.headers.get("accept-language")))


def translator_for(language: str) -> Translator:
    """Return one of the languages that there are."""
    return labels.bare_translator(language)


def prefers_json(request: Request) -> bool:
    """Return whether JSON is wanted more than a page."""
    accepted = parse_accept_header(request.headers.get("accept", "*/*"), MIMEAccept)
    best = accepted.best_match([*PAGES, "application/json"])
    return best == "application/json"


class Compression:
    """Keep the middleware that compresses from what does not want it.

    Starlette's looks for the word gzip in ``Accept-Encoding``, and so takes ``gzip;q=0`` for a yes.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, without the header if it refuses gzip."""
        if scope["type"] == "http":
            headers = MutableHeaders(scope=scope)
            accepted = parse_accept_header(headers.get("accept-encoding"))
            if "accept-encoding" in headers and accepted.quality("gzip") <= 0:
                del headers["accept-encoding"]
                scope = {**scope, "headers": headers.raw}
        await self.app(scope, receive, send)
