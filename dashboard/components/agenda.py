"""The timeline as an agenda: the next twelve months; on a phone also what was last."""

import html
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.filtering import events
from dashboard.filtering.events import Events
from dashboard.source import queries
from dashboard.state.filters import page_state

SHOWN = 12
"""Entries that are seen at once; the others of these months are folded away."""
MOST = 300
"""Entries of these months in all; the rows below have the others."""

MET = "met"
"""State of the deadline of a commitment that is complete."""

Row = Mapping[str, Any]


def agenda(found: Events, day: date) -> None:
    """Show what is ahead and past beside the chart; a narrow page has it in its place."""
    t = page_state().t
    n = int(found.known.filter(~pl.col("past"))["near"].sum())
    near = events.ahead(found, day, MOST, near=True)
    met = _met(near, day)
    is_met = pl.col("commitment_id").is_in(sorted(met)).fill_null(value=False)
    near = near.sort(is_met, maintain_order=True)  # what is still to come stands first
    parts = [
        _part(t("The next twelve months: {n}", n=n), near, n=n, met=met),
        _part(t("Later"), events.ahead(found, day, SHOWN, near=False), "narrow"),
        _part(t("Past"), events.past(found, SHOWN), "narrow"),
    ]
    st.html(f'<section class="agenda" aria-label="{t("Agenda")}">{"".join(parts)}</section>')


def _met(rows: pl.DataFrame, day: date) -> set[str]:
    """Return the commitments among the rows that are met already, though their time is not over."""
    keys = rows.filter(pl.col("kind") == "deadline")["commitment_id"].drop_nulls().to_list()
    return queries.met_on(keys, day) if keys else set()


def _part(
    title: str, rows: pl.DataFrame, look: str = "", n: int = 0, met: Collection[str] = ()
) -> str:
    """Return a list under its title; what is beyond the first entries is folded away.

    Args:
        title: What it is.
        rows: Its entries.
        look: Its class.
        n: How many entries there are, if more than ``rows``.
        met: Commitments that are met already.
    """
    t, items = page_state().t, [_entry(row, met) for row in rows.iter_rows(named=True)]
    if not items:
        return ""
    more = "".join(items[SHOWN:])
    if n > len(items):
        left_out = html.escape(t("{n} more are in the rows below.", n=n - len(items)))
        more += f'<li><time></time><span class="mute">{left_out}</span></li>'
    words = html.escape(t("{n} more", n=max(n, len(items)) - SHOWN))
    folded = (
        f'<details><summary>{words}</summary><ul class="dates">{more}</ul></details>'
        if more
        else ""
    )
    first = "".join(items[:SHOWN])
    return (
        f'<div class="{look}"><h2>{html.escape(title)}</h2>'
        f'<ul class="dates">{first}</ul>{folded}</div>'
    )


def _entry(row: Row, met: Collection[str]) -> str:
    """Return one entry: when, what as a link to its record, of which kind, and whose."""
    t = page_state().t
    title, record = t.localized(row, "title"), _record(row)
    linked_title = links.record(*record, title) if record else html.escape(title)
    kind = t.label("milestone_kind", row["kind"])
    done = row["commitment_id"] in met
    state = t.label("due_state", MET) if done else ""
    about = " · ".join(filter(None, (kind, state, t.localized(row, "lane"))))
    when = html.escape(t.partial_date(row["happened_on"]))
    due = row["kind"] == "deadline" and row["phase"] == "ahead" and not done
    look = ' class="due"' if due else ""
    about = f'<span class="mute">{html.escape(about)}</span>'
    return f"<li{look}><time>{when}</time><span>{linked_title}<br>{about}</span></li>"


def _record(row: Row) -> tuple[str, str] | None:
    """Return kind and key of the record that an entry is, or is about."""
    origin, _, key = row["id"].partition(":")
    if origin == "milestone":
        return origin, key
    about = (("commitment", "commitment_id"), ("text", "instrument_id"))
    return next(((kind, row[name]) for kind, name in about if row[name]), None)
