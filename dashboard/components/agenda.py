"""The timeline as an agenda, for a phone: what comes next, and what was last."""

import html
from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.shaping.timeline import past
from dashboard.state.filters import page_state

SHOWN = 12
"""Entries ahead, and as many that are past; the rows below have all."""

Row = Mapping[str, Any]


def agenda(events: pl.DataFrame, day: date) -> None:
    """Show it in place of the chart on a narrow page (``records.css``); a wide one has the chart.

    Args:
        events: Rows of ``timeline_on``.
        day: The as-of day.
    """
    t = page_state().t
    events = events.filter(~pl.col("known_later"))
    ahead = events.filter(~past(day)).sort("happened_on_earliest", "id").head(SHOWN)
    done = events.filter(past(day)).sort("happened_on_latest", "id", descending=True).head(SHOWN)
    parts = [
        f"<h2>{html.escape(title)}</h2><ul class='dates'>{items}</ul>"
        for title, rows, due in ((t("Planned or ahead"), ahead, "due"), (t("Past"), done, ""))
        if (items := "".join(_entry(row, due) for row in rows.iter_rows(named=True)))
    ]
    st.html(f'<section class="agenda" aria-label="{t("Agenda")}">{"".join(parts)}</section>')


def _entry(row: Row, due: str) -> str:
    """Return one entry: when, what as a link to its record, of which kind, and whose.

    Args:
        row: The event.
        due: The class of an entry that is a deadline.
    """
    t = page_state().t
    title, record = t.localized(row, "title"), _record(row)
    linked_title = links.record(*record, title) if record else html.escape(title)
    kind = t.label("milestone_kind", row["kind"])
    about = " · ".join(filter(None, (kind, t.localized(row, "lane"))))
    when = html.escape(t.partial_date(row["happened_on"]))
    state = f' class="{due}"' if row["kind"] == "deadline" else ""
    about = f'<span class="mute">{html.escape(about)}</span>'
    return f"<li{state}><time>{when}</time><span>{linked_title}<br>{about}</span></li>"


def _record(row: Row) -> tuple[str, str] | None:
    """Return kind and key of the record that an entry is, or is about."""
    origin, _, key = row["id"].partition(":")
    if origin == "milestone":
        return origin, key
    about = (("commitment", "commitment_id"), ("text", "instrument_id"))
    return next(((kind, row[name]) for kind, name in about if row[name]), None)
