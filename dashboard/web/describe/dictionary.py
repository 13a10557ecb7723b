"""What every relation, column and code means: ``/dictionary``, for people and for programs."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.filtering.catalogue import Column, Relation, relations
from dashboard.source import database, queries
from dashboard.web.describe import html
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.negotiation import prefers_json
from dashboard.web.http.query import allow_only, page_translator


def dictionary(request: Request) -> Response:
    """Answer with a page, or with JSON to who takes only that."""
    return listing(request) if prefers_json(request) else _page(request)


def listing(request: Request) -> Response:
    """Answer with all meanings in both languages, as JSON."""
    allow_only(request, "lang")
    headers = validators("dictionary.json") | {"Vary": "Accept"}
    content = {
        "edition": database.edition(),
        "relations": [_relation(each) for each in relations().values()],
        "vocabularies": queries.vocabularies().drop("position").to_dicts(),
    }
    return not_modified(request, headers) or JSONResponse(content, headers=headers)


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "name": relation.name,
        "kind": relation.kind,
        **{f"meaning_{code}": text for code, text in relation.meaning.items()},
        "parameters": [vars(argument) for argument in relation.arguments],
        "columns": [_column(column) for column in relation.columns],
    }


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": column.type,
        **{f"meaning_{code}": text for code, text in column.meaning.items()},
        "key": column.key,
        "vocabulary": ", ".join(column.vocabularies) or None,
        "refers_to": ", ".join(column.refers_to) or None,
    }


def _page(request: Request) -> Response:
    allow_only(request, "lang")
    t = page_translator(request)
    headers = validators("dictionary", t.language)
    found = queries.vocabularies().partition_by("vocabulary", as_dict=True, maintain_order=True)
    columns = ("code", f"label_{t.language}", f"meaning_{t.language}")
    lists = {name: codes.select(columns).rows() for (name,), codes in found.items()}
    return not_modified(request, headers) or html.page(
        request, t, "dictionary.html", headers, relations=relations(), lists=lists
    )
