"""Pages for people at the addresses: plain HTML without a script, in the look of the app."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from dashboard.source import database
from dashboard.web.http.negotiation import weights
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages
from dashboard.words.messages import typeset

__all__ = ["answer", "contents", "escape", "link", "table", "wants_json", "words"]

STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    f"img-src 'self'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""Nothing is loaded but the icon, and nothing runs."""

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {product}</title>
<link rel="icon" href="{root}app/static/icon.png">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<nav aria-label="{pages}"><ul>{menu}</ul></nav>
<main id="main">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def wants_json(request: Request) -> bool:
    """Whether whoever asks takes JSON and would not rather have a page."""
    taken = weights(request.headers.get("accept", "*/*"))
    page = max(taken.get("text/html", 0), taken.get("application/xhtml+xml", 0))
    return taken.get("application/json", 0) > page


def answer(
    t: Translator, title: str, body: str, headers: Mapping[str, str], root: str
) -> HTMLResponse:
    """Return a whole page.

    Args:
        t: Its language.
        title: As text.
        body: As HTML.
        headers: Beside those that every page has.
        root: From the page to the address of the app.
    """
    page = PAGE.format(
        language=t.language,
        title=escape(title),
        product=escape(database.settings().localized("name", t.language)),
        root=root,
        style=STYLE,
        skip=escape(t("To the content")),
        pages=escape(t("Pages")),
        menu=_menu(t, root),
        body=body,
    )
    own = {
        "Content-Security-Policy": POLICY,
        "Content-Language": t.language,
        "Vary": "Accept, Accept-Language",
    }
    return HTMLResponse(page, headers={**headers, **own})


def words(text: str | None, t: Translator) -> str:
    """Return as HTML what the database says in the language of the page; nothing for none."""
    return escape(typeset(text or "", t.language))


def link(address: str, text: str) -> str:
    """Return a link; both are text."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; cells are HTML, the rest is text."""
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{titles}</tr></thead>\n<tbody>\n{lines}</tbody></table></div>"
    )


def contents(names: Iterable[str], t: Translator) -> str:
    """Return links to the parts of a page, folded away."""
    items = "".join(f"<li>{link(f'#{name}', name)}</li>" for name in names)
    return (
        f"<details><summary>{escape(t('Contents'))}</summary>\n"
        f'<ul class="files">{items}</ul></details>'
    )


def _menu(t: Translator, root: str) -> str:
    """Return the ways to the other pages, and to this one in the other language."""
    own = urlencode({"lang": t.language})
    pages = {
        f"{root}?{own}": t("Dashboard"),
        f"{root}data/?{own}": t("Files and addresses"),
        f"{root}dictionary?{own}": t("Dictionary"),
    }
    items = [link(address, text) for address, text in pages.items()]
    items += [
        f'<a href="?lang={code}" hreflang="{code}" lang="{code}">{escape(name)}</a>'
        for code, name in languages().items()
        if code != t.language
    ]
    return "".join(f"<li>{item}</li>" for item in items)
