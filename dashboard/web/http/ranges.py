"""Send content from memory with its length, or the requested range of it.

Starlette sends ranges of files only, not of content in memory.

RFC 9110, section 14. A request for several ranges at once, or for one that cannot be parsed, is
answered with the whole, which the standard allows.
"""

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.datastructures import Range
from werkzeug.http import parse_range_header


def range_response(
    request: Request, content: bytes, headers: dict[str, str], media_type: str
) -> Response:
    """Answer with the content, or with the requested range of it.

    The headers have an ``ETag``; one that is weak names no bytes, and fits no ``If-Range``.
    """
    own = headers | {"Accept-Ranges": "bytes"}
    part = _requested_part(request, len(content), own)
    if part is None:
        return Response(content, headers=own, media_type=media_type)
    if not part:
        own |= {"Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=416, headers=own)
    own |= {"Content-Range": f"bytes {part.start}-{part.stop - 1}/{len(content)}"}
    return Response(
        content[part.start : part.stop], status_code=206, headers=own, media_type=media_type
    )


def _requested_part(request: Request, size: int, headers: dict[str, str]) -> range | None:
    """Return the requested bytes: an empty range if there are no such bytes, None for all."""
    wanted = requested_range(request)
    if wanted is None or len(wanted.ranges) > 1 or not _if_range_matches(request, headers):
        return None
    part = wanted.range_for_length(size)
    return range(*part) if part else range(0)


def requested_range(request: Request) -> Range | None:
    """Return the requested range of bytes, or None where it is to be ignored.

    An unknown unit, or a range that ends before it begins, is ignored (section 14.2).
    """
    wanted = parse_range_header(request.headers.get("range"))
    return wanted if wanted and wanted.units == "bytes" and request.method == "GET" else None


def _if_range_matches(request: Request, headers: dict[str, str]) -> bool:
    """Whether the client has the same version; a date is too coarse to decide that."""
    known = request.headers.get("if-range")
    return known is None or (known == headers["ETag"] and not known.startswith("W/"))
