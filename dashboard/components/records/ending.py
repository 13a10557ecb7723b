"""The end of every record: dates, disagreements, what is not known, sources, how to cite it."""

import html
from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from dashboard.components.common import correction, following
from dashboard.components.records import lists
from dashboard.components.records.cells import Cells
from dashboard.components.records.contents import Part
from dashboard.components.records.files import files
from dashboard.components.records.quotation import quotation
from dashboard.components.records.sections import ALONE
from dashboard.components.records.view import AppView, Block, RecordView
from dashboard.kinds import Kind
from dashboard.kinds.shared import SOURCES as SOURCES_OF
from dashboard.source import records
from dashboard.source.totals import Row
from dashboard.state.filters import page_state

EVENTS, SOURCES, CASES = 12, 8, 5
"""Rows of each list."""


def show(kind: Kind, record: Row, day: date, gaps: Sequence[str] = ()) -> list[Part]:
    """Show it, for a record of any kind.

    Returns:
        Its parts, for the list of contents.
    """
    t, key = page_state().t, record["id"]
    shown = list(blocks(kind, record, day, gaps, AppView(t)))
    for block in shown:
        draw(block)
    quotation(kind, record, day)
    following.of_record(kind, key)
    files(kind, key, day)
    correction.show(kind.tables[0], key)
    closing = (("cite", t("Cite")), ("follow", t("Follow")), ("files", t("The same for programs")))
    return [(block.anchor, block.title) for block in shown] + list(closing)


def draw(block: Block) -> None:
    """Show a part of a record in the app."""
    st.header(block.title, anchor=block.anchor)
    st.html(block.html)
    if block.note:
        st.caption(block.note)
    if block.more:
        st.html(f'<p class="more">{block.more}</p>')


def blocks(
    kind: Kind, record: Row, day: date, gaps: Sequence[str], view: RecordView
) -> Iterator[Block]:
    """Yield what every record ends with and what does not depend on where it is shown.

    The ``gaps``, what is not known, are sentences in HTML.
    """
    table, key, t = kind.tables[0], record["id"], view.t
    found = (
        dates(table, key, day, view) if kind.name != "milestone" else None,
        _disagreements(table, key, view),
        Block("gaps", t("What is not known"), _list(gaps)) if gaps else None,
        _sources(kind, key, view) if kind.name != "source" else None,
    )
    yield from filter(None, found)


def dates(table: str, key: str, day: date, view: RecordView) -> Block | None:
    """Return what happened and what is planned around the day, as an agenda."""
    t = view.t
    rows = records.events(table, key, day, EVENTS)
    if rows.is_empty():
        return None
    cells = Cells("record_events_on", rows, view)
    items = "".join(_event(row, cells) for row in rows.iter_rows(named=True))
    total = rows[records.TOTAL][0]
    note = (
        t("The {n} of {all} that lie nearest to {day}.", n=rows.height, all=total, day=day)
        if total > rows.height
        else ""
    )
    return Block("dates", t("Dates"), f'<ul class="dates">{items}</ul>', note)


def _event(row: Row, cells: Cells) -> str:
    """Return one dated thing as an item of the agenda."""
    t, title = cells.t, cells.text(row, "title")
    found = cells.record(row, "record_id", row["record_kind"])
    linked_title = cells.view.record(found[0], found[1], title) if found else html.escape(title)
    # What nobody knew of on the day is pale, with the reason.
    notes = [t("known later")] if row["known_later"] else []
    if row["phase"] == "ahead" and not row["known_later"]:
        notes = [cells.text(row, "status")]
    state = "later" if row["known_later"] else row["phase"]
    due = " due" if row["kind"] == "deadline" and state == "ahead" else ""
    note = f' <span class="mute">({html.escape(t.join(notes))})</span>' if notes else ""
    when = html.escape(cells.text(row, "happened_on"))
    return f'<li class="{state}{due}"><time>{when}</time><span>{linked_title}{note}</span></li>'


def _disagreements(table: str, key: str, view: RecordView) -> Block | None:
    """Return where sources disagree on it, what is carried, and why."""
    t = view.t
    rows = records.discrepancies(table, key, CASES)
    if rows.is_empty():
        return None
    cells = Cells("record_discrepancies", rows, view)
    items = [
        f"{cells.html(row, 'claims')} "
        + html.escape(
            t(
                "Carried here: {carried} Why: {reason}",
                carried=cells.text(row, "carried"),
                reason=cells.text(row, "reason"),
            )
        )
        + f' <span class="mute">{cells.html(row, "source_id")}</span>'
        for row in rows.iter_rows(named=True)
    ]
    more = ""
    if rows[records.TOTAL][0] > rows.height:
        more = view.page("data", t("All discrepancies of the record"), part="discrepancies")
    listed = _list(items, "plain spaced")
    return Block("discrepancies", t("Where sources disagree"), listed, more=more)


def _sources(kind: Kind, key: str, view: RecordView) -> Block | None:
    """Return what the record rests on: its own sources first, then those of the rows about it."""
    t = view.t
    rows = records.sources(kind.tables[0], key, SOURCES)
    if rows.is_empty():
        return None
    total, more = rows[records.TOTAL][0], ""
    if total > rows.height:
        label = t("All {n}", n=total)
        more = view.page(kind.page, label, **{kind.parameter: key, ALONE: SOURCES_OF.name})
    listed = lists.markup(
        Cells("record_sources", rows, view), rows, SOURCES_OF.columns, t("Sources")
    )
    return Block("sources", t("Sources"), listed, more=more)


def _list(items: Sequence[str], classes: str = "plain") -> str:
    return f'<ul class="{classes}">{"".join(f"<li>{item}</li>" for item in items)}</ul>'
