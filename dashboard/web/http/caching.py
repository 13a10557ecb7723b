"""Validators of answers (ETag, Last-Modified), and 304 for clients that have them already."""

from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.sansio.http import is_resource_modified

from dashboard.source import database

CODE = Path(__file__).parents[2]


def validators(*parts: object, today: bool = False) -> dict[str, str]:
    """Return the headers that identify the state of the data behind an answer.

    The parts are what the answer depends on beside the edition, such as the day and the filters;
    ``today``, whether the same address answers something else tomorrow.

    The mark (ETag) is weak: the same rows may be sent compressed or not.
    """
    edition = database.edition()
    digest = blake2b(repr((edition, _code()[0], parts)).encode(), digest_size=12).hexdigest()
    return {
        "ETag": f'W/"{digest}"',
        "Last-Modified": format_datetime(_modified(today=today), usegmt=True),
        "Cache-Control": "no-cache",
        "X-Edition": edition,
    }


def published() -> datetime:
    """Return when the current edition became so on this server, to the second (UTC)."""
    return datetime.fromtimestamp(int(database.file().stat().st_mtime), UTC)


def not_modified(request: Request, headers: dict[str, str]) -> Response | None:
    """Return 304 if the client has this state already (RFC 9110, section 13); else nothing."""
    modified = is_resource_modified(
        http_if_none_match=request.headers.get("if-none-match"),
        http_if_modified_since=request.headers.get("if-modified-since"),
        etag=headers["ETag"],
        last_modified=headers["Last-Modified"],
    )
    return None if modified else Response(status_code=304, headers=headers)


def _modified(*, today: bool) -> datetime:
    """When the data, the code that writes it, or the day changed: the last of them."""
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    changed = [published(), _code()[1], *([midnight.astimezone(UTC)] if today else [])]
    return max(changed)


@cache
def _code() -> tuple[str, datetime]:
    """Return a digest of the code that writes answers, and when it changed."""
    digest, changed = blake2b(digest_size=8), 0
    for path in sorted([*CODE.rglob("*.py"), *CODE.rglob("*.toml"), *CODE.rglob("templates/*")]):
        digest.update(path.read_bytes())
        changed = max(changed, int(path.stat().st_mtime))
    return digest.hexdigest(), datetime.fromtimestamp(changed, UTC)
