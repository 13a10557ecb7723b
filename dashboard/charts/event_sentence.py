"""What a mark of the timeline says when a reader points at it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.charts.text import plain, wrapped
from dashboard.words.i18n import Translator
from dashboard.words.references import cited

WIDTH, LONGEST = 70, 300
"""Characters of a line, and of a text."""


def event_sentence(row: Mapping[str, Any], t: Translator, day: date, named: str = "") -> str:
    """Say what a mark stands for, and where it was read; ``named`` is what the day is called."""
    kind = t.label("milestone_kind", row["kind"])
    status = _status(row, t, day, named or t.date(day))
    lines = [
        f"<b>{wrapped(t.localized(row, 'title'), WIDTH, LONGEST)}</b>",
        plain(t("{when}: {kind}, {status}.", when=_when(row, t), kind=kind, status=status)),
        *(
            wrapped(_ended(text), WIDTH, LONGEST)
            for text in (
                t.localized(row, "lane") or t("No body named"),
                t.localized(row, "description"),
                t("Source: {source}", source=_source(row, t)),
            )
        ),
    ]
    return "<br>".join(line for line in lines if line)


def milestone_status(row: Mapping[str, Any], t: Translator, day: date) -> str:
    """Say how a milestone stands; a deadline whose day is over has passed, and was not held."""
    over = row["kind"] == "deadline" and row["happened_on_latest"] <= day
    if over and row["status"] in ("held", "planned"):
        return t("passed")
    return t.label("milestone_status", row["status"])


def _status(row: Mapping[str, Any], t: Translator, day: date, named: str) -> str:
    """Say how it stands; what is known to have happened had not yet on an earlier day."""
    if row["known_later"]:
        return t("first known after {day}", day=named)
    if row["status"] != "held" or row["happened_on_latest"] <= day:
        return milestone_status(row, t, day)
    return (
        t("after {day}", day=named) if row["since"] > day else t("not certain by {day}", day=named)
    )


def _when(row: Mapping[str, Any], t: Translator) -> str:
    first = t.partial_date(row["happened_on"])
    if not row["ended_on"]:
        return first[:1].upper() + first[1:]
    return t("From {first} to {last}", first=first, last=t.partial_date(row["ended_on"]))


def _source(row: Mapping[str, Any], t: Translator) -> str:
    return cited(row["source_title"], row["source_language"], row["locator"], t)


def _ended(text: str | None) -> str:
    """Return a sentence with its full stop."""
    return f"{text.rstrip('.')}." if text else ""
