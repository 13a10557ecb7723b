"""Whether the server can answer, for whoever watches it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard import database


def healthz(request: Request) -> Response:
    """Say which edition is served, having asked it; 503 where it cannot be asked."""
    try:
        said = database.run("SELECT id, rows FROM edition").row(0, named=True)
    except (database.QueryError, OSError) as error:
        return JSONResponse({"status": "unavailable", "detail": str(error)}, status_code=503)
    return JSONResponse({"status": "ok", "edition": said["id"], "rows": said["rows"]})
