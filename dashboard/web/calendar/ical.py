"""Write duties as an iCalendar object (RFC 5545, and RFC 7986 for its properties).

A day is an all-day event. A month or a year is not a day, and no calendar has a way to say "some
time in 2030"; so it depends on what a reader would see:

* A period of up to 31 days is an event across all of it, which takes no time (TRANSPARENT) and
  whose title begins "By September 2027" or "In May 2027".
* A longer one would be a bar across a year in every view. It is a task (VTODO) with no day at
  all, which clients list or leave out, and never show on a day that no source names.

``periods=all`` makes all of them events, ``periods=tasks`` none. METHOD is PUBLISH, as nobody is
invited; there is no ORGANIZER, since it would have to be somebody's address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import (
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneStandard,
    Todo,
    vDuration,
    vText,
    vUri,
)

from dashboard.shaping.deadlines import DAY, GONE, Span, span

PERIODS = {"months": 31, "all": 100_000, "tasks": 0}
"""Longest period in days that is shown as an event, by the value of the parameter."""
PRODUCT = "policy-commitment-tracker"
"""What made the calendar."""
REFRESH = timedelta(days=1)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class CalendarInfo:
    """Properties of the calendar; ``owner`` makes the keys of its entries unique."""

    owner: str
    name: str
    description: str
    language: str
    address: str
    published: datetime
    periods: str = "months"


def calendar(about: CalendarInfo, rows: Iterable[Row]) -> bytes:
    """Return a whole calendar.

    Each row is a duty, with what is shown of it as ``title``, ``description``, ``address`` and
    ``categories``.
    """
    found = Calendar()
    found.add("prodid", f"-//{PRODUCT}//Deadlines//{about.language.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    for name, text in (("name", about.name), ("description", about.description)):
        found.add(name, vText(text), parameters={"LANGUAGE": about.language})
    found.add("x-wr-calname", vText(about.name))
    found.add("x-wr-caldesc", vText(about.description))
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", vDuration(REFRESH))
    found.add("source", vUri(about.address), parameters={"VALUE": "URI"})
    found.add("last-modified", about.published)
    for row in rows:
        found.add_component(_component(row, about))
    if not found.subcomponents:
        found.add_component(_nothing())
    content: bytes = found.to_ical()
    return content


def _component(row: Row, about: CalendarInfo) -> Component:
    """Return one duty, as an event or as a task."""
    days = span(row["due_on"], row["ended_on"])
    event = days.exact or (days.days is not None and days.days <= PERIODS[about.periods])
    found = _event(days, row) if event else _task(row)
    found.add("uid", f"{row['origin']}-{row['id']}@{about.owner}")
    found.add("dtstamp", about.published)
    found.add("sequence", row["sequence"])
    found.add("last-modified", datetime.fromisoformat(row["changed_at"]).astimezone(UTC))
    for name in ("summary", "description"):
        found.add(name, vText(row[name]), parameters={"LANGUAGE": about.language})
    found.add("categories", row["categories"])
    found.add("url", vUri(row["address"]))
    found.add("class", "PUBLIC")
    found.add("x-tracker-due-on", vText(row["due_on"]))
    return found


def _event(days: Span, row: Row) -> Event:
    found = Event()
    found.add("dtstart", days.first)
    found.add("dtend", days.last + DAY)
    found.add("transp", "TRANSPARENT")
    found.add("status", "CANCELLED" if row["status"] in GONE else "CONFIRMED")
    return found


def _task(row: Row) -> Todo:
    found = Todo()
    if row["status"] in GONE:
        found.add("status", "CANCELLED")
    elif row["state"] == "met":
        found.add("status", "COMPLETED")
    elif row["state"] not in (None, "passed"):
        found.add("status", "NEEDS-ACTION")
    return found


def _nothing() -> Timezone:
    """Return what no client shows: a calendar must hold something (RFC 5545, section 3.6)."""
    found, always = Timezone(), TimezoneStandard()
    found.add("tzid", "Etc/UTC")
    always.add("dtstart", datetime(1970, 1, 1))  # in local time, as the RFC wants it
    always.add("tzoffsetfrom", timedelta(0))
    always.add("tzoffsetto", timedelta(0))
    found.add_component(always)
    return found
