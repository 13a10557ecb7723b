"""``/changes.atom``: what each edition changed, for whoever follows the data."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dashboard.shaping.changes import headline, parts
from dashboard.source import database
from dashboard.web.changes import atom
from dashboard.web.changes.editions import DUCKDB, address_of
from dashboard.web.http import links
from dashboard.web.http.handler import allow_only, not_modified, translator, validators
from dashboard.words import labels
from dashboard.words.i18n import Translator
from transforms.journal.entries import Entry

MOST = 50
"""How many editions a feed tells of."""
FEED = "application/atom+xml"


def changes(request: Request) -> Response:
    """Answer with the feed, newest edition first."""
    allow_only(request, "lang")
    t = translator(request)
    t = replace(t, labels=labels.labels(t.language))
    journal = database.history()
    noted = journal.editions[::-1][:MOST]
    kept = [database.edition_file(entry.id) is not None for entry in noted]
    headers = validators(journal.id, noted[0].published_at, kept, str(request.url)) | {
        "Content-Language": t.language,
    }
    if same := not_modified(request, headers):
        return same

    def address(page: str, query: Mapping[str, str]) -> str:
        return links.page_url(request, page, t.language, **query)

    entries = [_entry(entry, request, t) for entry in noted]
    content = atom.written(_feed(UUID(journal.id), request, t), entries, address, t)
    return Response(content, headers=headers, media_type=f"{FEED}; charset=utf-8")


def _feed(journal: UUID, request: Request, t: Translator) -> atom.Feed:
    spoken = [
        {
            "rel": "self" if code == t.language else "alternate",
            "type": FEED,
            "hreflang": code,
            "href": links.page_url(request, "changes.atom", code),
        }
        for code in labels.languages()
    ]
    about = links.page_url(request, "data", t.language, part="downloads")
    page = {"rel": "alternate", "type": "text/html", "hreflang": t.language, "href": about}
    settings = database.settings()
    licence, url = (settings.localized(key, t.language) for key in ("licence", "licence_url"))
    return atom.Feed(
        journal,
        t("Changes: {name}", name=settings.localized("name", t.language)),
        t("What each edition of the data changed, against the one before it on this server."),
        settings.localized("publisher", t.language) or settings.localized("name", t.language),
        _rights(licence, url, t),
        (*spoken, page, *([{"rel": "license", "href": url}] if url else [])),
    )


def _rights(licence: str, url: str, t: Translator) -> str:
    """Say under which licence the data is, and where that can be read."""
    if not licence:
        return t("No licence is stated for the data.")
    named = f"{licence} ({url})" if url else licence
    return t("The data is under {licence}.", licence=named)


def _entry(entry: Entry, request: Request, t: Translator) -> atom.Entry:
    moment = datetime.fromisoformat(entry.published_at)
    facts = [
        t.plural(
            "Edition {edition}, current since {day}, {time} UTC: {n} row.",
            "Edition {edition}, current since {day}, {time} UTC: {n} rows.",
            entry.rows,
            edition=entry.id,
            day=moment.date(),
            time=f"{moment:%H:%M}",
        )
    ]
    if entry.newest_evidence:
        day = date.fromisoformat(entry.newest_evidence)
        facts.append(t("The newest evidence is of {day}.", day=day))
    if entry.previous:
        facts.append(t("Before it, edition {edition} was current.", edition=entry.previous))
    if entry.changes and (named := entry.changes["definitions"]):
        facts.append(t("Defined otherwise: {names}.", names=t.join(named)))
    told = headline(entry.previous, entry.changes, t)
    return atom.Entry(
        f"{entry.id} {entry.published_at} {entry.previous}",
        t("Edition {edition}: {what}", edition=entry.id, what=told),
        entry.published_at,
        tuple(facts),
        tuple(parts(entry.changes, labels.names(t.language), labels.vocabularies_of, t)),
        tuple(_links(entry, request, t)),
    )


def _links(entry: Entry, request: Request, t: Translator) -> list[dict[str, str]]:
    about = links.page_url(request, "data", t.language, part="downloads")
    found = [{"rel": "alternate", "type": "text/html", "href": about}]
    if (file := database.edition_file(entry.id)) and (address := address_of(entry.id, request)):
        size = str(file.stat().st_size)
        found.append({"rel": "enclosure", "type": DUCKDB, "length": size, "href": address})
    return found
