"""Describe the addresses that are no relation's (OpenAPI)."""

from collections.abc import Sequence

from dashboard.filtering import options
from dashboard.state.days import LONGEST
from dashboard.web.brief.endpoint import WRITERS
from dashboard.web.brief.endpoint import parameters as brief_parameters
from dashboard.web.calendar import filters
from dashboard.web.changes import between
from dashboard.web.describe import openapi_charts, openapi_types
from dashboard.web.describe.openapi_responses import usual
from dashboard.web.describe.openapi_types import Json
from dashboard.web.request import narrowing
from dashboard.web.request.parameters import as_of, sample
from dashboard.words.i18n import Translator

LANG = {"$ref": "#/components/parameters/lang"}
TEXT: Json = {"schema": {"type": "string"}}
OBJECT: Json = {"schema": {"type": "object"}}
FILE: Json = {}
MEDIA = [media for media, _ in WRITERS.values()]
"""The media types of the files of a brief."""


def paths(t: Translator) -> Json:
    """Return the operations of the addresses that stand alone."""
    both = {"text/html; charset=utf-8": TEXT, "application/json": OBJECT}
    json = {"application/json": OBJECT}
    file = {"application/vnd.duckdb": FILE}
    kept = t("The database of an edition that is kept.")
    edition = openapi_types.in_path("edition", {"type": "string", "pattern": "^[0-9a-f]{12}$"})
    return {
        "/data/": _get("index", t("What there is, as a page or as JSON."), both),
        "/data/index.json": _get("list", t("What there is, as JSON."), json),
        "/dictionary": _get(
            "dictionary_page", t("What everything means, as a page or as JSON."), both
        ),
        "/dictionary.json": _get("dictionary_list", t("What everything means, as JSON."), json),
        "/datapackage.json": _get(
            "datapackage", t("The tables as a Frictionless Data Package."), json
        ),
        "/openapi.json": _get("openapi", t("This description."), json),
        "/search.json": _search(t),
        "/tracker.duckdb": _file(_get("tracker", t("The whole database; ranges of it too."), file)),
        "/editions.json": _get("editions", t("Every edition that was current here."), json),
        "/editions/{edition}.duckdb": _file(_get("edition_file", kept, file, [edition, LANG])),
        "/brief/{kind}/{file}": _brief(t),
        **_charts(t),
        "/changes.atom": _changes(t),
        "/deadlines.ics": _deadlines(t),
        "/healthz": _get("alive", t("Whether the server is alive."), json, ()),
        "/readyz": _get("ready", t("Whether the server can answer."), json, ()),
    }


def _get(name: str, summary: str, content: Json, parameters: Sequence[Json] = (LANG,)) -> Json:
    answers = {"200": {"description": summary, "content": content}} | usual()
    operation: Json = {"operationId": name, "summary": summary, "responses": answers}
    return {"get": operation | ({"parameters": [*parameters]} if parameters else {})}


def _file(path: Json) -> Json:
    """Add the responses to requests for a range of bytes."""
    answers = path["get"]["responses"]
    answers |= {"206": answers["200"], "416": {"description": answers["200"]["description"]}}
    return path


def _search(t: Translator) -> Json:
    texts = {
        "kind": t("What kind of thing it is."),
        "id": t("Its key; of a list its page and filters."),
        "title": t("What it is called."),
        "language": t("The language of its name (ISO 639-1)."),
        "matched": t("The name that was meant, or the words that were found."),
        "why": t("Which text has them, and what must be known beside it."),
        "missing": t("Words that were typed and that it does not have."),
        "rows": t("Of a list, how many rows it has on the day; empty where they were not counted."),
        "url": t("Address of its page."),
        "label": t("Its name as pages show it, of a list with the number of its rows."),
        "reason": t("Why it was found, in words for readers; empty where its name says it."),
    }
    optional = ("matched", "why", "missing", "rows", "reason")
    hit: Json = {
        "type": "object",
        "required": [name for name in texts if name not in optional],
        "properties": {
            name: {
                "type": ["integer" if name == "rows" else "string", "null"],
                "description": text,
            }
            for name, text in texts.items()
        },
    }
    hits: Json = {"type": "array", "items": hit}
    answer = {
        "type": "object",
        "required": ["q", "summary", "missing", "hits", "kinds", "did_you_mean"],
        "properties": {
            "q": {"type": "string", "description": t("What was searched for.")},
            "summary": {"type": "string", "description": t("How much was found, in a sentence.")},
            "missing": {
                "type": "array",
                "items": {"type": "string"},
                "description": t("Words that were typed and that no hit has."),
            },
            "hits": hits | {"maxItems": 50, "description": t("What was found, best first.")},
            "kinds": {
                "type": "object",
                "additionalProperties": {"type": "integer"},
                "description": t("How many of each kind were found, those not listed included."),
            },
            "did_you_mean": hits
            | {"description": t("Where nothing was found, what has nearly such a name.")},
        },
    }
    words = {
        "name": "q",
        "in": "query",
        "required": True,
        "description": t("What is searched for, as somebody types it."),
        "schema": {"type": "string", "maxLength": LONGEST},
        "example": "2030",
    }
    return _get(
        "search_everything",
        t("One search over everything."),
        {"application/json": {"schema": answer}},
        [words, LANG, openapi_types.parameter(as_of(t))],
    )


def _brief(t: Translator) -> Json:
    content = dict.fromkeys(("text/html; charset=utf-8", *MEDIA), FILE)
    kinds: Json = {"type": "string", "enum": [*options.compared_kinds()]}
    file = t("The key of the record; with .pdf or .docx after it, a file.")
    example = sample(options.keys_of("instruments"))
    parameters = [
        openapi_types.in_path("kind", kinds, t("What kind of record it is."), "text"),
        openapi_types.in_path("file", {"type": "string", "pattern": "^[^/]+$"}, file, example),
        *map(openapi_types.parameter, brief_parameters(t)),
    ]
    summary = t("A brief of a record: as a page, as PDF or as DOCX.")
    return _get("brief", summary, content, parameters)


def _charts(t: Translator) -> Json:
    return {
        address: _get(name, summary, dict.fromkeys(media, FILE), parameters)
        for address, (name, summary, media, parameters) in openapi_charts.addresses(t).items()
    }


def _changes(t: Translator) -> Json:
    content = {"application/atom+xml; charset=utf-8": TEXT}
    summary = t("What each edition changed, of all or of what is followed, as a feed.")
    known = [*narrowing.parameters(t), *between.parameters(t)]
    return _get("changes", summary, content, [*map(openapi_types.parameter, known)])


def _deadlines(t: Translator) -> Json:
    content = {"text/calendar; charset=utf-8": TEXT}
    known = map(openapi_types.parameter, filters.parameters(t))
    return _get("deadlines", t("What is due when, as a calendar."), content, [*known])
