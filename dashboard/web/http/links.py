"""Absolute addresses: links in files must lead back to the site."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request

from dashboard.kinds import KINDS
from dashboard.words.labels import languages

Query = str | Sequence[str] | None
"""The values of one parameter; None leaves it out."""


def query_without(request: Request, *names: str) -> list[tuple[str, str]]:
    """Return names and values of the query of a request, but for these names."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    return [pair for pair in pairs if pair[0] not in names]


def absolute_url(request: Request, path: str, **query: Query) -> str:
    """Return the address of a page or a file here; what is None is left out."""
    encoded = urlencode(
        {name: text for name, text in query.items() if text is not None}, doseq=True
    )
    return f"{request.base_url}{path}{'?' if encoded else ''}{encoded}"


def page_url(request: Request, name: str, language: str, **query: Query) -> str:
    """Return the address of a page in a language, whatever the browser prefers that opens it."""
    lang = language if len(languages()) > 1 else None
    return absolute_url(request, name, **query, lang=lang)


def translations(
    request: Request, path: str, media_type: str, language: str, query: Mapping[str, Query]
) -> list[dict[str, str]]:
    """Return a link to each language of a feed, its own among them."""
    return [
        {
            "rel": "self" if code == language else "alternate",
            "type": media_type,
            "hreflang": code,
            "href": page_url(request, path, code, **query),
        }
        for code in languages()
    ]


def record_url(request: Request, kind: str, key: str, language: str) -> str:
    """Return the address of the page of a record in a language."""
    declared = KINDS[kind]
    return page_url(request, declared.page, language, **{declared.parameter: key})
