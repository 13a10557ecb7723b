"""Send what is whole in memory with its length, and the part of it that is asked for.

Starlette sends parts of files alone, not of what is in memory.

RFC 9110, section 14. Of several ranges at once, or ones that cannot be read, nothing is made: the
whole is a right answer to them.
"""

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.datastructures import Range
from werkzeug.http import parse_range_header


def range_response(
    request: Request, content: bytes, headers: dict[str, str], media_type: str
) -> Response:
    """Answer with the content, or with the range of it that is asked for.

    Args:
        request: Who asks.
        content: All of it.
        headers: With an ``ETag``; one that is weak names no bytes, and fits no ``If-Range``.
        media_type: Of the content.
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
    """Return the bytes that are asked for; none of them if there are none, nothing for all."""
    wanted = requested_range(request)
    if wanted is None or len(wanted.ranges) > 1 or not _if_range_matches(request, headers):
        return None
    part = wanted.range_for_length(size)
    return range(*part) if part else range(0)


def requested_range(request: Request) -> Range | None:
    """Return the range of bytes that is asked for; nothing where it is to be ignored.

    A unit that nobody knows, or a range that ends before it begins, is ignored (section 14.2).
    """
    wanted = parse_range_header(request.headers.get("range"))
    return wanted if wanted and wanted.units == "bytes" and request.method == "GET" else None


def _if_range_matches(request: Request, headers: dict[str, str]) -> bool:
    """Whether a part would be of what whoever asks has; a moment is too coarse to tell."""
    known = request.headers.get("if-range")
    return known is None or (known == headers["ETag"] and not known.startswith("W/"))
