"""Describe what all answers share: their headers, and what an address answers instead (OpenAPI)."""

from dashboard.web.describe.openapi_types import Json
from dashboard.words.i18n import Translator


def responses(t: Translator) -> Json:
    """Return the answers that are no rows."""
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    descriptions = {
        "BadRequest": t("Something that was asked for is not understood: what, and what is meant."),
        "NotFound": t("There is no such relation or file."),
        "NotAllowed": t("Addresses here can be read, not changed."),
        "Fault": t("A fault of the server."),
        "Unavailable": t("The data cannot be read at the moment."),
    }
    return {
        name: {"description": text, "content": {"application/problem+json": problem}}
        for name, text in descriptions.items()
    } | {"NotModified": {"description": t("Nothing has changed since the mark or moment given.")}}


def usual() -> Json:
    """Return what any address may answer instead."""
    names = {
        "304": "NotModified",
        "400": "BadRequest",
        "404": "NotFound",
        "405": "NotAllowed",
        "500": "Fault",
        "503": "Unavailable",
    }
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in names.items()}


def headers(t: Translator, *, dated: bool) -> Json:
    """Return the headers that rows come with."""
    text = {"schema": {"type": "string"}, "required": True}
    found = {
        "ETag": text | {"description": t("Names this state; send it back as If-None-Match.")},
        "Last-Modified": text | {"description": t("When this state came about.")},
        "X-Edition": text | {"description": t("The edition that the rows are of.")},
        "Content-Disposition": text | {"description": t("A name for the file.")},
    }
    if dated:
        day = {"schema": {"type": "string", "format": "date"}, "required": True}
        found["X-As-Of"] = day | {"description": t("The day that the rows are for.")}
    return found
