"""``/preview/….png``: the picture of a page, as others show it beside a link to the page."""

from threading import Lock

from cachetools import LRUCache, cached
from starlette.requests import Request
from starlette.responses import Response

from dashboard.navigation import PAGES
from dashboard.source import database, totals
from dashboard.theme import STATUS_COLOURS
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import RequestError, shortened, translator
from dashboard.web.shell.card import Card, Piece, png
from dashboard.web.shell.head import Head, head_of

CACHE_SIZE = 200
"""Pictures of some 30 kB each."""


def preview(request: Request) -> Response:
    """Answer with the picture of the page that the address names.

    Raises:
        RequestError: There is no such page.
    """
    t, page = translator(request), request.path_params["page"]
    if page not in PAGES:
        raise RequestError(404, t("There is no page {value}.", value=shortened(page, t)))
    head = head_of(request, page, t.language)
    headers = validators("preview", str(request.url), today=True)
    return not_modified(request, headers) or Response(
        _rendered(database.edition(), head), headers=headers, media_type="image/png"
    )


def _key(edition: str, head: Head) -> tuple[object, ...]:
    """Return what the picture depends on, whatever name the server is called by."""
    said = head.title, head.description, head.filtered
    return edition, head.t.language, head.day, head.record, said


@cached(LRUCache(CACHE_SIZE), key=_key, lock=Lock())
def _rendered(edition: str, head: Head) -> bytes:
    """Draw what the page is of: a record with its own commitments by status, or all of them."""
    t = head.t
    counts = (
        totals.of_record(*head.record, head.day)
        if head.record
        else database.rows_on("status_totals_on", head.day)
    )
    pieces = [
        Piece(n, STATUS_COLOURS[status], t.label("assessment_status", status))
        for status, n in counts.iter_rows()
        if not head.filtered  # they are of all commitments
    ]
    foot = t("As of {day}. Edition {name}.", day=head.day, name=edition)
    return png(Card(head.product, head.title, head.description, foot, pieces))
