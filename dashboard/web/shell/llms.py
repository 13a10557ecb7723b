"""``/llms.txt``: what the tracker is and how to query it, for a language model (llmstxt.org)."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.filtering.catalogue import relations
from dashboard.navigation import PAGES
from dashboard.source import database
from dashboard.web.describe.html import render
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import allow_only, translator


def llms(request: Request) -> Response:
    """Answer with the guide, in Markdown."""
    allow_only(request, "lang")
    t, settings = translator(request), database.settings()
    headers = validators("llms.txt", str(request.base_url), t.language)
    if same := not_modified(request, headers):
        return same
    text = render(
        "llms.txt",
        t,
        product=settings.localized("name", t.language),
        subtitle=settings.localized("subtitle", t.language),
        edition=database.edition(),
        base=str(request.base_url),
        pages={name: (t(place.title), t(place.about)) for name, place in PAGES.items()},
        relations={name: each.meaning[t.language] for name, each in relations().items()},
    )
    return PlainTextResponse(text, headers=headers)
