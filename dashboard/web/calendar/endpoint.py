"""``/deadlines.ics``: what is due, planned, met and called off, for the reader's calendar."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dashboard.shaping.deadlines import description, title
from dashboard.shaping.title_prefix import preferred_names, title_prefix
from dashboard.source import database, queries
from dashboard.web.calendar import filters, ical
from dashboard.web.http import links
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.query import page_translator, translator
from dashboard.web.request import narrowing
from dashboard.words import labels
from dashboard.words.i18n import Translator

Row = Mapping[str, Any]


def deadlines(request: Request) -> Response:
    """Answer with the calendar, as it stands today."""
    t = labels.translator(translator(request).language)
    wanted = filters.read(request, page_translator(request))
    journal, today = database.history(), date.today()
    published = journal.editions[-1].published_at
    headers = validators(published, today, sorted(wanted.items()), str(request.url), today=True)
    headers |= {
        "Content-Disposition": 'inline; filename="deadlines.ics"',
        "Content-Language": t.language,
    }
    if same := not_modified(request, headers):
        return same
    duties = filters.matching_duties(journal.deadlines.values(), wanted, t.language, today)
    states = wanted.get("state")
    rows = [row for row in _rows(duties, today, t) if not states or row["state"] in states]
    periods = wanted.get("periods", ("months",))[0]
    about = ical.CalendarInfo(
        database.settings().slug,
        _name(wanted, t),
        _about(periods, t),
        t.language,
        str(request.url),
        datetime.fromisoformat(published),
        periods,
    )
    content = ical.calendar(about, [_shown(row, request, t) for row in rows])
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


def _rows(duties: Iterable[Row], today: date, t: Translator) -> Iterator[Row]:
    """Yield every duty with how it stands today and where it was read."""
    facts = {origin: _by_id(f"{origin}s") for origin in filters.ORIGINS}
    sources, texts, actors = map(_by_id, ("sources", "instruments", "actors"))
    open_rows = database.rows_of("deadlines_on", day=today)
    open_ = open_rows.rows_by_key(["origin", "id"], named=True, unique=True)
    names, edition, own = _names(t), database.edition(), database.settings()
    for duty in duties:
        fact: Row = facts[duty["origin"]].get(duty["id"], {})
        now: Row = open_.get((duty["origin"], duty["id"]), {})
        source: Row = sources.get(fact.get("source_id", ""), {})
        text = texts.get(duty["instrument_id"])
        yield {
            **duty,
            "state": now.get("state"),
            "assessed": now.get("status"),
            "text": t.localized(text, "short_title") if text else None,
            "context": title_prefix(t.translation(duty["title"]), names(duty, fact)),
            "who": t.separator.join(
                t.localized(actors[actor], "name") for actor in duty["actor_ids"] if actor in actors
            ),
            "due_note": fact.get(f"due_note_{t.language}"),
            "about": fact.get(f"description_{t.language}"),
            "source": source.get("title"),
            "source_language": source.get("language"),
            "source_url": own.document_url(t.language, source.get("url")),
            "locator": fact.get("locator"),
            "edition": edition,
        }


def _names(t: Translator) -> Callable[[Row, Row], Sequence[str]]:
    """Return what finds the names of the text, programme or body that a duty belongs to."""
    texts, initiatives = _by_id("instruments"), _by_id("initiatives")
    of_texts, of_actors = (
        preferred_names(queries.names(of), t.language) for of in ("instrument", "actor")
    )
    lanes = dict(database.rows_of("actor_lanes").select("actor_id", "lane_id").iter_rows())

    def names(duty: Row, fact: Row) -> Sequence[str]:
        if text := texts.get(duty["instrument_id"]):
            return [t.localized(text, "short_title"), *of_texts.get(text["id"], ())]
        if programme := initiatives.get(fact.get("initiative_id", "")):
            return [t.localized(programme, "name")]
        return [
            name
            for actor in duty["actor_ids"]
            for name in of_actors.get(lanes.get(actor, actor), ())
        ]

    return names


def _shown(row: Row, request: Request, t: Translator) -> Row:
    """Return a duty with what a client shows of it."""
    areas = _by_id("focus_areas")
    named = [t.localized(areas[area], "name") for area in row["focus_area_ids"] if area in areas]
    kind = t.labels["milestone_kind"].get(row["kind"], row["kind"])  # or one of an older edition
    return {
        **row,
        "summary": title(row, t),
        "description": description(row, t),
        "categories": [kind, *filter(None, [row["text"]]), *named],
        "address": links.record_url(request, row["origin"], row["id"], t.language),
    }


def _about(periods: str, t: Translator) -> str:
    """Say what the calendar holds, and what of it some clients do not show."""
    subtitle = database.settings().localized("subtitle", t.language)
    tasks = {
        "months": t(
            "A deadline known only to a year or a longer period is a task, without a day. Many"
            " calendars show no tasks: the address with periods=all makes events of them, each"
            " across its whole period."
        ),
        "tasks": t(
            "A deadline known only to a month, a year or a longer period is a task, without a day."
            " Many calendars show no tasks: the address with periods=all makes events of them,"
            " each across its whole period."
        ),
    }
    return " ".join(filter(None, (subtitle, tasks.get(periods))))


def _name(wanted: Mapping[str, tuple[Any, ...]], t: Translator) -> str:
    """Return what clients call the calendar: with the records and words it is of."""
    named = narrowing.name(wanted, t) or database.settings().localized("name", t.language)
    return t("Deadlines: {texts}", texts=named)


def _by_id(table: str) -> dict[str, dict[str, Any]]:
    found = queries.table(table).rows_by_key("id", named=True, unique=True)
    return {key: {"id": key, **row} for key, row in found.items()}
