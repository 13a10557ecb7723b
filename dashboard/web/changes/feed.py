"""``/changes.atom``: what each edition changed, for everything or for what a reader follows.

Between two days instead of editions, ``between`` answers.
"""

from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dashboard.shaping.changes import Line, Part, followed, headline, parts
from dashboard.shaping.changes import Row as Changed
from dashboard.source import database, records
from dashboard.source.following import FollowedRows
from dashboard.web.changes import atom, between
from dashboard.web.changes.editions import address_of
from dashboard.web.files.database_file import DUCKDB
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import page_translator, translator
from dashboard.web.request import followed as follow
from dashboard.web.request import narrowing
from dashboard.words import labels
from dashboard.words.i18n import Translator
from transforms.journal.entries import Entry

MOST = 50
"""Editions in a feed."""


def changes(request: Request) -> Response:
    """Answer with the feed, newest edition first.

    Raises:
        RequestError: It is narrowed to something that there is not.
    """
    t = labels.translator(translator(request).language)
    if {between.FROM, between.TO} & set(request.query_params):
        return between.answer(request, t)
    narrowed = narrowing.read(request, page_translator(request))
    journal = database.history()
    noted = journal.editions[::-1][:MOST]
    available = [database.edition_file(entry.id) is not None for entry in noted]
    headers = validators(
        journal.id, noted[0].published_at, available, str(request.url), today=bool(narrowed)
    ) | {"Content-Language": t.language}
    if same := not_modified(request, headers):
        return same
    rows = list(follow.rows(narrowed, t.language, date.today()).values())
    changed = [(entry, _followed_changes(entry, rows)) for entry in noted]
    entries = [
        _entry(entry, what, narrowed, request, t)
        for entry, what in changed
        if not narrowed or what is None or what["tables"]
    ]
    address = _addresses((part for entry in entries for part in entry.parts), request, t)
    content = atom.written(
        _feed(UUID(journal.id), noted[0].published_at, narrowed, request, t), entries, address, t
    )
    return Response(content, headers=headers, media_type=f"{atom.MEDIA}; charset=utf-8")


def _followed_changes(entry: Entry, rows: list[FollowedRows]) -> Changed | None:
    """Return what changed with an edition, of what is followed."""
    if not rows:
        return entry.changes

    def concerns(table: str, row: Changed) -> bool:
        return all(each.concern(table, row["id"], row["refers_to"]) for each in rows)

    return followed(entry.changes, concerns)


def _addresses(tables: Iterable[Part], request: Request, t: Translator) -> atom.Address:
    """Return what gives the address of the page of each record that the lines name."""
    lines: list[Line] = [line for table in tables for line in table.lines]
    named = {line.record for line in lines if line.record}
    found = records.named({table for table, _ in named}, {key for _, key in named})
    kinds = {(row["relation"], row["id"]): row["kind"] for row in found.iter_rows(named=True)}

    def address(record: tuple[str, str]) -> str | None:
        kind = kinds.get(record)
        return links.record_url(request, kind, record[1], t.language) if kind else None

    return address


def _feed(
    journal: UUID, updated: str, narrowed: narrowing.Narrowed, request: Request, t: Translator
) -> atom.Feed:
    own = links.translations(request, "changes.atom", atom.MEDIA, t.language, narrowed)
    shown = narrowing.page(narrowed, request, t)
    page = {"rel": "alternate", "type": "text/html", "hreflang": t.language, "href": shown}
    settings = database.settings()
    licence, url = (settings.localized(key, t.language) for key in ("licence", "licence_url"))
    named = narrowing.name(narrowed, t) or settings.localized("name", t.language)
    about = (
        t("What each edition of the data changed of it, against the one before it on this server.")
        if narrowed
        else t("What each edition of the data changed, against the one before it on this server.")
    )
    return atom.Feed(
        journal,
        _key("changes", narrowed),
        t("Changes: {name}", name=named),
        about,
        updated,
        settings.localized("publisher", t.language) or settings.localized("name", t.language),
        _rights(licence, url, t),
        (*own, page, *([{"rel": "license", "href": url}] if url else [])),
    )


def _key(name: str, narrowed: narrowing.Narrowed) -> str:
    """Return the part of an identifier that depends on the filters."""
    query = urlencode(sorted(narrowed.items()), doseq=True)
    return f"{name} {query}" if query else name


def _rights(licence: str, url: str, t: Translator) -> str:
    """Say under which licence the data is, and where that can be read."""
    if not licence:
        return t("No licence is stated for the data.")
    named = f"{licence} ({url})" if url else licence
    return t("The data is under {licence}.", licence=named)


def _entry(
    entry: Entry,
    what: Changed | None,
    narrowed: narrowing.Narrowed,
    request: Request,
    t: Translator,
) -> atom.Entry:
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
    if what and (named := what["definitions"]):
        facts.append(t("Defined otherwise: {names}.", names=t.join(named)))
    title = headline(entry.previous, what, t)
    return atom.Entry(
        _key(f"{entry.id} {entry.published_at} {entry.previous}", narrowed),
        t("Edition {edition}: {what}", edition=entry.id, what=title),
        entry.published_at,
        tuple(facts),
        tuple(parts(what, labels.names(t.language), labels.vocabularies_of, t)),
        tuple(_links(entry, request, t)),
    )


def _links(entry: Entry, request: Request, t: Translator) -> list[dict[str, str]]:
    about = links.page_url(request, "data", t.language, part="downloads")
    found = [{"rel": "alternate", "type": "text/html", "href": about}]
    if (file := database.edition_file(entry.id)) and (address := address_of(entry.id, request)):
        size = str(file.stat().st_size)
        found.append({"rel": "enclosure", "type": DUCKDB, "length": size, "href": address})
    return found
