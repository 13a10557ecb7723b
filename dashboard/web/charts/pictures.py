"""``/chart/<name>.svg``, ``.png``, ``.pdf`` and ``.csv``: a chart as a file, made on the server."""

from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from starlette.requests import Request
from starlette.responses import Response

from dashboard.figures import Chart, View
from dashboard.figures.declared import answer
from dashboard.figures.frame import file_name, frame
from dashboard.figures.legend import code_of
from dashboard.images import KINDS, picture
from dashboard.source import database
from dashboard.state.address import MARK
from dashboard.web.charts.answers import answer_of
from dashboard.web.charts.request import chart_of
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import RequestError, shortened
from transforms.files.writers import csv_bytes, stamped

CACHE_BYTES = 64 * 2**20
"""Bytes of pictures: most have some 100 kB, a map as SVG has four million."""
CSV = "csv"
MEDIA = {**KINDS, CSV: "text/csv; charset=utf-8"}
"""Media types by the ending of the file."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""An SVG that is opened by itself keeps its colours; it loads nothing and runs nothing."""


def chart(request: Request) -> Response:
    """Answer with a chart as a file.

    Raises:
        RequestError: There is no such chart, kind of file, or mark.
    """
    return _file(request, *chart_of(request))


def answer_chart(request: Request) -> Response:
    """Answer with the chart of a saved query as a file.

    Raises:
        RequestError: There is no such query or kind of file, or it is none that is saved.
    """
    return _file(request, *answer_of(request))


def _file(request: Request, declared: Chart, view: View) -> Response:
    ending = request.path_params["ending"]
    if ending not in MEDIA:
        kinds, t = ", ".join(MEDIA), view.t
        raise RequestError(
            404,
            t(
                "A chart is a file of these kinds: {kinds}; not {value}.",
                kinds=kinds,
                value=shortened(ending, t),
            ),
        )
    name = file_name(declared, view, ending)
    headers = validators("chart", str(request.url), today=True) | {
        "Content-Disposition": f'inline; filename="{name}"',
        "Content-Language": view.t.language,
        "X-As-Of": view.day.isoformat(),
        "Content-Security-Policy": POLICY,
    }
    return not_modified(request, headers) or Response(
        _content(declared, view, ending, request),
        headers=headers,
        media_type=MEDIA[ending],
    )


def _content(declared: Chart, view: View, ending: str, request: Request) -> bytes:
    if ending == CSV:
        return _rows(declared, view, request)
    return cached_picture(database.edition(), declared, view, ending)


def _key(edition: str, declared: Chart, view: View, kind: str) -> tuple[Any, ...]:
    read = {name: tuple(view.values.get(name, ())) for name in declared.parameters}
    chosen = tuple(sorted(read.items()))
    only = code_of(view.value(MARK))
    return edition, declared.name, view.t.language, view.day, chosen, only, kind


@cached(LRUCache(CACHE_BYTES, getsizeof=len), key=_key, lock=Lock())
def cached_picture(edition: str, declared: Chart, view: View, kind: str) -> bytes:
    """Return a chart of an edition as a picture.

    Raises:
        RequestError: There is nothing to draw.
    """
    marks = declared.frame(view)
    if marks.is_empty():
        raise RequestError(404, view.t("There is nothing to draw for {day}.", day=view.day))
    figure = declared.draw(declared.seen(marks, view.value(MARK)), view)
    return picture(figure, frame(declared, marks, view), kind, view.t)


def _rows(declared: Chart, view: View, request: Request) -> bytes:
    """Return the marks, or the rows behind one of them."""
    if mark := view.value(MARK):
        rows = declared.rows(view, mark).rows()
    else:
        rows = answer(declared.file(view)) if declared.file else declared.frame(view, for_file=True)
    nested = [
        name
        for name, kind in rows.schema.items()
        if kind.is_nested() and str(kind).startswith("List(Struct")
    ]
    where = (
        database.edition(),
        view.day,
        view.t.language,
        f"{request.url.path.lstrip('/')}?{request.url.query}",
    )
    return csv_bytes(stamped(rows.drop(nested), *where))
