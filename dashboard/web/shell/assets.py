"""Scripts, styles and fonts of Streamlit, and our own bundles, from memory; and what to load early.

A first visit takes some 130 of them. Streamlit reads each from the disk in a thread and sends it as
it is, 9.5 MB in all; and its app learns what a page needs only when the page's elements come.
"""

import gzip
import mimetypes
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from werkzeug.sansio.http import is_resource_modified

from dashboard import bundles
from dashboard.figures import CHARTS
from dashboard.navigation import FIRST, ROOT, SEARCH

STATIC = Path(streamlit.__file__).with_name("static")
FOLDER = STATIC / "static"
FOLDERS = {f"/static/{name}": FOLDER / name for name in ("css", "js", "media")}
"""By address."""
TEXTS = (".css", ".js")
"""What gets smaller; fonts and pictures are compressed already."""
HEADERS = {"Cache-Control": "public, immutable, max-age=31536000", "Vary": "Accept-Encoding"}
"""The address of a file has a digest of its content: in its name, or in the query."""

COMPRESSED: dict[Path, bytes] = {}
"""Files that were compressed before, at most some 7 MB."""

EVERYWHERE = ("ButtonGroup", "DateInput", "Html", "PageLink", "Selectbox")
TABLE, CHART = "DataFrame", "BidiComponent"
"""What Streamlit calls the scripts of the elements that pages have."""
IMPORT = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")


class Assets:
    """Middleware: answers in Streamlit's place, which lets no other route have these addresses."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or hand on to the app."""
        path = _file(scope["path"], scope["query_string"]) if scope["type"] == "http" else None
        if path is None or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        await (await _answer(path, Headers(scope=scope)))(scope, receive, send)


async def _answer(path: Path, wanted: Headers) -> Response:
    """Return a file; gzipped where the browser takes that."""
    headers = HEADERS | {"ETag": f'W/"{path.name}"'}
    if not is_resource_modified(
        http_if_none_match=wanted.get("if-none-match"), etag=headers["ETag"]
    ):
        return Response(status_code=304, headers=headers)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    # Who refuses gzip has no such header any more (``dashboard.web.http.negotiation``).
    if path.suffix in TEXTS and "gzip" in wanted.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(await _compressed(path), headers=headers, media_type=kind)
    return Response(await to_thread.run_sync(path.read_bytes), headers=headers, media_type=kind)


def _file(path: str, query: bytes) -> Path | None:
    """Return the file of an address; nothing where it is no such address, or may change."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    address = path.removeprefix(f"/{base}" if base else "")
    # During an update a page of the new server may ask the old one, whose bundle is another: a
    # browser that took it for the new one would keep it for a year.
    if bundle := _bundles().get(f"{address}?{query.decode('latin-1')}"):
        return bundle
    start, _, name = address.rpartition("/")
    folder = FOLDERS.get(start)
    return folder / name if folder and folder / name in _files() else None


def early(page: str) -> Sequence[str]:
    """Return where the scripts that a page will need are, in the order in which to load them."""
    page = FIRST if page in {"", ROOT} else page
    tables = () if page == SEARCH else (TABLE,)
    if page not in {chart.page for chart in CHARTS.values()}:
        return _needed((*EVERYWHERE, *tables))
    return (bundles.address(bundles.CHARTS), *_needed((*EVERYWHERE, *tables, CHART)))


@cache
def _needed(names: Sequence[str]) -> Sequence[str]:
    """Return scripts of elements with all that they import, but for what the document loads."""
    loaded = set(re.findall(r"/js/([\w.-]+\.js)", (STATIC / "index.html").read_text("utf-8")))
    wanted: dict[str, None] = {}
    for name in names:
        for path in (FOLDER / "js").glob(f"{name}.*.js"):
            wanted |= dict.fromkeys(_with_imports(path.name, loaded))
    return tuple(f"static/js/{name}" for name in wanted)


def _with_imports(name: str, known: set[str]) -> Iterator[str]:
    """Yield what a script imports, and the script; each once."""
    if name in known:
        return
    known.add(name)
    for imported in IMPORT.findall((FOLDER / "js" / name).read_text("utf-8")):
        yield from _with_imports(imported, known)
    yield name


@cache
def _bundles() -> dict[str, Path]:
    """Return our own bundles by address, with the digest in the query."""
    return {f"/{bundles.address(file)}": file for file in (bundles.CHARTS, bundles.EDITOR)}


@cache
def _files() -> frozenset[Path]:
    return frozenset(path for folder in FOLDERS.values() for path in folder.iterdir())


async def _compressed(path: Path) -> bytes:
    """Return a file gzipped; the first time that takes a thread some while."""
    if path not in COMPRESSED:
        COMPRESSED[path] = await to_thread.run_sync(
            lambda: gzip.compress(path.read_bytes(), 6, mtime=0)
        )
    return COMPRESSED[path]
