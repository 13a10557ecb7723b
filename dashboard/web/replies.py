"""How every address answers: who may read, what is new since last time, and what went wrong."""

import re
from collections.abc import Callable
from functools import wraps
from urllib.parse import parse_qsl

from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import database
from dashboard.i18n import LANGUAGES, Translator
from dashboard.web.faults import told
from dashboard.web.states import marks, published, unchanged
from dashboard.wording import messages

__all__ = [
    "RequestError",
    "asked",
    "marks",
    "only",
    "problem",
    "published",
    "route",
    "shortened",
    "translator",
    "unchanged",
]


class Anything(Convertor[str]):
    """The rest of an address, whatever is in it: line breaks are not left to somebody else."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Return it as it is."""
        return value


register_url_convertor("anything", Anything())

Endpoint = Callable[[Request], Response]

READING = [
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
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""No answer is taken for what it does not say it is, and none runs anything."""

LONGEST, MOST = 8_000, 200
"""Characters of a query, and what it may ask for."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


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
        response = _answer(request, endpoint)
        for name, value in SAFE.items():
            response.headers.setdefault(name, value)
        bare = request.method == "HEAD" or response.status_code == 304
        if bare and "content-encoding" not in response.headers:
            # What compresses says so itself, but only of an answer that has a body.
            response.headers.add_vary_header("Accept-Encoding")
        return response

    return Route(path, answer, methods=METHODS + REFUSED, middleware=READING)


def _answer(request: Request, endpoint: Endpoint) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    if request.method in REFUSED:
        t = _speaker(request)
        refused = problem(405, t("Addresses here can be read, not changed."))
        refused.headers["Allow"] = ", ".join(METHODS)
        return refused
    try:
        asked(request)
        database.follow()  # no answer mixes two editions
        return endpoint(request)
    except RequestError as error:
        return problem(error.status, str(error))
    except Exception as error:  # whatever it is, a sentence answers and the log says the rest
        return problem(*told(error, request.url.path, _speaker(request)))


def problem(status: int, sentence: str) -> Response:
    """Return an error as a sentence in JSON (RFC 9457)."""
    content = {"title": TITLES[status], "status": status, "detail": sentence}
    return JSONResponse(
        content,
        status,
        {"Cache-Control": "no-store"},
        media_type="application/problem+json",
    )


def asked(request: Request) -> list[tuple[str, str]]:
    """Return what the address asks for: names and values, in order.

    Bytes that are not escaped are taken for UTF-8, as browsers and terminals send them.

    Raises:
        RequestError: It is too long, not UTF-8, or has control characters in it.
    """
    query: bytes = request.scope["query_string"]
    if len(query) > LONGEST:
        raise RequestError(400, f"A query can be {LONGEST:,} characters long, not {len(query):,}.")
    try:
        pairs = parse_qsl(
            query.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST
        )
    except UnicodeError:
        raise RequestError(400, "The query is not in UTF-8.") from None
    except ValueError:
        raise RequestError(400, f"A query can ask for {MOST} things, not more.") from None
    if any(CONTROL.search(part) for pair in pairs for part in pair):
        raise RequestError(400, "A query has no control characters, such as NUL.")
    return pairs


def only(request: Request, *names: str) -> None:
    """Refuse whatever is asked for beside ``names``.

    Raises:
        RequestError: There is something else.
    """
    for name, _ in asked(request):
        if name not in names:
            t = _speaker(request)
            raise RequestError(400, t("There is no parameter {said} here.", said=shortened(name)))


def shortened(text: str) -> str:
    """Return what somebody wrote in quotes, and no more of it than a sentence can hold.

    >>> shortened("gcd"), len(shortened("x" * 1000))
    ("'gcd'", 63)
    """
    return repr(text if len(text) <= 60 else f"{text[:60]}…")


def translator(request: Request) -> Translator:
    """Return the language that the address asks for with ``lang``; English where it does not.

    Raises:
        RequestError: It asks for one that there is not.
    """
    language = dict(asked(request)).get("lang", next(iter(LANGUAGES)))
    if language not in LANGUAGES:
        known, hint = ", ".join(LANGUAGES), database.did_you_mean(language, LANGUAGES)
        raise RequestError(400, f"lang can be {known}, not {shortened(language)}{hint}.")
    return Translator(language, messages(language))


def _speaker(request: Request) -> Translator:
    """Return the language for a message, whatever else is wrong with the address."""
    try:
        return translator(request)
    except RequestError:
        return Translator()
