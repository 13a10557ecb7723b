"""Dated duties as calendar entries: on a single day only where a source names that day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dashboard.words.i18n import Translator
from dashboard.words.references import cited
from transforms.edtf.text import parse

Row = Mapping[str, Any]

DAY = timedelta(days=1)
GONE = ("cancelled", "postponed", "absent")
"""Statuses of what will not be on its day; the last one is not in the data any more."""


SHOWN_STATES = ("met", "overdue", "not_judged")
"""States that are part of the title of a calendar entry."""


@dataclass(frozen=True)
class Span:
    """The days that a date can mean, or that an event takes."""

    first: date | None
    """Nothing where the source says only by when."""
    last: date
    exact: bool
    """Whether the source names the day."""

    @property
    def days(self) -> int | None:
        """The number of days; none where an end is unknown."""
        return None if self.first is None else (self.last - self.first).days + 1


def span(due_on: str, ended_on: str | None = None) -> Span:
    """Return the days of a duty.

    An event that begins on a known day and ends in some month is listed on its first day only.

    >>> span("2027-06-03", "2027-06-05").days, span("2027-06").days, span("[..2027]").days
    (3, 30, None)
    """
    due = parse(due_on)
    end = parse(ended_on) if ended_on else due
    if due.is_day:
        return Span(due.earliest, end.latest if end.is_day else due.latest, exact=True)
    return Span(due.earliest, max(due.latest, end.latest), exact=False)


def title(row: Row, t: Translator) -> str:
    """Return what a calendar shows of a duty: the text or body, what, by when, how it stands."""
    name = t.translation(row["title"])
    if row["origin"] == "commitment" and row["text"]:
        name = f"{row['text']}, {name}"
    elif row["origin"] == "milestone" and row["context"]:
        name = t("{label}: {text}", label=row["context"], text=name)
    match row["status"]:
        case "cancelled":
            return t("Cancelled: {title}", title=name)
        case "postponed":
            return t("Postponed: {title}", title=name)
        case "absent":
            return t("Withdrawn: {title}", title=name)
    summary = f"{name} ({_state(row, t)})" if row["state"] in SHOWN_STATES else name
    return summary if span(row["due_on"]).exact else _within(row, summary, t)


def description(row: Row, t: Translator) -> str:
    """Return what a reader should know about a duty, one line per fact."""
    when = t.partial_date(row["due_on"])
    if row["ended_on"]:
        when = t("From {first} to {last}", first=when, last=t.partial_date(row["ended_on"]))
    lines = {
        t("Who"): row["who"],
        t("Text"): row["text"],
        t("When"): when,
        t("How it stands"): _state(row, t),
        t("Status"): t.label("assessment_status", row["assessed"]),
        t("How the text says so"): row["due_note"],
        t("About"): row["about"],
        t("Source"): cited(row["source"], row["source_language"], row["locator"], t),
        t("Address"): row["source_url"],
        t("Edition"): row["edition"],
    }
    paragraphs = (
        t("{label}: {text}", label=label, text=text) for label, text in lines.items() if text
    )
    return "\n".join(paragraphs)


def _within(row: Row, name: str, t: Translator) -> str:
    """Say that a duty is due by, or an event planned in, a month, a year or between two dates."""
    period = t.partial_date(row["due_on"])
    if row["due_on"].startswith("["):
        return t("{when}: {title}", when=period[:1].upper() + period[1:], title=name)
    if row["kind"] == "deadline":
        return t("By {when}: {title}", when=period, title=name)
    return t("In {when}: {title}", when=period, title=name)


def _state(row: Row, t: Translator) -> str:
    """Return the state of a duty on the as-of day, in words."""
    if row["status"] == "absent":
        return t("no longer among the deadlines of the data")
    if row["status"] != "planned" and row["state"] is None:
        # What is called off stays for a year; its status may be no more by then.
        return t.labels["milestone_status"].get(row["status"], row["status"])
    return t.label("due_state", row["state"] or "none")
