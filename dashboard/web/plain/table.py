"""``/data/<relation>.html``: rows of a relation as a page of plain HTML, some at a time."""

import html as markup
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import polars as pl
from starlette.requests import Request
from starlette.responses import Response

from dashboard.components.records.cells import Cells
from dashboard.filtering.catalogue import Relation, relations
from dashboard.kinds import KINDS, plain_path
from dashboard.source import row_records
from dashboard.web.describe import html
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import by_name, page_translator, query_items
from dashboard.web.plain.view import PlainView
from dashboard.web.request import rows as rows_of
from dashboard.web.request.relation_request import RelationRequest, read
from dashboard.words import labels
from dashboard.words.i18n import Translator
from transforms.languages import typeset

ENDING = ".html"
HITS = "search"
"""The relation of the search, whose page is simpler than that of the others."""
NAME = "title"
HIT_COLUMNS = ("kind", NAME, "matched", "why")
"""The columns that are shown of a hit, and the one with its title."""
SAID = HIT_COLUMNS[-2:]
"""Those in which the search speaks, in the language asked for."""
ROWS, MOST = 100, 1_000
"""Rows of a page by default, and at most."""


def is_wanted(request: Request, file: str) -> bool:
    """Return whether an address below ``/data/`` is a relation that a browser wants as a page."""
    name = file.removesuffix(ENDING)
    if name not in relations():
        return False
    return file != name or "text/html" in request.headers.get("accept", "")


def page(request: Request) -> Response:
    """Answer with the rows of a relation as a page; its filters are those of the files.

    Raises:
        RequestError: A parameter is unknown, wrong or missing.
    """
    bare = page_translator(request)
    t = labels.translator(bare.language)
    relation = relations()[request.path_params["file"].removesuffix(ENDING)]
    wanted = read(relation, [pair for pair in query_items(request) if pair[0] != "lang"], t)
    limit = ROWS if wanted.limit is None else min(wanted.limit, MOST)
    wanted = replace(wanted, language=t.language, limit=limit)
    headers = validators("table", str(request.url), t.language, today=wanted.by_default)
    return not_modified(request, headers) or _page(request, wanted, t, headers)


def _page(
    request: Request, wanted: RelationRequest, t: Translator, headers: dict[str, str]
) -> Response:
    relation, limit = wanted.relation, wanted.limit or 0
    dated = {"as_of": wanted.day.isoformat()} if wanted.day and not wanted.by_default else {}
    view = PlainView(t, "../" * (request.url.path.count("/") - 1), {"lang": t.language, **dated})
    found_by_words = relation.name == HITS
    names = [column.name for column in relation.columns]
    columns = rows_of.columns(names, t.language)
    more = replace(wanted, limit=limit + 1)
    found = pl.concat(rows_of.batches(more, columns))
    shown = found.head(limit)
    headed = HIT_COLUMNS if found_by_words else shown.columns
    turns = {"before": max(0, wanted.offset - limit) if wanted.offset else None}
    turns["after"] = wanted.offset + limit if 0 < limit < found.height else None
    return html.page(
        request,
        t,
        "table.html",
        headers,
        relation=relation,
        title=t("Search") if found_by_words else relation.name,
        columns=list(labels.called(relation.name, headed, t).items()),
        cells=_cells(relation, shown, headed, view),
        none_wanted=limit == 0,
        first=wanted.offset + 1,
        last=wanted.offset + shown.height,
        turns={
            name: _turned(request, offset) for name, offset in turns.items() if offset is not None
        },
        formats={ending: _file(request, relation, ending) for ending in ("csv", "json", "xlsx")},
        alternates={
            code: links.page_url(request, f"data/{relation.name}.html", code, **_filters(request))
            for code in labels.languages()
        },
        safe=html.safe,
    )


def _cells(
    relation: Relation, rows: pl.DataFrame, columns: Sequence[str], view: PlainView
) -> list[list[str]]:
    """Return what the cells say, as HTML; the cell with the key of a record links its page."""
    if relation.name == HITS:
        set_as = partial(typeset, code=view.t.language)
        rows = rows.with_columns(pl.col(SAID).map_elements(set_as, return_dtype=pl.String))
    cells = Cells(relation.name, rows, view)
    own = row_records.kinds_of(relation.name, rows)
    lines = []
    for row in rows.iter_rows(named=True):
        line = [cells.html(row, name) for name in columns]
        if found := _record(row, own):
            position = columns.index(own[0] if own else NAME)
            target = markup.escape(view.address(plain_path(*found)))
            label = line[position] if own is None else markup.escape(found[1])
            line[position] = f'<a href="{target}">{label}</a>'
        lines.append(line)
    return lines


def _record(
    row: Mapping[str, Any], own: tuple[str, Mapping[str, str]] | None
) -> tuple[str, str] | None:
    """Return kind and key of the record that a row is, or that a hit of the search leads to."""
    if own:
        kind = own[1].get(row[own[0]])
        return (kind, row[own[0]]) if kind else None
    return (row["kind"], row["id"]) if NAME in row and row.get("kind") in KINDS else None


def _filters(request: Request) -> dict[str, list[str]]:
    """Return the values of the query by name, without the language."""
    return by_name(links.query_without(request, "lang"))


def _turned(request: Request, offset: int) -> str:
    """Return the query of the same page with other rows."""
    return f"?{urlencode([*links.query_without(request, 'offset'), ('offset', str(offset))])}"


def _file(request: Request, relation: Relation, ending: str) -> str:
    query = urlencode(links.query_without(request, "lang", "limit", "offset"))
    return f"{relation.name}.{ending}{'?' if query else ''}{query}"
