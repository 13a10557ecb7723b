"""``/search.json``: one search over everything, for programs and for the box on every page."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.components.search import words as sentences
from dashboard.filtering import lists
from dashboard.source import search as source
from dashboard.state.days import LONGEST
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import RequestError, allow_only, query_items, translator
from dashboard.web.request.days import read_day
from dashboard.words import labels
from dashboard.words.i18n import Translator

FIELDS = ("kind", "id", "title", "language", "matched", "why", "missing", "rows", "url")
OFFERED = (*FIELDS[:4], "url")


def search(request: Request) -> Response:
    """Answer with what the words find, best first, or with what may have been meant.

    Raises:
        RequestError: No words are given, or too many, or what is no day.
    """
    allow_only(request, "q", "lang", "as_of")
    t = translator(request)
    words = _words(request, t)
    day = read_day(request.query_params, t)
    headers = validators("search", words, t.language, str(day), str(request.base_url))
    headers |= {"Content-Language": t.language}
    if same := not_modified(request, headers):
        return same
    t = replace(t, labels=labels.labels(t.language))
    found = lists.with_rows(source.search(words, t.language), day)
    offers = [] if found.height else source.search_offers(words, t.language).to_dicts()
    missing = sentences.missing(found["missing"])
    counts = dict(found.select("kind", "of_kind").unique(maintain_order=True).iter_rows())
    content = {
        "q": words,
        "summary": sentences.summary(counts, missing, t),
        "missing": missing,
        "hits": [
            _hit(row, request, t, FIELDS) | {"reason": sentences.reason(row, missing, t)}
            for row in found.iter_rows(named=True)
        ],
        "kinds": counts,
        "did_you_mean": [_hit(row, request, t, OFFERED) for row in offers],
    }
    return JSONResponse(content, headers=headers)


def _words(request: Request, t: Translator) -> str:
    given = [text for name, text in query_items(request) if name == "q"]
    if len(given) != 1:
        raise RequestError(400, t("q must be given once: what is searched for."))
    if len(given[0]) > LONGEST:
        sentence = t("q can be {most} characters long, not {n}.", most=LONGEST, n=len(given[0]))
        raise RequestError(400, sentence)
    return given[0]


def _hit(
    row: Mapping[str, Any], request: Request, t: Translator, fields: Iterable[str]
) -> dict[str, str]:
    page, query, heading = urlsplit(row["url"])[2:]
    url = links.page_url(request, page, t.language, **dict(parse_qsl(query)))
    url += heading and f"#{heading}"
    label = sentences.label({"rows": None, "as_of": None, **row}, t)
    return {name: row[name] for name in fields} | {"url": url, "label": label}
