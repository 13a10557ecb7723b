"""The first bytes of a page of the app: Streamlit's document, with a head of the address.

Streamlit sends one document for every address: in English, called "Streamlit". Who follows a
link in a message, and who searches, sees no more than that. No library changes it: the document
is a file of the installed package, read here once.
"""

import logging
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit
from anyio import to_thread
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import config

from dashboard.kinds import BY_PAGE
from dashboard.navigation import PAGES, ROOT
from dashboard.source import database
from dashboard.web.describe.html import render
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.handler import limiter
from dashboard.web.shell.assets import early
from dashboard.web.shell.head import head_of
from dashboard.words.i18n import Translator
from dashboard.words.streamlit_words import catalogues

DOCUMENT = Path(streamlit.__file__).with_name("static") / "index.html"
HTML_TAG = re.compile(r'<html lang="[^"]*">')
TITLE_TAG = re.compile(r"<title>.*?</title>", re.DOTALL)
BELOW = re.escape((config.get_option("server.baseUrlPath") or "").strip("/"))

log = logging.getLogger(__name__)


class AppPath(StringConvertor):
    """The name of a page of the app, or nothing for the first; before it the server's path."""

    regex = rf"{f'{BELOW}/' if BELOW else ''}(?:{'|'.join(map(re.escape, (*PAGES, ROOT)))})?"

    def convert(self, value: str) -> str:
        """Return the name of the page."""
        return value.rpartition("/")[2]


register_url_convertor("app_page", AppPath())


def routes() -> list[Route]:
    """Return the addresses of the pages."""
    return [Route("/{page:app_page}", app_page, methods=["GET"])]


async def app_page(request: Request) -> Response:
    """Answer with the document of the app, in the language and with the name of the address."""
    return await to_thread.run_sync(_answer, request, limiter=limiter())


def _answer(request: Request) -> Response:
    if query := _by_id(request):
        return RedirectResponse(f"?{query}", 307)
    try:
        database.follow()
        head = head_of(request, request.path_params["page"])
        headers = validators("page", str(request.url), head.t.language, today=True)
        headers |= {"Content-Language": head.t.language, "Vary": "Accept-Language"}
        head_html = render("head.html", head.t, head=head, words=catalogues())
        document = _document(head_html, head.t, early(request.path_params["page"]))
        return not_modified(request, headers) or HTMLResponse(document, headers=headers)
    except Exception:  # without data, or with an address that nobody understands, the app says so
        log.warning("The head of %s could not be written", request.url.path, exc_info=True)
        return HTMLResponse(_plain(), headers={"Cache-Control": "no-cache"})


def _by_id(request: Request) -> str:
    """Return the query with the page's own name for its record, where it says ``id`` instead."""
    kind, given = BY_PAGE.get(request.path_params["page"]), request.query_params
    if kind is None or kind.parameter in given:
        return ""
    names = {"id": kind.parameter}
    renamed = [(names.get(name, name), value) for name, value in given.multi_items()]
    return urlencode(renamed) if "id" in given else ""


def _document(head: str, t: Translator, scripts: Sequence[str]) -> str:
    """Return Streamlit's document with another language and head, and scripts to load early."""
    opened = f'<html lang="{t.language}" dir="{t.language_info.direction}">'
    translated = HTML_TAG.sub(opened, _plain(), count=1)
    early = (
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./{address}">'
        for address in scripts
    )
    ended = translated.replace("</head>", f"{''.join(early)}</head>", 1)
    return TITLE_TAG.sub(lambda _: head, ended, count=1)


@cache
def _plain() -> str:
    return DOCUMENT.read_text("utf-8")
