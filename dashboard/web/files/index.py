"""The index of all files: ``/data/``, as a page for people and as a list for programs."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.filtering.catalogue import Relation, relations
from dashboard.filtering.operators import MARK, OPERATORS
from dashboard.kinds import PLAIN
from dashboard.source import database
from dashboard.web.calendar import filters
from dashboard.web.describe import html
from dashboard.web.files.relation import relation
from dashboard.web.files.writing import FORMATS
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.negotiation import prefers_json
from dashboard.web.http.query import allow_only, page_translator, translator
from dashboard.web.plain import table
from dashboard.web.plain.record import record
from dashboard.web.request.parameters import Parameter, parameters
from dashboard.words.i18n import Translator


def data(request: Request) -> Response:
    """Answer for everything below ``/data/``: the index, or the rows of a relation."""
    match request.path_params["file"]:
        case "":
            return _listing(request) if prefers_json(request) else _page(request)
        case "index.json":
            return _listing(request)
        case file if file.startswith(PLAIN):
            return record(request)
        case file if table.is_wanted(request, file):
            return table.page(request)
    return relation(request)


def _page(request: Request) -> Response:
    allow_only(request, "lang")
    t = page_translator(request)
    headers = validators("index", t.language)
    settings = database.settings()
    licence = {
        "name": settings.localized("licence", t.language),
        "url": settings.localized("licence_url", t.language),
        "terms": settings.localized("licence_terms", t.language),
    }
    kinds = {
        "table": (t("Tables"), t("The facts, each with its source.")),
        "view": (t("Views"), t("What the tables add up to.")),
        "macro": (t("Macros"), t("What they add up to on a day, or for a country.")),
    }
    return not_modified(request, headers) or html.page(
        request,
        t,
        "index.html",
        headers,
        licence=licence,
        kinds=kinds,
        relations=relations(),
        calendar=filters.parameters(t),
        comparisons={f"{MARK}{name}": t(each.meaning) for name, each in OPERATORS.items()},
        size=partial(_size, t),
        parameters_of=partial(_parameters, t),
        addresses=_addresses,
        own=_own,
        example=_example,
    )


def _size(t: Translator, relation: Relation) -> str:
    columns = t.plural("{n} column", "{n} columns", len(relation.columns))
    if relation.rows is None:
        return columns
    return f"{columns} · {t.plural('{n} row', '{n} rows', relation.rows)}"


def _parameters(t: Translator, relation: Relation) -> list[Parameter]:
    return list(parameters(relation, t).values())


def _addresses(relation: Relation, known: list[Parameter]) -> dict[str, str]:
    """Return the address of each kind of file, with examples of the parameters it needs."""
    query = "".join(f"?{each.name}={each.example}" for each in known if each.needed)
    return {f"{relation.name}.{ending}{query}": ending for ending in FORMATS}


def _own(known: list[Parameter]) -> list[Parameter]:
    """Return the parameters of a relation that are not columns."""
    return [each for each in known if each.part in ("day", "argument", "page")]


def _example(relation: Relation, known: list[Parameter], parameter: Parameter) -> str:
    needed = [each for each in known if each.needed and each != parameter]
    query = "&".join(f"{each.name}={each.example}" for each in [*needed, parameter])
    return f"{relation.name}.csv?{query}"


def _listing(request: Request) -> Response:
    """List the relations for programs."""
    allow_only(request, "lang")
    t = translator(request)
    headers = validators("index.json", t.language) | {"Vary": "Accept"}
    listing = {
        "edition": database.edition(),
        "licence": database.settings().localized("licence_url", t.language) or None,
        "comparisons": {name: t(each.meaning) for name, each in OPERATORS.items()},
        "relations": [_described(each, t) for each in relations().values()],
    }
    return not_modified(request, headers) or JSONResponse(listing, headers=headers)


def _described(relation: Relation, t: Translator) -> dict[str, object]:
    return {
        "name": relation.name,
        "kind": relation.kind,
        **{f"meaning_{code}": text for code, text in relation.meaning.items()},
        "rows": relation.rows,
        "columns": len(relation.columns),
        "files": {ending: f"/data/{relation.name}.{ending}" for ending in FORMATS},
        "parameters": [
            {"name": each.name, "needed": each.needed, "meaning": each.meaning}
            for each in _parameters(t, relation)
            if each.part != "column"
        ],
    }
