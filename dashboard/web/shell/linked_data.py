"""Pages as linked data, in the words of schema.org, for search engines and catalogues of data."""

import re
from collections.abc import Mapping

from starlette.requests import Request

from dashboard.kinds import Kind
from dashboard.source import database
from dashboard.source.totals import Row
from dashboard.web.http.links import absolute_url
from dashboard.words import labels
from dashboard.words.i18n import Translator

CONTEXT = "https://schema.org"
CALENDAR = re.compile(r"\d{4}(-\d{2}){0,2}")
"""A date as schema.org takes it (ISO 8601); one between two others is left out."""
TYPES = {
    "commitment": ("CreativeWork", "dateCreated"),
    "text": ("Legislation", "legislationDate"),
    "organization": ("Organization", "foundingDate"),
    "country": ("Country", None),
    "programme": ("Project", "foundingDate"),
    "topic": ("DefinedTerm", None),
    "person": ("Person", None),
    "source": ("CreativeWork", "datePublished"),
    "milestone": ("Event", "startDate"),
}
"""What schema.org calls a record of each kind, and the date that ``records`` has of it."""
DISTRIBUTIONS = {
    "tracker.duckdb": "application/vnd.duckdb",
    "data/": "text/csv",
    "datapackage.json": "application/json",
}
"""Where the data can be taken from, by address, with the media type of what is there."""


def of_record(kind: Kind, record: Row, url: str, t: Translator) -> Mapping[str, object]:
    """Return one record as a thing of the type that its kind is in schema.org."""
    symbol = t.localized(record, "symbol")
    type_, date_ = TYPES[kind.name]
    facts = {
        "@context": CONTEXT,
        "@type": type_,
        "@id": url,
        "url": url,
        "name": t.localized(record, "name"),
        "identifier": symbol or record["id"],
        "description": t.localized(record, "about"),
        "inLanguage": t.language,
    }
    if date_ and CALENDAR.fullmatch(record["dated_on"] or ""):
        facts[date_] = record["dated_on"]
    return {name: value for name, value in facts.items() if value}


def of_tracker(request: Request, t: Translator) -> Mapping[str, object]:
    """Return the tracker as a set of data that can be taken away."""
    settings = database.settings()
    facts = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": str(request.base_url),
        "url": absolute_url(request, "", lang=t.language),
        "name": settings.localized("name", t.language),
        "description": settings.localized("subtitle", t.language),
        "inLanguage": list(labels.languages()),
        "version": database.edition(),
        "license": settings.localized("licence_url", t.language) or settings.licence,
        "creator": _creator(settings.localized("publisher", t.language)),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": absolute_url(request, path),
                "encodingFormat": media_type,
            }
            for path, media_type in DISTRIBUTIONS.items()
        ],
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in facts.items() if value}


def _creator(name: str) -> Mapping[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None
