"""The rows of one table, view or macro: ``/data/<relation>.csv`` and its like."""

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import polars as pl
from starlette.requests import Request
from starlette.responses import Response

from dashboard.filtering.catalogue import Relation, relations
from dashboard.source import database, row_records
from dashboard.web.files.writing import FORMATS, Format, TooLargeError
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import (
    RequestError,
    did_you_mean,
    page_translator,
    query_items,
    shortened,
)
from dashboard.web.http.ranges import range_response
from dashboard.web.http.streams import StreamedResponse
from dashboard.web.request import rows
from dashboard.web.request.relation_request import RelationRequest, read
from dashboard.words.i18n import Translator
from dashboard.words.references import in_language
from transforms.describing import datapackage as descriptor
from transforms.errors import FileError

SHORT = 4 * 2**20
"""Longest text, in bytes, that is collected and sent with its length."""


def relation(request: Request) -> Response:
    """Answer with the rows of one relation, in one format."""
    t = page_translator(
        request
    )  # of messages; the rows have both languages unless one is asked for
    name, _, ending = request.path_params["file"].rpartition(".")
    found = _found(name or ending, t)
    kind = _format(found, ending if name else "", t)
    wanted = read(found, query_items(request), t)
    headers = _headers(wanted, ending, kind)
    response = not_modified(request, headers) or _answer(wanted, ending, kind, headers, request)
    if request.method == "HEAD" and isinstance(response, StreamedResponse):
        return StreamedResponse(iter(()), headers, kind.media_type)
    return response


def _found(name: str, t: Translator) -> Relation:
    known = relations()
    if name not in known:
        sentence = t("There is no table, view or macro {value}", value=shortened(name, t))
        raise RequestError(404, did_you_mean(sentence, name, known, t))
    return known[name]


def _format(relation: Relation, ending: str, t: Translator) -> Format:
    if ending in FORMATS:
        return FORMATS[ending]
    offered = ", ".join(f"{relation.name}.{known}" for known in FORMATS)
    sentence = t(
        "There is no {value}; there are {offered}", value=shortened(ending, t), offered=offered
    )
    if not ending:
        sentence = t("Say which kind of file: {offered}", offered=offered)
    raise RequestError(404, did_you_mean(sentence, ending, FORMATS, t))


def _headers(wanted: RelationRequest, ending: str, kind: Format) -> dict[str, str]:
    day = wanted.day.isoformat() if wanted.day else ""
    parts = (wanted.relation.name, ending, day, wanted.language, wanted.items())
    name = "_".join(
        filter(None, (wanted.relation.name, day, database.edition(), wanted.language or ""))
    )
    known = validators(*parts, today=wanted.by_default)
    if not kind.streams:  # nothing compresses it on the way: the mark is of its very bytes
        known["ETag"] = known["ETag"].removeprefix("W/")
    headers = {
        **known,
        "Content-Disposition": f'{kind.shown}; filename="{name}.{ending}"',
    }
    return headers | ({"X-As-Of": day} if day else {})


def _answer(
    wanted: RelationRequest, ending: str, kind: Format, headers: dict[str, str], request: Request
) -> Response:
    """Make the beginning before anything is sent: an error then still has a status."""
    site = str(request.base_url)
    pieces = kind.write(_selected(wanted, ending, site), wanted)
    begun = _begun(pieces, page_translator(request))
    if sum(map(len, begun)) > SHORT and kind.streams:
        return StreamedResponse(chain(begun, pieces), headers, kind.media_type)
    content = b"".join(begun)
    if not kind.streams:  # compressed already: its length and its ranges are those of the file
        headers = headers | {"Content-Encoding": "identity"}
    elif "gzip" in request.headers.get("accept-encoding", ""):  # a part is of what is sent whole
        return Response(content, headers=headers, media_type=kind.media_type)
    return range_response(request, content, headers, kind.media_type)


def _begun(pieces: Iterator[bytes], t: Translator) -> list[bytes]:
    """Return all pieces of what is short, and of what is long the first ones."""
    begun: list[bytes] = []
    try:
        for piece in pieces:
            begun.append(piece)
            if sum(map(len, begun)) > SHORT:
                break
    except TooLargeError:
        raise RequestError(
            400, t("That is too much for a workbook: take CSV or Parquet, or ask with limit.")
        ) from None
    except FileError:
        raise RequestError(
            400, t("Some rows hold a day that this kind of file cannot: take Parquet.")
        ) from None
    return begun


def _selected(wanted: RelationRequest, ending: str, site: str) -> Iterator[pl.DataFrame]:
    """Yield the rows with the columns of the format and the language, and their addresses."""
    names = [column.name for column in wanted.relation.columns]
    own = _packaged().get(wanted.relation.name, names) if ending == "csv" else names
    batches = rows.batches(wanted, rows.columns(own, wanted.language))
    if wanted.addressed:
        batches = (_addressed(batch, wanted, site) for batch in batches)
    if (language := wanted.language) is None:
        return batches
    settings = database.settings()
    return (in_language(batch, language, settings) for batch in batches)


def _addressed(batch: pl.DataFrame, wanted: RelationRequest, site: str) -> pl.DataFrame:
    """Return rows with the whole address of the page of each."""
    found = row_records.addresses_of(wanted.relation.name, batch)
    if found is None:
        return batch
    lang = f"&lang={wanted.language}" if wanted.language else ""
    whole = [address and f"{site}{address}{lang}" for address in found]
    return batch.with_columns(pl.Series(found.name, whole, dtype=pl.String))


@lru_cache(maxsize=1)
def _packaged() -> dict[str, list[str]]:
    """Return the columns of each table's CSV as the data package describes them.

    They leave out the days that are derived from dates; the other formats have them.
    """
    package = json.loads(descriptor.datapackage(database.settings()))
    return {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in package["resources"]
    }
