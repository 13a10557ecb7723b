"""Addresses beside the pages, for programs and for people who save a link."""

from starlette.routing import Route

from dashboard.web import health
from dashboard.web.replies import route

__all__ = ["routes"]


def routes() -> list[Route]:
    """Return every address that is not a page."""
    return [
        route("/healthz", health.healthz),
    ]
