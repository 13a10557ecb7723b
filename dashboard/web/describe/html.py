"""HTML pages without scripts, in the style of the app."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dashboard.components.records import statuses
from dashboard.source import database
from dashboard.web.http.links import query_without
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages
from transforms.languages import typeset
from transforms.settings import LETTERS

TEMPLATES = Path(__file__).parents[1] / "templates"
STYLE = (TEMPLATES / "style.css").read_text("utf-8") + statuses.STYLE
STAND_IN = re.compile(rf">([^<>]*\S) \[({LETTERS})\](?=<(?!/(?:title|option)>))")
"""A text of a page with the mark of its language at its end; not where an element can hold none."""


def policy(style: str, frames: str = "'none'") -> str:
    """Return the Content-Security-Policy of a page: it loads our own images and no script.

    ``frames`` says who may frame it.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        "default-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {frames}; img-src 'self'; style-src 'sha256-{digest}'"
    )


def page(
    request: Request, t: Translator, template: str, headers: Mapping[str, str], **content: object
) -> HTMLResponse:
    """Return a whole page from a template that extends ``page.html``; it escapes every text.

    The path of the request determines the relative links to the app.
    """
    text = render(
        template,
        t,
        root="../" * (request.url.path.count("/") - 1),
        style=Markup(STYLE),  # escaped, it would be another text than the policy lets in
        product=database.settings().localized("name", t.language),
        languages=languages(),
        edition=database.edition(),
        base=str(request.base_url),
        in_language=partial(_in_language, request),
        **content,
    )
    own = {
        "Content-Security-Policy": policy(STYLE),
        "Content-Language": t.language,
        "Vary": "Accept, Accept-Language",
    }
    return HTMLResponse(in_their_languages(text), headers={**headers, **own})


def not_found(
    request: Request, t: Translator, sentence: str, near: Mapping[str, str]
) -> HTMLResponse:
    """Return a page for what was not found, with suggestions (names by address) and the search."""
    headers = {"Cache-Control": "no-store"}
    answer = page(request, t, "no_record.html", headers, sentence=sentence, near=near)
    answer.status_code = 404
    return answer


def safe(text: str) -> Markup:
    """Return HTML that is escaped already, so that a template shows it as it is."""
    return Markup(text)


def _in_language(request: Request, language: str) -> str:
    """Return the query of the same page in another language."""
    return f"?{urlencode([*query_without(request, 'lang'), ('lang', language)])}"


def render(template: str, t: Translator, **content: object) -> str:
    """Return a template of ``templates/`` filled in; every text in it is escaped."""
    return _environment().get_template(template).render(t=t, **content)


def in_their_languages(text: str) -> str:
    """Return HTML in which each text that stands in for a missing translation has its language.

    >>> in_their_languages("<p>Ce texte [en]</p>")
    '<p><span lang="en">Ce texte</span></p>'
    >>> in_their_languages("<title>Ce texte [en]</title>")
    '<title>Ce texte [en]</title>'
    """
    return STAND_IN.sub(r'><span lang="\2">\1</span>', text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["typeset"] = _typeset
    return environment


def _typeset(text: str | None, t: Translator) -> str:
    """Return a text of the database in the typography of the page; None as an empty text."""
    return typeset(text or "", t.language)
