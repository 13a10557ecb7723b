"""Health checks for monitoring: whether the server is alive, and whether it can answer."""

import logging
from functools import cache

from anyio import CapacityLimiter, move_on_after, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.source import database
from dashboard.source.errors import NoDatabaseError, QueryError
from dashboard.web.http.errors import log_line
from dashboard.web.http.negotiation import preferred_translator
from dashboard.words.i18n import message

LOG = logging.getLogger("tracker.web")

SECONDS = 1.0
"""In which the database must answer."""
AT_ONCE = 4
"""Questions at a time: those that a broken disk never answers take no more threads than this."""
SLOW = "The database did not answer within a second."
"""In the source language: which others there are, the database would have to say."""
NO_DATABASE = message("The server is waiting for its database; try again in a minute.")
UNREADABLE = message("The data cannot be read at the moment; try again in a minute.")


async def healthz(_: Request) -> Response:
    """Say that the server is alive, whatever the database is."""
    return _answer(200, status="ok")


async def readyz(request: Request) -> Response:
    """Say which edition is served, read from its file just now; 503 and why where that fails."""
    with move_on_after(SECONDS):
        return await to_thread.run_sync(_get, request, abandon_on_cancel=True, limiter=_limiter())
    LOG.error("not ready: no answer from the database within %s s", SECONDS)
    return _answer(503, status="unavailable", detail=SLOW)


def routes() -> list[Route]:
    """Return both addresses: they wait for no other, and hold no place of theirs."""
    return [Route("/healthz", healthz), Route("/readyz", readyz)]


@cache
def _limiter() -> CapacityLimiter:
    return CapacityLimiter(AT_ONCE)


def _get(request: Request) -> Response:
    t = preferred_translator(request)
    try:
        edition, rows = database.probe()
    except NoDatabaseError:
        return _answer(503, status="unavailable", detail=t(NO_DATABASE))
    except (QueryError, OSError) as error:
        LOG.error("not ready: %s", log_line(error))
        return _answer(503, status="unavailable", detail=t(UNREADABLE))
    return _answer(200, status="ok", edition=edition, rows=rows)


def _answer(code: int, **content: object) -> Response:
    return JSONResponse(content, code, {"Cache-Control": "no-store"})
