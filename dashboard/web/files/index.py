"""What there is to take: ``/data/``, a page for people and a list for programs."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.source import database
from dashboard.web.calendar import filters
from dashboard.web.describe import html
from dashboard.web.describe.html import escape, link
from dashboard.web.files.relation import relation
from dashboard.web.files.writing import FORMATS
from dashboard.web.http.handler import marks, only, reader, translator, unchanged
from dashboard.web.request.catalogue import Relation, relations
from dashboard.web.request.parameters import Parameter, parameters
from dashboard.words.i18n import Translator


def data(request: Request) -> Response:
    """Answer for everything below ``/data/``: the index, or the rows of a relation."""
    match request.path_params["file"]:
        case "":
            return _listing(request) if html.wants_json(request) else _page(request)
        case "index.json":
            return _listing(request)
    return relation(request)


def _page(request: Request) -> Response:
    only(request, "lang")
    t = reader(request)
    headers = marks("index", t.language)
    kinds = {
        "table": (t("Tables"), t("The facts, each with its source.")),
        "view": (t("Views"), t("What the tables add up to.")),
        "macro": (t("Macros"), t("What they add up to on a day, or for a country.")),
    }
    parts = [_head(t, str(request.base_url)), _calendar(t, str(request.base_url))]
    for kind, (title, about) in kinds.items():
        parts.append(f'<h2 id="{kind}">{escape(title)}</h2>\n<p>{escape(about)}</p>')
        parts += [_entry(each, t) for each in relations().values() if each.kind == kind]
    body = "\n".join(parts)
    title = t("Files and addresses")
    return unchanged(request, headers) or html.answer(t, title, body, headers, "../")


def _head(t: Translator, base: str) -> str:
    """Say what all of this is, and how it is asked for."""
    said = t(
        "Every table, view and macro of the tracker at an address of its own, as CSV, JSON,"
        " Parquet and Excel. This is edition {edition}.",
        edition=database.edition(),
    )
    how = t(
        "Any column is a filter: repeat it for several values, leave it empty for empty cells."
        " lang leaves out the columns of the other language, as_of sets the day, limit and offset"
        " take a part. What is not understood is refused with a sentence."
    )
    csv = t(
        "The CSV of a table holds what datapackage.json describes; the other files also hold the"
        " first and last day that each of its dates can mean."
    )
    query = f"as_of=2026-01-01&due_state=overdue&lang={t.language}"
    example = f"curl '{base}data/commitments_on.csv?{query}'"
    contents = html.contents(relations(), t)
    return (
        f"<p>{escape(said)}</p>\n<p>{escape(how)}</p>\n<pre><code>{escape(example)}</code></pre>\n"
        f"<p>{escape(csv)}</p>\n{_wholes(t)}\n<p>{_licence(t)}</p>\n{contents}"
    )


def _licence(t: Translator) -> str:
    """Say under which licence the data is."""
    settings = database.settings()
    name, url, terms = (
        settings.localized(key, t.language) for key in ("licence", "licence_url", "licence_terms")
    )
    if not name:
        return escape(t("No licence is stated for the data."))
    said = t("Licence: {licence}.", licence=name)
    return " ".join([link(url, said) if url else escape(said), html.words(terms, t)])


def _wholes(t: Translator) -> str:
    """Link what holds all of it at once."""
    links = {
        "../tracker.duckdb": t("The database (DuckDB)"),
        f"../deadlines.ics?lang={t.language}": t("Deadlines, for a calendar (iCalendar)"),
        f"../changes.atom?lang={t.language}": t("What each edition changed, for a feed reader"),
        "../editions.json": t("The editions that were current here"),
        "../datapackage.json": t("The tables, described for machines"),
        f"../openapi.json?lang={t.language}": t("The addresses, described for programs (OpenAPI)"),
        f"index.json?lang={t.language}": t("This list as JSON"),
    }
    return _files(links)


def _calendar(t: Translator, base: str) -> str:
    """Say where the calendar is, and what it can be asked for."""
    said = t(
        "All deadlines and planned events, to subscribe to: add this address in your calendar"
        " under “From URL”."
    )
    rows = [
        (f"<code>{each.name}</code>", escape(each.meaning), f"<code>{_values(each)}</code>")
        for each in filters.parameters(t)
    ]
    head = (t("Parameter"), t("Meaning"), t("Example"))
    grid = html.table(t("What {name} can be asked for", name="deadlines.ics"), head, rows)
    return (
        f'<h2 id="calendar">{escape(t("Calendar"))}</h2>\n<p>{escape(said)}</p>\n'
        f"<pre><code>{escape(base)}deadlines.ics?lang={t.language}</code></pre>\n"
        f"<details><summary>{escape(t('Parameters'))}</summary>\n{grid}</details>"
    )


def _values(parameter: Parameter) -> str:
    """Return what a parameter can be, or an example."""
    return escape(" · ".join(parameter.codes) or parameter.example)


def _entry(relation: Relation, t: Translator) -> str:
    columns = t.plural("{n} column", "{n} columns", len(relation.columns))
    size = [columns] if relation.rows is None else [columns, _rows(relation.rows, t)]
    known = parameters(relation, t)
    query = "".join(f"?{each.name}={each.example}" for each in known.values() if each.needed)
    files = {f"{relation.name}.{ending}{query}": ending for ending in FORMATS}
    meaning = html.words(relation.meaning[t.language], t)
    words = link(f"../dictionary?lang={t.language}#{relation.name}", t("Columns"))
    return (
        f'<article id="{relation.name}">\n<h3><code>{relation.name}</code></h3>\n<p>{meaning}</p>\n'
        f'<p class="about">{escape(" · ".join(size))} · {words}</p>\n{_files(files)}\n'
        f"{_asked(relation, known, t)}</article>"
    )


def _rows(n: int, t: Translator) -> str:
    return t.plural("{n} row", "{n} rows", n)


def _asked(relation: Relation, known: dict[str, Parameter], t: Translator) -> str:
    """Explain what a relation can be asked for beside its columns."""
    own = [each for each in known.values() if each.part in ("day", "argument", "page")]
    rows = [
        (f"<code>{each.name}</code>", escape(each.meaning), _example(relation, each, known))
        for each in own
    ]
    if not rows:
        return ""
    head = (t("Parameter"), t("Meaning"), t("Example"))
    grid = html.table(t("What {name} can be asked for", name=relation.name), head, rows)
    return f"<details><summary>{escape(t('Parameters'))}</summary>\n{grid}</details>"


def _example(relation: Relation, parameter: Parameter, known: dict[str, Parameter]) -> str:
    needed = [each for each in known.values() if each.needed and each != parameter]
    query = "&".join(f"{each.name}={each.example}" for each in [*needed, parameter])
    return link(f"{relation.name}.csv?{query}", f"{parameter.name}={parameter.example}")


def _files(links: dict[str, str]) -> str:
    items = "".join(f"<li>{link(address, text)}</li>" for address, text in links.items())
    return f'<ul class="files">{items}</ul>'


def _listing(request: Request) -> Response:
    """List the relations for programs."""
    only(request, "lang")
    t = translator(request)
    headers = marks("index.json", t.language) | {"Vary": "Accept"}
    listing = {
        "edition": database.edition(),
        "licence": database.settings().localized("licence_url", t.language) or None,
        "relations": [_described(each, t) for each in relations().values()],
    }
    return unchanged(request, headers) or JSONResponse(listing, headers=headers)


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
            for each in parameters(relation, t).values()
            if each.part != "column"
        ],
    }
