"""What every record ends with: dates, disagreements, what is not known, sources, how to cite it."""

import html
from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.components.common import correction, following, links
from dashboard.components.records import lists
from dashboard.components.records.cells import Cells
from dashboard.components.records.files import files
from dashboard.components.records.quotation import quotation
from dashboard.kinds import Kind
from dashboard.source import records
from dashboard.source.totals import Row
from dashboard.state.filters import page_state

EVENTS, SOURCES, CASES = 12, 8, 5
"""Rows of each list."""
OWN = ("source_id", "locator", "publisher", "published_on", "read_as", "rows")


def show(kind: Kind, record: Row, day: date, gaps: Sequence[str] = ()) -> None:
    """Show it, for a record of any kind."""
    table, key = kind.tables[0], record["id"]
    if kind.name != "milestone":
        dates(table, key, day)
    _disagreements(table, key)
    _gaps(gaps)
    if kind.name != "source":
        _sources(table, key)
    following.of_record(kind, key)
    quotation(kind, record, day)
    files(kind, key, day)
    correction.show(table, key)


def dates(table: str, key: str, day: date) -> None:
    """Show what happened and what is planned around the day, as an agenda."""
    t = page_state().t
    rows = records.events(table, key, day, EVENTS)
    if rows.is_empty():
        return
    cells = Cells("record_events_on", rows)
    items = []
    for row in rows.iter_rows(named=True):
        title = cells.text(row, "title")
        found = cells.record(row, "record_id", row["record_kind"])
        said = links.record(found[0], found[1], title) if found else html.escape(title)
        # What nobody knew of on the day is pale, and says why.
        notes = [t("known later")] if row["known_later"] else []
        if row["phase"] == "ahead" and not row["known_later"]:
            notes = [cells.text(row, "status")]
        state = "later" if row["known_later"] else row["phase"]
        due = " due" if row["kind"] == "deadline" and state == "ahead" else ""
        note = f' <span class="mute">({html.escape(t.join(notes))})</span>' if notes else ""
        when = html.escape(cells.text(row, "happened_on"))
        items.append(f'<li class="{state}{due}"><time>{when}</time><span>{said}{note}</span></li>')
    st.subheader(t("Dates"), anchor="dates")
    st.html(f'<ul class="dates">{"".join(items)}</ul>')
    total = rows[records.TOTAL][0]
    if total > rows.height:
        said = t("The {n} of {all} that lie nearest to {day}.", n=rows.height, all=total, day=day)
        st.caption(said)


def _disagreements(table: str, key: str) -> None:
    """Say where sources disagree on it, what is carried, and why."""
    t = page_state().t
    rows = records.discrepancies(table, key, CASES, 0)
    if rows.is_empty():
        return
    cells = Cells("record_discrepancies", rows)
    st.subheader(t("Where sources disagree"), anchor="discrepancies")
    items = "".join(
        f"<li>{cells.html(row, 'claims')} "
        + html.escape(
            t(
                "Carried here: {carried} Why: {reason}",
                carried=cells.text(row, "carried"),
                reason=cells.text(row, "reason"),
            )
        )
        + f' <span class="mute">{cells.html(row, "source_id")}</span></li>'
        for row in rows.iter_rows(named=True)
    )
    st.html(f'<ul class="plain spaced">{items}</ul>')
    total = rows[records.TOTAL][0]
    if total > rows.height:
        label = t("All discrepancies of the record")
        st.html(f'<p class="more">{links.page("data", label, part="discrepancies")}</p>')


def _gaps(gaps: Sequence[str]) -> None:
    """Say in words what is not known."""
    if gaps:
        st.subheader(page_state().t("What is not known"), anchor="gaps")
        items = "".join(f"<li>{gap}</li>" for gap in gaps)
        st.html(f'<ul class="plain">{items}</ul>')


def _sources(table: str, key: str) -> None:
    """List what the record rests on: its own sources first, then those of the rows about it."""
    t = page_state().t
    rows = records.sources(table, key, SOURCES, 0)
    if rows.is_empty():
        return
    st.subheader(t("Sources"), anchor="sources")
    lists.table("record_sources", rows, OWN, t("Sources"))
    total = rows[records.TOTAL][0]
    if total > rows.height:
        st.caption(
            t("The {n} of {all} sources on which most of it rests.", n=rows.height, all=total)
        )
