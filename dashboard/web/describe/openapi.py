"""The addresses, described for programs (OpenAPI 3.1) from what the answers are made of."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.filtering.catalogue import Relation, relations
from dashboard.source import database, row_records
from dashboard.web.describe import openapi_paths, openapi_responses, openapi_types
from dashboard.web.describe.openapi_types import Json
from dashboard.web.files.writing import FORMATS
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import allow_only, translator
from dashboard.web.request.parameters import language, parameters
from dashboard.words.i18n import Translator
from transforms.settings import Settings


def openapi(request: Request) -> Response:
    """Answer with the description."""
    allow_only(request, "lang")
    t = translator(request)
    headers = validators("openapi", t.language)
    known = not_modified(request, headers)
    headers |= {"Content-Language": t.language}
    return known or JSONResponse(description(t), headers=headers, media_type="application/json")


def _licence(settings: Settings, language: str) -> Json:
    """Return the licence of the data, by its identifier or else by its address, if it has one."""
    name, url = (settings.localized(key, language) for key in ("licence", "licence_url"))
    if not name:
        return {}
    more = {"identifier": settings.licence_id} if settings.licence_id else {"url": url}
    return {"license": {"name": name} | {key: text for key, text in more.items() if text}}


def description(t: Translator) -> Json:
    """Return the whole description."""
    settings = database.settings()
    subtitle = settings.localized("subtitle", t.language)
    about = t("Everything can be read from anywhere; nothing can be changed.")
    comparisons = openapi_types.comparison_meanings(t)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.localized("name", t.language),
            "version": database.edition(),
            "description": " ".join(filter(None, (subtitle, about, comparisons))),
            **_licence(settings, t.language),
        },
        "servers": [{"url": "/"}],
        "paths": openapi_paths.paths(t) | _relations(t),
        "components": {
            "schemas": _schemas(t),
            "parameters": {"lang": openapi_types.spelled(language(t))},
            "responses": openapi_responses.responses(t),
        },
    }


def _schemas(t: Translator) -> Json:
    problem = {
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {
            "title": {"type": "string", "description": t("What the status is called.")},
            "status": {"type": "integer", "enum": [400, 404, 405, 500, 503]},
            "detail": {"type": "string", "description": t("What is wrong, in a sentence.")},
        },
    }
    return {"Problem": problem} | {name: _row(each, t) for name, each in relations().items()}


def _relations(t: Translator) -> Json:
    return {
        f"/data/{relation.name}.{{format}}": {"get": _operation(relation, t)}
        for relation in relations().values()
    }


def _operation(relation: Relation, t: Translator) -> Json:
    ending = openapi_types.in_path("format", {"type": "string", "enum": list(FORMATS)})
    known = parameters(relation, t).values()
    return {
        "operationId": relation.name,
        "summary": relation.meaning[t.language],
        "tags": [relation.kind],
        "parameters": [
            ending,
            *(openapi_types.parameter(each) for each in known),
            openapi_types.comparisons(relation, t),
        ],
        "responses": {
            "200": _rows(relation, t),
            "206": _rows(relation, t),
            "416": {"description": t("There is no such part.")},
        }
        | openapi_responses.usual(),
    }


def _rows(relation: Relation, t: Translator) -> Json:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{relation.name}"}}
    plain: Json = {"schema": {"type": "string"}}
    openapi_types = {"json": {"schema": rows}, "csv": plain}
    file: Json = {}
    return {
        "description": t("The rows."),
        "headers": openapi_responses.headers(t, dated=relation.dated),
        "content": {
            kind.media_type: openapi_types.get(ending, file) for ending, kind in FORMATS.items()
        },
    }


def _row(relation: Relation, t: Translator) -> Json:
    cells = {column.name: openapi_types.cell(column, t) for column in relation.columns}
    if row_records.key_of(relation.name):
        page = {"type": ["string", "null"], "description": t("Address of its page.")}
        cells.setdefault(row_records.ADDRESS, page)
    return {
        "type": "object",
        "description": relation.meaning[t.language],
        "properties": cells,
        "additionalProperties": False,
    }
