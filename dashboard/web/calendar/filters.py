"""The parameters of the calendar, and the duties that they select."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from starlette.requests import Request

from dashboard.filtering.options import country_codes, keys_of
from dashboard.filtering.rows import rows
from dashboard.shaping.country_deadlines import among, concerned
from dashboard.source import database, queries
from dashboard.web.calendar import ical
from dashboard.web.http.query import RequestError, by_name, did_you_mean, query_items, shortened
from dashboard.web.request import followed
from dashboard.web.request.parameters import Parameter, language, sample
from dashboard.web.request.values import read_each
from dashboard.words import labels
from dashboard.words.i18n import Translator

ORIGINS = ("commitment", "milestone")
OWN = ("country", "instrument", "actor", "focus_area")
"""Kinds of record by which duties are filtered, from columns of the duty itself."""

Row = Mapping[str, Any]
CalendarFilters = Mapping[str, tuple[Any, ...]]


def parameters(t: Translator) -> list[Parameter]:
    """Return the parameters of the calendar."""
    states = tuple(state for state in labels.labels(t.language)["due_state"] if state != "none")
    many = partial(Parameter, part="page", type="VARCHAR", many=True)
    one = partial(Parameter, part="page", type="VARCHAR")
    texts, areas, bodies = (
        partial(keys_of, table) for table in ("instruments", "focus_areas", "actors")
    )
    country = t(
        "Only what commits this country, and the milestones of the texts and bodies through which"
        " it is committed or in which it takes part."
    )
    actor = t("Only what binds or concerns this body; for a country, ask with country.")
    periods = t(
        "What a month or a year is shown as: months as events and longer ones as tasks, "
        "all as events, or all as tasks."
    )
    known = [
        language(t),
        one("country", meaning=country, keys=country_codes, example=sample(country_codes())),
        many(
            "instrument",
            meaning=t("Only what is due under this text."),
            keys=texts,
            example=sample(texts()),
        ),
        many("actor", meaning=actor, keys=bodies, example=sample(bodies())),
        many(
            "focus_area",
            meaning=t("Only this focus area and those below it."),
            keys=areas,
            example=sample(areas()),
        ),
        many("origin", meaning=t("Only commitments, or only milestones."), codes=ORIGINS),
        many("state", meaning=t("Only what stands so today."), codes=states),
        one("periods", meaning=periods, codes=tuple(ical.PERIODS)),
    ]
    return known + [
        each
        for each in followed.parameters(t).values()
        if each.name not in {own.name for own in known}
    ]


def read(request: Request, t: Translator) -> CalendarFilters:
    """Return the values of the parameters, by name.

    Raises:
        RequestError: Something is unknown or wrong.
    """
    known = {parameter.name: parameter for parameter in parameters(t)}
    texts = by_name(query_items(request))
    for name in texts:
        if name not in known:
            sentence = t(
                "The calendar has no parameter {value}; it has {names}",
                value=shortened(name, t),
                names=", ".join(known),
            )
            raise RequestError(400, did_you_mean(sentence, name, known, t))
    looked_for = {name: given for name, given in texts.items() if name not in OWN}
    followed.refuse_many(looked_for, t)
    followed.refuse_countries(texts.get("actor", []), t)
    return {name: read_each(known[name], given, t) for name, given in texts.items()}


def matching_duties(
    duties: Iterable[Row], wanted: CalendarFilters, lang: str, today: date
) -> list[Row]:
    """Return the duties that meet the filters, whatever their state.

    Words are searched for in one language.
    """
    areas = wanted.get("focus_area", ())
    inside = {"focus_area": queries.narrower_areas(map(str, areas))} if areas else {}
    found = [duty for duty in duties if _matches(duty, {**wanted, **inside})]
    others = {name: values for name, values in wanted.items() if name not in OWN}
    for rows_ in followed.rows(others, lang, today).values():
        found = [duty for duty in found if rows_.concern(f"{duty['origin']}s", duty["id"], {})]
    for country in wanted.get("country", ()):
        found = among(
            found,
            concerned(
                country,
                rows("commitments_on", today, {"country": country}),
                database.rows_on("members_on", today),
                database.rows_of("actor_lanes"),
            ),
        )
    return found


def _matches(duty: Row, wanted: CalendarFilters) -> bool:
    held = {
        "instrument": [duty["instrument_id"]],
        "actor": duty["actor_ids"],
        "focus_area": duty["focus_area_ids"],
        "origin": [duty["origin"]],
    }
    return all(set(wanted[name]) & set(values) for name, values in held.items() if name in wanted)
