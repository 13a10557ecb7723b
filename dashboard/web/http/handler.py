"""The handler of every address: methods, cross-origin access, and errors as sentences."""

from collections.abc import Callable
from functools import cache, wraps

from anyio import CapacityLimiter, to_thread
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.source import database
from dashboard.web.http.errors import status_and_message
from dashboard.web.http.query import RequestError, message_translator, query_items
from dashboard.words.i18n import Translator, message


class AnyPath(StringConvertor):
    """The rest of a path, whatever is in it, line breaks included."""

    regex = "(?s:.*)"


register_url_convertor("anything", AnyPath())

Endpoint = Callable[[Request], Response]

AT_ONCE = 8
"""Addresses answered at the same time."""
DRAWN_AT_ONCE = 2
"""Of those that draw pictures or set pages in type, which takes a second of the processor."""

CORS = [
    Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match", "If-Modified-Since", "If-Range", "Range"],
        expose_headers=[
            "Accept-Ranges",
            "ETag",
            "Content-Disposition",
            "Content-Range",
            "X-As-Of",
            "X-Edition",
        ],
    )
]
"""Any page of any site may read: nothing here is private, and nothing can be changed."""

METHODS = ["GET", "HEAD", "OPTIONS"]
REFUSED = ["DELETE", "PATCH", "POST", "PUT"]
TITLES = {
    400: message("Bad request"),
    404: message("Not found"),
    405: message("Method not allowed"),
    500: message("Internal server error"),
    503: message("Service unavailable"),
}
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""No answer is taken for what it does not say it is, and none runs anything."""


def route(path: str, endpoint: Endpoint, *, draws: bool = False) -> Route:
    """Return a route that any site may read, and whose errors are sentences.

    A few are answered at a time and the others wait, so that the pages, which take their threads
    from the same store, never do. Those that draw wait for one another, and nobody for them.
    """

    def whole(request: Request) -> Response:
        response = _answer(request, endpoint)
        for name, value in SAFE_HEADERS.items():
            response.headers.setdefault(name, value)
        bare = request.method == "HEAD" or response.status_code == 304
        if bare and not {"content-encoding", "content-length"} & set(response.headers):
            # What compresses says so itself, but only of an answer that has a body.
            response.headers.add_vary_header("Accept-Encoding")
        return response

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        places = drawing() if draws else limiter()
        return await to_thread.run_sync(whole, request, limiter=places)

    return Route(path, answer, methods=METHODS + REFUSED, middleware=CORS)


@cache
def limiter() -> CapacityLimiter:
    """Return what lets a few answers be written at a time."""
    return CapacityLimiter(AT_ONCE)


@cache
def drawing() -> CapacityLimiter:
    """Return what lets fewer pictures be drawn at a time."""
    return CapacityLimiter(DRAWN_AT_ONCE)


def _answer(request: Request, endpoint: Endpoint) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    t = message_translator(request)
    if request.method in REFUSED:
        refused = problem(405, t("Addresses here can be read, not changed."), t)
        refused.headers["Allow"] = ", ".join(METHODS)
        return refused
    try:
        query_items(request)
        database.follow()  # no answer mixes two editions
        return endpoint(request)
    except RequestError as error:
        return problem(error.status, str(error), t)
    except Exception as error:  # whatever it is, a sentence answers and the log says the rest
        return problem(*status_and_message(error, request.url.path, t), t)


def problem(status: int, sentence: str, t: Translator) -> Response:
    """Return an error as a sentence in JSON (RFC 9457), in the language of ``t``."""
    content = {"title": t(TITLES[status]), "status": status, "detail": sentence}
    return JSONResponse(
        content,
        status,
        {"Cache-Control": "no-store", "Content-Language": t.language},
        media_type="application/problem+json",
    )
