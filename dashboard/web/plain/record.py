"""``/data/records/<kind>/<key>.html``: one record as a page of plain HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import polars as pl
from starlette.requests import Request
from starlette.responses import Response

from dashboard.components.records import contents, ending, sections, summary
from dashboard.components.records.cells import Cells
from dashboard.components.records.view import Block
from dashboard.kinds import KINDS, PLAIN, Kind, plain_path
from dashboard.source import calls, database, records
from dashboard.source.totals import Row
from dashboard.web.describe import html
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import (
    RequestError,
    allow_only,
    page_translator,
    query_items,
    shortened,
)
from dashboard.web.plain.view import PlainView
from dashboard.web.request.days import read_day
from dashboard.web.shell import description, linked_data
from dashboard.words import labels
from dashboard.words.i18n import Translator
from dashboard.words.locators import designated
from dashboard.words.references import titled

ADDRESS = re.compile(rf"{PLAIN}(?P<kind>[a-z]+)/(?P<key>.+)\.html", re.DOTALL)
"""What follows ``/data/``."""
ROWS = 200
"""Of a section; the app has all of them, page by page."""
OFFERED = 5
"""Records that may be meant by a key that none has."""


def record(request: Request) -> Response:
    """Answer with the page of a record, or with what may be meant.

    Raises:
        RequestError: There is no such kind of record, or no such day.
    """
    allow_only(request, "lang", "as_of")
    t = labels.translator(page_translator(request).language)
    parts = ADDRESS.fullmatch(request.path_params["file"])
    kind = KINDS.get(parts["kind"]) if parts else None
    if parts is None or kind is None:
        shown = shortened(request.path_params["file"], t)
        raise RequestError(404, t("There is no page {value}.", value=shown))
    query = dict(query_items(request))
    given, day = query.get("as_of"), read_day(query, t)
    view = PlainView(t, "../" * (request.url.path.count("/") - 1), _carried(t, given))
    found = records.find(kind.name, parts["key"])
    facts = records.profile(kind.profile, kind.key, parts["key"], day) if found else None
    if found is None or facts is None:
        return _unknown(request, kind, parts["key"], view)
    headers = validators("record", str(request.url), t.language, today=given is None)
    return not_modified(request, headers) or _page(request, kind, found, facts, day, view, headers)


def _carried(t: Translator, day: str | None) -> dict[str, str]:
    return {"lang": t.language} | ({"as_of": day} if day else {})


def _page(
    request: Request,
    kind: Kind,
    found: Row,
    facts: Row,
    day: date,
    view: PlainView,
    headers: dict[str, str],
) -> Response:
    t, key = view.t, found["id"]
    cells = Cells(kind.profile, pl.DataFrame([facts]), view)
    url = links.record_url(request, kind.name, key, t.language)
    own, listed = plain_path(kind.name, key), replace(view, carried={})
    return html.page(
        request,
        t,
        "record.html",
        headers,
        name=titled(t.localized(found, "name"), found["language"], t),
        kind=t(kind.title),
        kind_address=listed.address("data/records.html", kind=kind.name, lang=t.language),
        symbol=designated(found[f"symbol_{t.language}"], t),
        description=description.of_record(kind, found, day, t),
        canonical=url,
        alternates={code: links.page_url(request, own, code) for code in labels.languages()},
        facts=linked_data.of_record(kind, found, url, t),
        absence=summary.absence(kind, facts, day, t),
        notices=html.safe(summary.notices(kind, facts, cells, day)),
        lead=html.safe(cells.html(facts, kind.lead) if kind.lead else ""),
        summary=html.safe(summary.sentences(kind, facts, cells, day)),
        strip=html.safe(summary.strip(kind, facts, cells)),
        blocks=list(_blocks(kind, found, facts, cells, day, view)),
        contents_from=contents.FROM,
        app=view.app(kind.name, key),
        day=day,
        addresses=_files(kind, key, day, view),
        safe=html.safe,
        edition_name=database.edition(),
    )


def _blocks(
    kind: Kind, found: Row, facts: Row, cells: Cells, day: date, view: PlainView
) -> Iterator[Block]:
    for section in kind.sections:
        if block := sections.block(section, kind, facts, day, view, ROWS):
            yield block
    gaps = summary.gaps(kind, facts, cells, day)
    yield from ending.blocks(kind, found, day, gaps, view)


def _files(kind: Kind, key: str, day: date, view: PlainView) -> dict[str, str]:
    """Return the same for programs, and how to follow it: names by address."""
    t = view.t
    query = calls.row_query(kind.profile, kind.key, key, day)
    plain = replace(view, carried={})
    rows = {
        plain.address(f"data/{kind.profile}.{form}", **query): form.upper()
        for form in ("json", "csv")
    }
    offered = {"changes.atom": t("Feed of changes")}
    if kind.dated:
        offered["deadlines.ics"] = t("Calendar")
    narrowed = {kind.followed_as: key, "lang": t.language}
    return rows | {plain.address(file, **narrowed): label for file, label in offered.items()}


def _unknown(request: Request, kind: Kind, key: str, view: PlainView) -> Response:
    """Say that no record has the key, in a page with the nearest ones."""
    t = view.t
    rows = records.nearest(kind.name, key[:100], t.language, OFFERED).iter_rows(named=True)
    near = {
        view.address(plain_path(kind.name, row["id"])): t.localized(row, "name") for row in rows
    }
    message = t("{title}: nothing has the key {key}.", title=t(kind.title), key=shortened(key, t))
    return html.not_found(request, t, message, near)
