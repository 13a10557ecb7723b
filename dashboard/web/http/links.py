"""Whole addresses: what leaves the site in a file must lead back to it."""

from urllib.parse import urlencode

from starlette.requests import Request

from dashboard.words.labels import languages


def absolute_url(request: Request, path: str, **query: str | None) -> str:
    """Return the address of a page or a file here; what is None is left out."""
    asked = urlencode({name: text for name, text in query.items() if text is not None})
    return f"{request.base_url}{path}{'?' if asked else ''}{asked}"


def page_url(request: Request, name: str, language: str, **query: str | None) -> str:
    """Return the address of a page in a language; the default one need not be said."""
    spoken = None if language == next(iter(languages())) else language
    return absolute_url(request, name, **query, lang=spoken)
