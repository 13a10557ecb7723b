"""``/deadlines.ics``: what is due, planned, met and called off, for the reader's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dashboard import database, meanings, queries
from dashboard.i18n import Translator
from dashboard.shaping import commitments
from dashboard.shaping.deadlines import description, title
from dashboard.web import ical, links
from dashboard.web.keeping import keys_of
from dashboard.web.parameters import Parameter, language
from dashboard.web.replies import RequestError, asked, marks, shortened, translator, unchanged
from dashboard.web.values import did_you_mean, read_each

ORIGINS = ("commitment", "milestone")

Row = dict[str, Any]
Asked = Mapping[str, tuple[Any, ...]]


def parameters(t: Translator) -> list[Parameter]:
    """Return what the calendar can be asked for."""
    states = tuple(state for state in catalogued("due_state") if state != "none")
    many = partial(Parameter, part="page", type="VARCHAR", many=True)
    texts, areas = partial(keys_of, "instruments"), partial(keys_of, "focus_areas")
    return [
        language(t),
        many("instrument", meaning=t("Only what is due under this text."), keys=texts),
        many(
            "actor",
            meaning=t("Only what binds or concerns this state or body."),
            keys=partial(keys_of, "actors"),
        ),
        many("focus_area", meaning=t("Only this focus area and those below it."), keys=areas),
        many("origin", meaning=t("Only commitments, or only milestones."), codes=ORIGINS),
        many("state", meaning=t("Only what stands so today."), codes=states),
        Parameter(
            "periods",
            part="page",
            type="VARCHAR",
            meaning=t(
                "What a month or a year is shown as: months as events and longer ones as tasks, "
                "all as events, or all as tasks."
            ),
            codes=tuple(ical.PERIODS),
        ),
    ]


def catalogued(vocabulary: str) -> tuple[str, ...]:
    """Return the codes of a closed list."""
    return tuple(meanings.labels("en")[vocabulary])


def deadlines(request: Request) -> Response:
    """Answer with the calendar, as it stands today."""
    t = translator(request)
    t = replace(t, labels=meanings.labels(t.language))
    wanted = _read(request, t)
    journal, today = database.history(), date.today()
    published = journal.editions[-1].published_at
    headers = marks(published, today, sorted(wanted.items()), str(request.url), today=True)
    headers |= {
        "Content-Disposition": 'inline; filename="deadlines.ics"',
        "Content-Language": t.language,
    }
    if same := unchanged(request, headers):
        return same
    rows = _rows([dict(duty) for duty in journal.deadlines.values()], today, t)
    chosen = [_shown(row, request, t) for row in rows if _matches(row, wanted)]
    about = ical.About(
        _name(wanted, t),
        t("What international texts on AI and digital cooperation promise by when."),
        t.language,
        str(request.url),
        datetime.fromisoformat(published),
        wanted.get("periods", ("months",))[0],
    )
    content = ical.calendar(about, chosen)
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


def _read(request: Request, t: Translator) -> Asked:
    """Return what is asked for, by name.

    Raises:
        RequestError: Something is unknown or wrong.
    """
    known = {parameter.name: parameter for parameter in parameters(t)}
    texts: dict[str, list[str]] = {}
    for name, text in asked(request):
        if name not in known:
            sentence = t("The calendar has no parameter {said}", said=shortened(name))
            raise RequestError(400, did_you_mean(sentence, name, known, t))
        texts.setdefault(name, []).append(text)
    found = {name: read_each(known[name], given, t) for name, given in texts.items()}
    areas = found.get("focus_area", ())
    if areas:
        below = commitments.with_narrower(queries.table("focus_areas"), tuple(map(str, areas)))
        found["focus_area"] = tuple(below)
    return found


def _matches(row: Row, wanted: Asked) -> bool:
    """Whether a duty is among what is asked for."""
    held = {
        "instrument": [row["instrument_id"]],
        "actor": row["actor_ids"],
        "focus_area": row["focus_area_ids"],
        "origin": [row["origin"]],
        "state": [row["state"]],
    }
    return all(set(wanted[name]) & set(values) for name, values in held.items() if name in wanted)


def _rows(duties: Sequence[Row], today: date, t: Translator) -> Iterator[Row]:
    """Yield every duty with how it stands today and where it was read."""
    facts = {origin: _by_id(f"{origin}s") for origin in ORIGINS}
    sources, texts, actors = map(_by_id, ("sources", "instruments", "actors"))
    open_ = queries.deadlines_on(today).rows_by_key(["origin", "id"], named=True, unique=True)
    edition = database.edition()
    for duty in duties:
        fact: Row = facts[duty["origin"]].get(duty["id"], {})
        now: Row = open_.get((duty["origin"], duty["id"]), {})
        source: Row = sources.get(fact.get("source_id", ""), {})
        text = texts.get(duty["instrument_id"])
        yield {
            **duty,
            "state": now.get("state"),
            "assessed": now.get("status"),
            "text": t.field(text, "short_title") if text else None,
            "who": "; ".join(
                t.field(actors[actor], "name") for actor in duty["actor_ids"] if actor in actors
            ),
            "due_note": fact.get(f"due_note_{t.language}"),
            "about": fact.get(f"description_{t.language}"),
            "source": source.get("title"),
            "source_url": source.get("url"),
            "locator": fact.get("locator"),
            "edition": edition,
        }


def _shown(row: Row, request: Request, t: Translator) -> Row:
    """Return a duty with what a client shows of it."""
    areas = _by_id("focus_areas")
    named = [t.field(areas[area], "name") for area in row["focus_area_ids"] if area in areas]
    kind = t.label("milestone_kind", row["kind"])
    if row["origin"] == "commitment":
        address = links.page(request, "commitments", t.language, id=row["id"])
    else:
        words = t.field(row, "title")
        address = links.page(request, "timeline", t.language, q=words, span="all")
    return {
        **row,
        "summary": title(row, t),
        "description": description(row, t),
        "categories": [kind, *filter(None, [row["text"]]), *named],
        "address": address,
    }


def _name(wanted: Asked, t: Translator) -> str:
    """Return what clients call the calendar: with the texts, if it is of some only."""
    texts = _by_id("instruments")
    named = [t.field(texts[text], "short_title") for text in wanted.get("instrument", ())]
    if named:
        return t("Deadlines: {texts}", texts=t.join(named))
    return t("Deadlines of digital cooperation and AI")


def _by_id(table: str) -> dict[str, Row]:
    found: dict[str, Row] = queries.table(table).rows_by_key("id", named=True, unique=True)
    return {key: {"id": key, **row} for key, row in found.items()}
