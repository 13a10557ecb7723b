"""The head of a page: language, title, description, picture, feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from starlette.requests import Request

from dashboard.components.common import titles
from dashboard.kinds import BY_PAGE, COUNTRY, Kind, plain_path
from dashboard.navigation import FIRST, PAGES, ROOT, SEARCH
from dashboard.shaping import countries
from dashboard.shaping.countries import BESIDE
from dashboard.source import database, records
from dashboard.source.totals import Row
from dashboard.state.address import COMPARED
from dashboard.state.days import LONGEST as LONGEST_QUERY
from dashboard.state.days import read_day
from dashboard.web.http.links import absolute_url, page_url
from dashboard.web.http.query import by_name
from dashboard.web.request import followed
from dashboard.web.shell import description, linked_data
from dashboard.words import labels
from dashboard.words.i18n import Translator

LONGEST = 300
"""Characters of a description; previews show fewer."""


@dataclass(frozen=True)
class Head:
    """The head of one page.

    Attributes:
        t: The language of the page.
        day: The day that the page is of.
        title: What the page shows, without the name of the tracker.
        description: One sentence of what is there.
        url: The address of exactly this, without what only changes how it looks.
        alternates: The same page in each language.
        image: The address of its picture.
        product: What the tracker is called.
        feeds: What can be subscribed to: media type, address, and what it is.
        facts: The page as linked data (JSON-LD, in the words of schema.org).
        record: Kind and key of the record that the page shows; none for any other page.
        filtered: Whether the address leaves in a part of what the page shows.
        plain: The address of the same record without a script; none for any other page.
    """

    t: Translator
    day: date
    title: str
    description: str
    url: str
    alternates: Mapping[str, str]
    image: str
    product: str
    feeds: Sequence[tuple[str, str, str]]
    facts: Mapping[str, object]
    record: tuple[str, str] | None = None
    filtered: bool = False
    plain: str | None = None


def head_of(request: Request, page: str, language: str = "") -> Head:
    """Return the head of the page that an address opens; the first page has no name.

    Without a ``language`` it is in that of the address, or that which the browser prefers.

    The query may say anything: what a page does not understand, its head ignores.
    """
    query = dict(parse_qsl(request.url.query))
    t = _translator(language or query.get("lang", ""), request)
    day = read_day(query.get("as_of", "")) or date.today()
    page = FIRST if page in {"", ROOT} else page
    kind = BY_PAGE.get(page)
    record = _record(kind, query.get(kind.parameter, "")) if kind else None
    product = database.settings().localized("name", t.language)
    if kind and record:
        sentence = description.of_record(kind, record, day, t)
    else:
        sentence = description.of_page(page, day, t)
    given = by_name(parse_qsl(request.url.query))
    filters = {} if record else titles.known(page, given)
    title = t.localized(record, "name") if record else titles.of_page(page, given, t)
    if record and kind is COUNTRY and given.get(BESIDE):
        names = countries.together(record["id"], given[BESIDE], t)
        title = countries.title(names, t)
        filters = {BESIDE: list(names)[1:]}
    own = _own(kind, record, query) | filters
    if not record and title != product and title != t(PAGES[page].title):
        sentence = f"{title}. {sentence}"
    place = "" if page == FIRST else page
    url = page_url(request, place, t.language, **own)
    return Head(
        t=t,
        day=day,
        title=title,
        description=description.cut(sentence, LONGEST),
        url=url,
        alternates={code: page_url(request, place, code, **own) for code in labels.languages()},
        image=page_url(request, f"preview/{page}.png", t.language, **own),
        product=product,
        feeds=_feeds(
            request,
            title,
            _followed(page, kind, record, query),
            t,
            dated=record is None or kind is None or kind.dated,
        ),
        facts=linked_data.of_record(kind, record, url, t)
        if kind and record
        else linked_data.of_tracker(request, t),
        record=(kind.name, record["id"]) if kind and record else None,
        filtered=bool(filters) and record is None,
        plain=_plain(request, kind, record, query, t) if kind and record else None,
    )


def _own(
    kind: Kind | None, record: Row | None, query: Mapping[str, str]
) -> dict[str, str | list[str]]:
    """Return the part of the query that identifies the page: the record and the days."""
    own: dict[str, str | list[str]] = {kind.parameter: record["id"]} if kind and record else {}
    return own | {
        name: query[name] for name in ("as_of", COMPARED) if read_day(query.get(name, ""))
    }


def _plain(
    request: Request, kind: Kind, record: Row, query: Mapping[str, str], t: Translator
) -> str:
    dated = query["as_of"] if read_day(query.get("as_of", "")) else None
    return page_url(request, plain_path(kind.name, record["id"]), t.language, as_of=dated)


def _followed(
    page: str, kind: Kind | None, record: Row | None, query: Mapping[str, str]
) -> dict[str, str]:
    """Return what feeds of the page are narrowed to: its record, or the words of a search."""
    if kind and record:
        return {kind.followed_as: record["id"]}
    words = query.get("q", "").strip()[:LONGEST_QUERY] if page == SEARCH else ""
    return {followed.WORDS: words} if words else {}


def _feeds(
    request: Request, title: str, narrowed: dict[str, str], t: Translator, *, dated: bool
) -> list[tuple[str, str, str]]:
    """Return the feed and, if it is dated, the calendar of the page; then those of everything."""
    every: tuple[str, dict[str, str]] = (database.settings().localized("name", t.language), {})
    own = [(t.quoted(narrowed[followed.WORDS]) if followed.WORDS in narrowed else title, narrowed)]
    found = []
    for name, query in [*own, every] if narrowed else [every]:
        changes = absolute_url(request, "changes.atom", **query, lang=t.language)
        calendar = absolute_url(request, "deadlines.ics", **query, lang=t.language)
        found.append(("application/atom+xml", changes, t("Changes: {name}", name=name)))
        if dated or not query:
            found.append(("text/calendar", calendar, t("Deadlines: {texts}", texts=name)))
    return found


def _record(kind: Kind, key: str) -> Row | None:
    return records.find(kind.name, key) if key else None


def _translator(code: str, request: Request) -> Translator:
    preferred = labels.preferred(request.headers.get("accept-language"))
    return labels.translator(code if code in labels.languages() else preferred)
