"""Addresses beside the pages, for programs and for people who save a link."""

from starlette.routing import Route

from dashboard.web import (
    calendar,
    changes,
    dictionary,
    editions,
    elsewhere,
    health,
    index,
    openapi,
    whole,
)
from dashboard.web.replies import route

__all__ = ["routes"]


def routes() -> list[Route]:
    """Return every address that is not a page."""
    return [
        route("/data/{file:anything}", index.data),
        route("/datapackage.json", whole.datapackage),
        route("/changes.atom", changes.changes),
        route("/deadlines.ics", calendar.deadlines),
        route("/dictionary", dictionary.dictionary),
        route("/dictionary.json", dictionary.listing),
        route("/editions.json", editions.editions),
        route("/editions/{edition}.duckdb", editions.edition),
        route("/healthz", health.healthz, waits=False),
        route("/openapi.json", openapi.openapi),
        route("/tracker.duckdb", whole.tracker),
        route("/{name:misspelt}", elsewhere.nothing),
    ]
