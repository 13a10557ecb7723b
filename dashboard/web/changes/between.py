"""``/changes.atom?from_day=…&to_day=…``: what changed between two days, as a feed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dashboard.components.records.cells import Cells
from dashboard.filtering.options import compared_kinds
from dashboard.kinds import KINDS
from dashboard.shaping import two_days as shaping
from dashboard.shaping.two_days import Line
from dashboard.source import database, two_days
from dashboard.source.two_days import Comparison
from dashboard.web.changes import atom
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import RequestError, query_items
from dashboard.web.request import narrowing
from dashboard.web.request.days import read_day
from dashboard.web.request.parameters import Parameter, as_of
from dashboard.web.shell.description import TextView
from dashboard.words import labels
from dashboard.words.i18n import Translator

FROM, TO = "from_day", "to_day"
"""The parameters that name the days."""
NOON = "T12:00:00Z"
"""Atom wants a moment, so a day is given as its noon."""


@dataclass(frozen=True)
class Compared:
    """What a feed compares, what it is narrowed to, and in which language it is."""

    comparison: Comparison
    narrowed: narrowing.Narrowed
    request: Request
    t: Translator
    ends_today: bool
    """Whether its last day moves on: what names the feed and its entries must not."""

    @property
    def span(self) -> str:
        """The days, as names have them."""
        until = "" if self.ends_today else self.comparison.until
        return f"{self.comparison.since}/{until}"


def parameters(t: Translator) -> list[Parameter]:
    """Return the parameters for the two days of a feed."""
    first = t("The day from which changes are listed, instead of editions.")
    last = t("The day up to which changes are listed; today without it.")
    day = as_of(t)
    return [
        Parameter(FROM, day.part, day.type, first, example="2026-01-01"),
        Parameter(TO, day.part, day.type, last, example="2026-06-30"),
    ]


def answer(request: Request, t: Translator) -> Response:
    """Answer with the feed, newest change first.

    Raises:
        RequestError: It is narrowed to what cannot be compared, or a day is not valid.
    """
    narrowed = narrowing.read(request, t, besides=(FROM, TO))
    query = dict(query_items(request))
    until = read_day(query, t, TO)
    since = read_day(query, t, FROM, until)
    kind, key = _record(narrowed, t)
    comparison = Comparison(min(since, until), max(since, until), kind, key)
    ends_today = not query.get(TO)
    headers = validators(str(request.url), since, until, today=ends_today)
    headers |= {"Content-Language": t.language}
    if same := not_modified(request, headers):
        return same
    content = _written(Compared(comparison, narrowed, request, t, ends_today))
    return Response(content, headers=headers, media_type=f"{atom.MEDIA}; charset=utf-8")


def _record(narrowed: narrowing.Narrowed, t: Translator) -> tuple[str, str]:
    """Return kind and key of the record whose changes are requested, or None for all changes."""
    kinds = {KINDS[name].followed_as: name for name in compared_kinds()}
    found = [
        (kinds.get(name, ""), str(value)) for name, values in narrowed.items() for value in values
    ]
    if len(found) > 1 or any(not kind for kind, _ in found):
        raise RequestError(
            400,
            t(
                "Two days can be compared for everything or for one record, named by one of these:"
                " {names}.",
                names=t.join(kinds),
            ),
        )
    return found[0] if found else ("", "")


def _written(compared: Compared) -> bytes:
    t, comparison = compared.t, compared.comparison
    rows = two_days.rows(comparison)
    groups = shaping.groups(rows, labels.closed_lists(comparison.relation), t)
    cells = Cells(comparison.relation, rows, TextView(t))
    entries = [
        _entry(line, group.label, cells, compared) for group in groups for line in group.lines
    ]
    entries.sort(key=lambda entry: entry.updated, reverse=True)
    listed = sum(len(line.rows) + line.more for group in groups for line in group.lines)
    more = t.and_more(sum(group.n for group in groups) - listed)
    return atom.written(_feed(compared, entries, more), entries, lambda record: None, t)


def _entry(line: Line, label: str, cells: Cells, compared: Compared) -> atom.Entry:
    """Return one record with what changed, how it stood and stands, when and where it was read."""
    t, row = compared.t, line.first
    days = [each["changed_on_latest"] for each in line.rows if each["changed_on_latest"]]
    since, until = compared.comparison.since, compared.comparison.until
    # What was first known in between may be older, and what is expected may be later.
    changed = min(max(since, *days) if days else until, until)
    url = links.record_url(compared.request, row["record_kind"], row["record_id"], t.language)
    return atom.Entry(
        " ".join((row["change"], row["aspect"], row["item_id"], compared.span)),
        t("{label}: {text}", label=label[:1].upper() + label[1:], text=cells.text(row, "title")),
        _moment(changed),
        tuple(_facts(line, cells, t)),
        (),
        ({"rel": "alternate", "type": "text/html", "hreflang": t.language, "href": url},),
    )


def _facts(line: Line, cells: Cells, t: Translator) -> Iterator[str]:
    """Yield in sentences what changed."""
    row = line.first
    if line.gathered:
        named = [cells.text(each, "member_id") or cells.text(each, "title") for each in line.rows]
        yield t.separator.join(filter(None, [*named, t.and_more(line.more)]))
    elif line.was:
        yield t("was {before}, now {after}", before=line.was, after=line.now)
    elif line.now:
        yield line.now
    if row["changed_on"] and not line.gathered:
        yield t.partial_date(row["changed_on"])
    if row["source_title"]:
        yield row["source_title"]


def _feed(compared: Compared, entries: Sequence[atom.Entry], more: str) -> atom.Feed:
    """Return the properties of the feed; ``more`` is the number of changes it does not list."""
    t, comparison = compared.t, compared.comparison
    since, until = comparison.since, comparison.until
    query: dict[str, str | Sequence[str]] = {
        **compared.narrowed,
        FROM: since.isoformat(),
        **({} if compared.ends_today else {TO: until.isoformat()}),
    }
    own = links.translations(compared.request, "changes.atom", atom.MEDIA, t.language, query)
    settings = database.settings()
    named = narrowing.name(compared.narrowed, t) or settings.localized("name", t.language)
    page = narrowing.page(compared.narrowed, compared.request, t)
    return atom.Feed(
        UUID(database.history().id),
        f"between {comparison.key} {compared.span}",
        t("Changes: {name}", name=named),
        t("What changed between {since} and {until}", since=since, until=until)
        + (f" ({more})" if more else ""),
        max((entry.updated for entry in entries), default=_moment(until)),
        settings.localized("publisher", t.language) or settings.localized("name", t.language),
        settings.localized("licence", t.language) or t("No licence is stated for the data."),
        (*own, {"rel": "alternate", "type": "text/html", "hreflang": t.language, "href": page}),
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}{NOON}"
