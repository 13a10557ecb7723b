"""``/editions.json`` and the files of the editions that are still here."""

import json
import re

from starlette.requests import Request
from starlette.responses import Response

from dashboard.source import database
from dashboard.web.files.database_file import database_file
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import (
    RequestError,
    allow_only,
    did_you_mean,
    page_translator,
    shortened,
)

NAME = re.compile(r"[0-9a-f]{12}")


def editions(request: Request) -> Response:
    """List the editions that became current on this server, newest first, with their changes."""
    allow_only(request, "lang")
    journal = database.history()
    noted = journal.editions[::-1]
    listed = [
        vars(entry)
        | {
            "current": entry is noted[0],
            "kept": database.edition_file(entry.id) is not None,
            "address": address_of(entry.id, request),
        }
        for entry in noted
    ]
    content = {"current": noted[0].id, "journal": journal.id, "editions": listed}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    headers = validators(text)
    return not_modified(request, headers) or Response(
        text, headers=headers, media_type="application/json"
    )


def edition(request: Request) -> Response:
    """Answer with the DuckDB file of one edition, or the requested ranges of it."""
    allow_only(request, "lang")
    name = request.path_params["edition"]
    file = database.edition_file(name) if NAME.fullmatch(name) else None
    if file is None:
        raise RequestError(404, _missing(name, request))
    return database_file(request, name, file)


def address_of(edition: str, request: Request) -> str | None:
    """Return where the file of an edition can be had; nothing if it is not here any more."""
    is_stored = NAME.fullmatch(edition) and database.edition_file(edition)
    return links.absolute_url(request, f"editions/{edition}.duckdb") if is_stored else None


def _missing(name: str, request: Request) -> str:
    """Say that an edition is not here, and which are."""
    t = page_translator(request)
    noted = {entry.id for entry in database.history().editions}
    here = sorted(edition for edition in noted if database.edition_file(edition))
    if name in noted:
        gone = t("Edition {edition} is not kept here any more", edition=name)
        return t("{sentence}; these are: {names}.", sentence=gone, names=", ".join(here))
    sentence = t("There is no edition {value} here", value=shortened(name, t))
    return did_you_mean(sentence, name, here, t)
