"""The parts of the Timeline page: its filters, its sentence and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from dashboard.components.common.table_pages import Paged
from dashboard.components.common.tables import table
from dashboard.filtering import events
from dashboard.filtering.events import Events
from dashboard.filtering.options import span_ends
from dashboard.filtering.rows import FilterValues
from dashboard.shaping.timeline import around, span_of
from dashboard.source import queries
from dashboard.state.address import address, filter_values, open_record, query_values
from dashboard.state.filters import any_choice, choice, choices, page_state, text, toggle
from dashboard.words.i18n import Translator, message

WHEN = {"past": message("Past"), "ahead": message("Planned or ahead")}
COLUMNS = ("happened_on", "title", "kind", "lane", "status", "record_address", "source_url")
OFFERED = 400
"""Bodies that can be picked, the fullest first, beside those that the address names."""
FURTHER = ("source_title", "locator", "description", "ended_on", "n", "confidence", "id")
FURTHER_FILTERS = ("kind", "when", "from", "to", "every", "later")
"""Filters that are folded away as long as none of them is used."""
SPANS = {
    "main": message("{first_year} to {last_year}"),
    "year": message("A year either side"),
    "all": message("Everything"),
}
_row = partial(st.container, horizontal=True, vertical_alignment="bottom")


@dataclass(frozen=True)
class TimelineFilters:
    """What the reader asked for: which rows, and how they are shown."""

    rows: FilterValues
    every: bool = False
    """Whether every body has a lane of its own."""
    later: bool = False
    """Also what was first known after the day."""

    @property
    def bodies(self) -> tuple[str, ...]:
        """Whose events are asked for; none leaves nothing out."""
        return tuple(map(str, self.rows["body"] or ()))  # type: ignore[arg-type]


def filters(day: date) -> TimelineFilters:
    """Let the reader choose among what is on the timeline as of the day."""
    t = page_state().t
    offered = queries.timeline_choices(day)
    bodies = _bodies(queries.timeline_bodies(day, query_values("body"), OFFERED), t)
    kinds = [kind for kind in t.labels["milestone_kind"] if kind in offered["kinds"]]
    years = [str(year) for year in offered["years"]]
    when = {code: t(words) for code, words in WHEN.items()}
    label = partial(t.label, "milestone_kind")
    with _row():
        words = text("q", t("Search"), placeholder=t("Title, text, body"))
        chosen = choices("body", t("Bodies"), list(bodies), bodies.__getitem__)
    further = any(query_values(name) for name in FURTHER_FILTERS)
    with st.expander(t("More filters"), expanded=further), _row():
        kind = choices("kind", t("Kinds"), kinds, label)
        moment = any_choice(
            "when", t("Past or ahead"), list(when), when.__getitem__, placeholder=t("All")
        )
        since = any_choice("from", t("From"), years, placeholder=t("First year"))
        ends = span_ends(years, since)
        until = any_choice("to", t("To"), ends, placeholder=t("Last year"))
        every = toggle("every", t("A lane for every body"))
        later = bool(offered["known_later"]) and toggle(
            "later",
            t("What was known later"),
            help=t("Also what no cited source had said by the day, marked and not counted."),
        )
    values = {"q": words, "body": chosen, "kind": kind, "when": moment, "from": since, "to": until}
    return TimelineFilters(values, every, later)


def span() -> str:
    """Let the reader choose what the chart shows, or say which time was chosen below it."""
    t = page_state().t
    years = [str(day.year) for day in around(page_state().day)]  # not numbers: 2019, never 2,019
    words = {code: t(text, first_year=years[0], last_year=years[1]) for code, text in SPANS.items()}
    span_value = next(iter(query_values("span")), "")
    if chosen := span_of(span_value):
        first, last = map(t.date, chosen)
        words[span_value] = t("{first} to {last}", first=first, last=last)
    return choice(
        "span", t("Shown"), list(words), words.__getitem__, default="main",
        help=t("Drag across the chart to look closer; double-click to go back."),
    )  # fmt: skip


def how_to_choose() -> None:
    """Say below the strip of quarters what a reader can do with it."""
    t = page_state().t
    st.caption(
        t(
            "Drag across the quarters to choose the time that the lanes show; click one for its"
            " entries."
        )
    )


def show_span(first: str, last: str) -> None:
    """Show the time between two days, as the strip of quarters names them."""
    open_record("span", f"{first[:10]}..{last[:10]}")


def outside(hidden: int) -> None:
    """Say how many rows the chart leaves out because of the time it shows."""
    t = page_state().t
    if hidden:
        st.caption(
            t.plural(
                "{n} more lies outside the time shown; the rows below have it.",
                "{n} more lie outside the time shown; the rows below have them.",
                hidden,
            )
        )


def sentence(found: Events, day: date) -> str:
    """Return in words what matches, and when most of it was."""
    t, known = page_state().t, found.known
    if known.is_empty():
        return t("Nothing that matches was known by {day}.", day=day)
    n, done = int(known["n"].sum()), int(known.filter("past")["n"].sum())
    years = known.group_by("year").agg(pl.col("n").sum())
    year, most = years.sort("n", "year", descending=True).select("year", "n").row(0)
    return t.plural(
        "**{n} dated entry**: {done} up to {day}, {ahead} ahead or not yet certain.",
        "**{n} dated entries**: {done} up to {day}, {ahead} ahead or not yet certain. The fullest"
        " year is {year}, with {most}.",
        n,
        done=done,
        day=day,
        ahead=n - done,
        year=str(year),
        most=most,
    )


def known_later(found: Events, day: date) -> None:
    """Say how many match that were first known after the day, and whether they are shown."""
    t, later = page_state().t, found.known_later
    shown = t.plural(
        "{n} more was first known after {day}: it is marked with a dot inside, and not counted.",
        "{n} more were first known after {day}: they are marked with a dot inside, and not"
        " counted.",
        later,
        day=day,
    )
    left_out = t.plural(
        "{n} more was first known after {day} and is left out.",
        "{n} more were first known after {day} and are left out.",
        later,
        day=day,
    )
    if later:
        st.caption(shown if found.later else left_out)


def rows(found: Events) -> None:
    """Show the rows, the latest first, each with its source and its commitment's record."""

    def linked(limit: int | None, offset: int) -> pl.DataFrame:
        rows = events.rows(found, limit, offset)
        links = [_record(event) for event in rows.iter_rows(named=True)]
        return rows.with_columns(record_address=pl.Series(links, dtype=pl.String))

    table(
        Paged(found.n, linked),
        events.RELATION,
        "timeline",
        columns=[*COLUMNS, *(["known_later"] if found.later else []), *FURTHER],
        filters=filter_values(without=("every", "span", "later", "fold"))
        | {"later": str(int(found.later))},
    )


def _record(event: Mapping[str, str | None]) -> str | None:
    """The address of the commitment, or of all commitments of a text that are due together."""
    if event["commitment_id"]:
        return address("commitments", id=event["commitment_id"])
    due = event["origin"] == "commitment_deadline"
    return address("commitments", instrument=event["instrument_id"]) if due else None


def _bodies(known: pl.DataFrame, t: Translator) -> dict[str, str]:
    """Every body with its name, the fullest first."""
    name = f"lane_{t.language}"
    ordered = known.drop_nulls("lane_id").sort("events", name, descending=[True, False])
    return dict(ordered.select("lane_id", name).iter_rows())
