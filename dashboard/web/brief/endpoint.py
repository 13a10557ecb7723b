"""``/brief/<kind>/<key>``, ``….pdf`` and ``….docx``: a record on two pages, to print or to send."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.components.records.briefs import FORMS
from dashboard.filtering.options import compared_kinds
from dashboard.kinds import KINDS
from dashboard.source import records
from dashboard.state.days import first_day
from dashboard.web.brief import fitting, pdf, word
from dashboard.web.brief.brief_request import BriefRequest
from dashboard.web.brief.content import brief
from dashboard.web.brief.document import Brief
from dashboard.web.describe import html
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, published, validators
from dashboard.web.http.query import (
    RequestError,
    allow_only,
    page_translator,
    query_items,
    shortened,
    translator,
)
from dashboard.web.request.days import read_day
from dashboard.web.request.parameters import Parameter, as_of, language
from dashboard.words import labels
from dashboard.words.i18n import Translator

SINCE = timedelta(days=91)
"""How far back changes go without ``since``: a quarter."""
STYLE = (html.TEMPLATES / "brief.css").read_text("utf-8")
NAMES = ("lang", "as_of", "since")
Write = Callable[[BriefRequest, datetime], tuple[Brief, bytes]]
WRITERS: Mapping[str, tuple[str, Write]] = {
    ".pdf": (pdf.MEDIA, fitting.as_pdf),
    ".docx": (word.MEDIA, fitting.as_docx),
}
"""Media type and writer of each of ``FORMS``."""


def answer(request: Request) -> Response:
    """Answer with the brief as a page or as a file.

    Raises:
        RequestError: There is no such record, or a day is not valid.
    """
    allow_only(request, *NAMES)
    key, ending = _named(request.path_params["file"])
    t = translator(request) if ending else page_translator(request)
    wanted = _brief_request(request, key, labels.translator(t.language))
    headers = validators(str(request.url), t.language, wanted.day, wanted.since, today=True)
    headers |= {"Content-Language": t.language, "X-As-Of": wanted.day.isoformat()}
    if same := not_modified(request, headers):
        return same
    if not ending:
        return _page(request, wanted, brief(wanted), headers)
    media, write = WRITERS[ending]
    whole, content = write(wanted, published())
    headers["Content-Disposition"] = f'inline; filename="{whole.name}{ending}"'
    return Response(content, headers=headers, media_type=media)


def parameters(t: Translator) -> list[Parameter]:
    """Return the parameters of a brief."""
    since = t("The day from which on changes are told; a quarter before the other without it.")
    since_day = Parameter("since", "day", "DATE", since, example="2026-01-01")
    return [language(t), as_of(t), since_day]


def _named(file: str) -> tuple[str, str]:
    """Return the key and the ending of a file, which is empty for the page.

    >>> _named("gdc.pdf"), _named("gdc")
    (('gdc', '.pdf'), ('gdc', ''))
    """
    ending = PurePosixPath(file).suffix
    return (file.removesuffix(ending), ending) if ending in FORMS else (file, "")


def _brief_request(request: Request, key: str, t: Translator) -> BriefRequest:
    """Return the brief that an address requests.

    Raises:
        RequestError: There is no such record, or a day is not valid.
    """
    name = request.path_params["kind"]
    record = records.find(name, key) if name in compared_kinds() else None
    if record is None:
        shown = shortened(f"{name}/{key}", t)
        raise RequestError(404, t("There is no brief of {value}.", value=shown))
    query = dict(query_items(request))
    day = read_day(query, t)
    since = read_day(query, t, "since", max(day - SINCE, first_day()))

    def address(kind: str, key: str) -> str:
        declared = KINDS[kind]
        # A brief is printed and passed on: the links stay with the day that it tells of.
        own = {declared.parameter: key, "as_of": day.isoformat()}
        return links.page_url(request, declared.page, t.language, **own)

    return BriefRequest(KINDS[name], record, day, min(since, day), t, address)


def _page(
    request: Request, wanted: BriefRequest, whole: Brief, headers: Mapping[str, str]
) -> HTMLResponse:
    """Return the page, with links to its files and to the other languages."""
    t, path = wanted.t, request.url.path.removeprefix(request.scope.get("root_path", ""))
    query = {key: text for key, text in query_items(request) if key != "lang"}
    files = [
        (label, links.page_url(request, f"{path[1:]}{ending}", t.language, **query))
        for ending, label in FORMS.items()
    ]
    translations = [
        (code, name, links.absolute_url(request, path[1:], **query, lang=code))
        for code, name in labels.languages().items()
        if code != t.language
    ]
    text = html.render(
        "brief.html",
        t,
        brief=whole,
        files=files,
        languages=translations,
        icon=links.absolute_url(request, "app/static/icon.png"),
        style=html.Markup(STYLE),
    )
    own = {"Content-Security-Policy": html.policy(STYLE), "Vary": "Accept-Language"}
    return HTMLResponse(html.in_their_languages(text), headers={**headers, **own})
