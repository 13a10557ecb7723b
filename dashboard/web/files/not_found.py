"""Answer unknown addresses with 404 instead of the app."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import streamlit
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from streamlit import config

from dashboard.filtering.catalogue import relations
from dashboard.navigation import PAGES, ROOT
from dashboard.web.describe import html
from dashboard.web.files.writing import FORMATS
from dashboard.web.http.query import RequestError, page_translator, shortened
from dashboard.web.request.hints import with_suggestions
from dashboard.words.i18n import Translator

ADDRESSES = (
    "deadlines.ics",
    "changes.atom",
    "editions.json",
    "tracker.duckdb",
    "datapackage.json",
    "dictionary.json",
    "openapi.json",
    "search.json",
)
SHIPPED = Path(streamlit.__file__).with_name("static")
OWN = "|".join(
    re.escape(path.relative_to(SHIPPED).as_posix())
    for path in sorted(SHIPPED.rglob("*"))
    if path.is_file()
)
"""Files that Streamlit serves beside ours; for any other name it would answer with the app."""
FOLDERS = "_stcore|app|component|media"
"""Folders in which Streamlit serves what is made while it runs, and the files of the pages."""
PAGE_NAMES = "|".join(map(re.escape, (*PAGES, ROOT)))
BELOW = re.escape((config.get_option("server.baseUrlPath") or "").strip("/"))
"""The path before the pages, if the server has one."""
CLOSE = 0.8
"""How much of the name of a relation must be right."""


class UnknownPath(StringConvertor):
    """Whatever is neither a page nor in a folder or file of Streamlit's."""

    # The server may have a path before all addresses, so that its own are at any depth.
    regex = (
        rf"(?s:(?!(?:.*/)?(?:(?:{OWN})/?\Z|(?:{FOLDERS})/))"
        rf"(?!(?:{BELOW}/?)?(?:{PAGE_NAMES})?/?\Z).+)"
    )


register_url_convertor("misspelt", UnknownPath())


def file_not_found(request: Request) -> Response:
    """Answer that there is no such address, and list those that exist, as a page for a browser.

    Raises:
        RequestError: The client is no browser.
    """
    t, name = page_translator(request), request.path_params["name"]
    if "text/html" in request.headers.get("accept", ""):
        return _page(request, t, name)
    offered = ", ".join((*ADDRESSES, "data/"))
    sentence = t(
        "There is no {value}; there are {offered}", value=shortened(name, t), offered=offered
    )
    near = [shortened(address, t) for address in _near(name)]
    raise RequestError(404, with_suggestions(sentence, near, t))


def _page(request: Request, t: Translator, name: str) -> Response:
    titles = {place: t(PAGES[place].title) for place in PAGES}
    page_names = get_close_matches(name.rpartition("/")[2].casefold(), PAGES, n=1)
    near = {address: titles.get(address, address) for address in (*page_names, *_near(name))}
    headers = {"Cache-Control": "no-store"}
    answer = html.page(
        request, t, "not_found.html", headers, name=shortened(name, t), near=near, pages=titles
    )
    answer.status_code = 404
    return answer


def _near(name: str) -> Iterator[str]:
    """Yield the address that a name nearly is, and the relation that it may be of."""
    name = name.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    folded = {address.casefold(): address for address in ADDRESSES}
    for found in get_close_matches(name.casefold(), folded, n=1):
        yield folded[found]
    for found in get_close_matches(stem.casefold(), relations(), n=1, cutoff=CLOSE):
        if ending.lower() in FORMATS:
            yield f"data/{found}.{ending.lower()}"
