"""Which queries came with a link of our own: known from the request for the page, by a cookie.

A session begins with a websocket, which does not tell where the reader came from; the request for
the page before it does. So the answer to that carries a cookie with a keyed hash of the query,
which this process alone can make, for as long as it takes to open the session.
"""

import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

PREFIX = "own-link-"
"""How the names of the cookies begin; each query has its own, so that tabs do not disturb each
other."""
SECONDS = 60
"""Lifetime of a cookie."""
_KEY = secrets.token_bytes(32)


def is_own(headers: Mapping[str, str]) -> bool:
    """Whether a page was requested by a link of this server, by ``headers`` in small letters.

    A browser says so itself where the connection is safe or local; elsewhere the address of the
    page before tells.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin" and headers.get("sec-fetch-dest", "document") == "document"
    referrer = urlsplit(headers.get("referer", ""))
    return bool(referrer.netloc) and referrer.netloc == headers.get("host")


def cookie(query: str) -> tuple[str, str]:
    """Return the name and the value of the cookie that lets ``query`` run."""
    digest = hmac.digest(_KEY, " ".join(query.split()).encode("utf-8", "replace"), "sha256").hex()
    return f"{PREFIX}{digest[:8]}", digest


def has_cookie(query: str, cookies: Mapping[str, str]) -> bool:
    """Whether the session has the cookie of ``query``."""
    name, value = cookie(query)
    return hmac.compare_digest(cookies.get(name, "").encode(), value.encode())
