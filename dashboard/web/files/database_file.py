"""All of it: the database as one file, and the description of the tables for machines."""

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from dashboard.source import database
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import allow_only
from dashboard.web.http.ranges import requested_range
from transforms.describing import datapackage as descriptor

DUCKDB = "application/vnd.duckdb"


def tracker(request: Request) -> Response:
    """Answer with the DuckDB file: whole, or the requested ranges of it."""
    allow_only(request, "lang")
    return database_file(request, database.edition(), database.file())


def database_file(request: Request, edition: str, file: Path) -> Response:
    """Answer with the DuckDB file of an edition: whole, or the requested ranges of it."""
    changed = file.stat().st_mtime_ns
    # Two builds of one edition hold the same rows in other bytes: ranges fit within one file.
    headers = validators() | {
        "ETag": f'"{edition}-{changed:x}"',
        "Last-Modified": format_datetime(datetime.fromtimestamp(changed // 10**9, UTC), True),
        "Content-Encoding": "identity",
        "X-Edition": edition,
    }
    if requested_range(request) is None:  # Starlette's own reading refuses what is to be ignored
        del MutableHeaders(scope=request.scope)["range"]
    return not_modified(request, headers) or FileResponse(
        file, headers=headers, media_type=DUCKDB, filename=f"tracker-{edition}.duckdb"
    )


def datapackage(request: Request) -> Response:
    """Describe the tables for machines; its paths lead from here to ``/data/``."""
    allow_only(request, "lang")
    headers = validators("datapackage")
    package = json.loads(descriptor.datapackage(database.settings()))
    for resource in package["resources"]:
        resource["path"] = f"data/{resource['path']}"
    return not_modified(request, headers) or Response(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n",
        headers=headers,
        media_type="application/json",
    )
