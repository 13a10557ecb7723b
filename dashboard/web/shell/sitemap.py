"""``/robots.txt`` and ``/sitemap.xml``: which pages there are, for who searches the web.

The sitemap is an index of parts, one or more per kind of record, since one file may hold no
more than 50,000 addresses (sitemaps.org, protocol 0.9).
"""

from xml.sax.saxutils import escape, quoteattr

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.kinds import KINDS, plain_path
from dashboard.navigation import FIRST, PAGES
from dashboard.source import records
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.links import page_url
from dashboard.web.http.query import RequestError, allow_only, translator
from dashboard.words.labels import languages

PART = 10_000
"""Records in one part; each has two addresses in every language: in the app, and as plain HTML."""
PLACES = "pages"
"""The part that has the pages which are no record's."""
OPEN = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


class PartName(StringConvertor):
    """The name of a part: a kind of record and a number, or the pages."""

    regex = rf"(?:{'|'.join(KINDS)})-[1-9][0-9]{{0,5}}|{PLACES}"


register_url_convertor("sitemap_part", PartName())


def robots(request: Request) -> Response:
    """Answer that all may be read, but for the queries of others, which cost most."""
    lines = ("User-agent: *", "Disallow: /sql?", f"Sitemap: {request.base_url}sitemap.xml", "")
    headers = validators("robots.txt", str(request.base_url))
    return not_modified(request, headers) or PlainTextResponse("\n".join(lines), headers=headers)


def sitemap(request: Request) -> Response:
    """Answer with the list of parts."""
    allow_only(request)
    headers = validators("sitemap.xml", str(request.base_url))
    if same := not_modified(request, headers):
        return same
    numbers = records.numbers()
    parts = [PLACES] + [
        f"{kind}-{number}" for kind, n in numbers.items() for number in range(1, -(-n // PART) + 1)
    ]
    lines = "".join(
        f"<sitemap><loc>{escape(f'{request.base_url}sitemap/{part}.xml')}</loc></sitemap>\n"
        for part in parts
    )
    index = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return _xml(f"{index}\n{lines}</sitemapindex>\n", headers)


def part(request: Request) -> Response:
    """Answer with the addresses of one part, each with the same page in the other languages.

    Raises:
        RequestError: There is no such part.
    """
    allow_only(request)
    name = request.path_params["part"]
    headers = validators("sitemap", name, str(request.base_url))
    if same := not_modified(request, headers):
        return same
    entries = _places() if name == PLACES else _records(name)
    if not entries:
        t = translator(request)
        raise RequestError(404, t("There is no such part of the sitemap."))
    return _xml(
        f"{OPEN}\n{''.join(_entry(request, *each) for each in entries)}</urlset>\n", headers
    )


def _places() -> list[tuple[str, dict[str, str]]]:
    return [("" if name == FIRST else name, {}) for name in PAGES]


def _records(name: str) -> list[tuple[str, dict[str, str]]]:
    code, _, number = name.rpartition("-")
    kind = KINDS[code]
    keys = records.keys(code, PART, (int(number) - 1) * PART)
    pages: list[tuple[str, dict[str, str]]] = [(kind.page, {kind.parameter: key}) for key in keys]
    return pages + [(plain_path(code, key), {}) for key in keys]


def _entry(request: Request, page: str, query: dict[str, str]) -> str:
    urls = {code: page_url(request, page, code, **query) for code in languages()}
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(url)}/>'
        for code, url in urls.items()
    )
    return "".join(f"<url><loc>{escape(url)}</loc>{alternates}</url>\n" for url in urls.values())


def _xml(text: str, headers: dict[str, str]) -> Response:
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'
    return Response(whole, headers=headers, media_type="application/xml")
