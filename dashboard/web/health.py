"""Whether the server can answer, for whoever watches it."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.source import database
from dashboard.web.http.errors import described

LOG = logging.getLogger("tracker.web")


def healthz(request: Request) -> Response:
    """Say which edition is served, having asked it; 503 where it cannot be asked."""
    headers = {"Cache-Control": "no-store"}
    try:
        said = database.run("SELECT id, rows FROM edition").row(0, named=True)
    except (database.QueryError, OSError) as error:
        LOG.error("the data cannot be read: %s", described(error))
        return JSONResponse({"status": "unavailable"}, status_code=503, headers=headers)
    content = {"status": "ok", "edition": said["id"], "rows": said["rows"]}
    return JSONResponse(content, headers=headers)
