"""How every address answers: who may read, what is new since last time, and what went wrong."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import wraps
from hashlib import blake2b

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import database
from dashboard.i18n import LANGUAGES, Translator
from dashboard.wording import messages

Endpoint = Callable[[Request], Response]

READING = [
    Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match", "If-Modified-Since", "Range"],
        expose_headers=["ETag", "Content-Disposition", "Content-Range", "X-Edition", "X-As-Of"],
    )
]
"""Any page of any site may read: nothing here is private, and nothing can be changed."""


class RequestError(Exception):
    """What was asked for is not there (404) or cannot be understood (400), in a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        """Keep the HTTP ``status`` and what to tell whoever asked."""
        super().__init__(sentence)
        self.status = status


def route(path: str, endpoint: Endpoint) -> Route:
    """Return an address that may be read from anywhere, and whose errors are sentences."""

    @wraps(endpoint)
    def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS"})
        database.follow()  # no answer mixes two editions
        try:
            return endpoint(request)
        except RequestError as error:
            return problem(error.status, str(error))

    return Route(path, answer, methods=["GET", "HEAD", "OPTIONS"], middleware=READING)


def problem(status: int, sentence: str) -> Response:
    """Return an error as a sentence in JSON (RFC 9457)."""
    title = {400: "Bad Request", 404: "Not Found"}[status]
    content = {"title": title, "status": status, "detail": sentence}
    return JSONResponse(content, status, media_type="application/problem+json")


def translator(request: Request) -> Translator:
    """Return the language that the address asks for with ``lang``; English where it does not.

    Raises:
        RequestError: It asks for one that there is not.
    """
    language = request.query_params.get("lang", next(iter(LANGUAGES)))
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise RequestError(400, f"lang can be {known}, not {language!r}")
    return Translator(language, messages(language))


def marks(*parts: object) -> dict[str, str]:
    """Return the headers that say which state of the data an answer is.

    Args:
        parts: What the answer depends on beside the edition, such as the day and the filters.

    The mark (ETag) is weak: the same rows may be sent compressed or not.
    """
    edition = database.edition()
    digest = blake2b(repr((edition, parts)).encode(), digest_size=12).hexdigest()
    return {
        "ETag": f'W/"{digest}"',
        "Last-Modified": format_datetime(published(), usegmt=True),
        "Cache-Control": "no-cache",
        "X-Edition": edition,
    }


def published() -> datetime:
    """Return when the current edition became so on this server, to the second (UTC)."""
    return datetime.fromtimestamp(int(database.file().stat().st_mtime), UTC)


def unchanged(request: Request, headers: dict[str, str]) -> Response | None:
    """Return 304 if whoever asks has this state already (RFC 9110, section 13); else nothing."""
    asked = request.headers.get("if-none-match")
    if asked is not None:
        known = {mark.strip().removeprefix("W/") for mark in asked.split(",")}
        same = "*" in known or headers["ETag"].removeprefix("W/") in known
    else:
        same = _not_since(request.headers.get("if-modified-since"), headers["Last-Modified"])
    return Response(status_code=304, headers=headers) if same else None


def _not_since(asked: str | None, modified: str) -> bool:
    """Whether nothing has changed since a moment; one that cannot be read stands for none."""
    try:
        since = parsedate_to_datetime(asked) if asked else None
        return since is not None and parsedate_to_datetime(modified) <= since
    except (TypeError, ValueError):
        return False
