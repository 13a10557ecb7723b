"""Send what is whole in memory with its length, and the part of it that is asked for.

RFC 9110, section 14. Of several ranges at once, or ones that cannot be read, nothing is made: the
whole is a right answer to them.
"""

import re

from starlette.requests import Request
from starlette.responses import Response

RANGE = re.compile(r"bytes\s*=\s*(?:(\d{1,18})\s*-\s*(\d{1,18})?|-\s*(\d{1,18}))\s*", re.IGNORECASE)


def ranged(request: Request, content: bytes, headers: dict[str, str], media_type: str) -> Response:
    """Answer with the content, or with the range of it that is asked for.

    Args:
        request: Who asks.
        content: All of it.
        headers: With an ``ETag``; one that is weak names no bytes, and fits no ``If-Range``.
        media_type: Of the content.
    """
    own = headers | {"Accept-Ranges": "bytes"}
    part = _asked(request, len(content), own)
    if part is None:
        return Response(content, headers=own, media_type=media_type)
    if not part:
        own |= {"Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=416, headers=own)
    own |= {"Content-Range": f"bytes {part.start}-{part.stop - 1}/{len(content)}"}
    return Response(
        content[part.start : part.stop], status_code=206, headers=own, media_type=media_type
    )


def _asked(request: Request, size: int, headers: dict[str, str]) -> range | None:
    """Return the bytes that are asked for; none of them if there are none, nothing for all."""
    said = RANGE.fullmatch(request.headers.get("range", ""))
    if said is None or request.method != "GET" or not _same(request, headers):
        return None
    first, last, ending = (None if text is None else int(text) for text in said.groups())
    if ending is not None:
        return range(max(0, size - ending), size)
    if first is None or (last is not None and last < first):
        return None
    return range(first, size if last is None else min(last + 1, size))


def _same(request: Request, headers: dict[str, str]) -> bool:
    """Whether a part would be of what whoever asks has; a moment is too coarse to tell."""
    known = request.headers.get("if-range")
    return known is None or (known == headers["ETag"] and not known.startswith("W/"))
