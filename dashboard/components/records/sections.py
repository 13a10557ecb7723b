"""The sections of a record: the first rows of each, and all of them page by page."""

import html
from dataclasses import replace
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.figure import figure
from dashboard.components.records import lists
from dashboard.components.records.cells import Cells
from dashboard.components.records.view import AppView, Block, RecordView
from dashboard.figures import CHARTS
from dashboard.kinds import Kind
from dashboard.kinds.declared import Section
from dashboard.kinds.shared import SOURCES
from dashboard.source import records
from dashboard.source.totals import Row
from dashboard.state.address import QueryValue, address
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

ALONE = "section"
"""What the address calls the one section that is opened."""
FEW, MANY = 8, 50
"""Rows of a section among others, and of one that is opened alone."""


def show(section: Section, kind: Kind, facts: Row, day: date) -> None:
    """Show the first rows of a section, and where all of them are; nothing where there is none."""
    first = block(section, kind, facts, day, AppView(page_state().t), FEW)
    if first is None:
        return
    _titled(section)
    if section.chart and first.total >= section.charted_from:
        name, parameter = section.chart
        figure(CHARTS[name], {parameter: [facts[kind.key]]}, key=f"{kind.name}-{section.name}")
    st.html(first.html)
    if first.more:
        st.html(f'<p class="more">{first.more}</p>')


def block(
    section: Section, kind: Kind, facts: Row, day: date, view: RecordView, n: int
) -> Block | None:
    """Return the first ``n`` rows of a section in a view; none where there is no row.

    Args:
        section: Which.
        kind: Of the record.
        facts: Of the record, as its profile has them.
        day: The as-of day.
        view: Where it is shown.
        n: How many rows.
    """
    t = view.t
    rows = _rows(section, kind, facts, day, n, 0, t)
    if not rows.height:
        return None
    total, more = rows[records.TOTAL][0], []
    if total > rows.height:
        key = {kind.parameter: facts[kind.key]}
        more.append(view.page(kind.page, t("All {n}", n=total), **key, **{ALONE: section.name}))
    if section.page and (more or section.of):
        more.append(_filtered(section, kind, facts, view))
    note = t(section.note) if section.note else ""
    listed = _listed(section, rows, view)
    return Block(section.name, t(section.title), listed, note, " · ".join(more), total)


def wholes(kind: Kind, key: str, relation: str, **filters: QueryValue) -> None:
    """Link each section of a record whole, where the page shows them in its own way.

    Args:
        kind: Of the record.
        key: Of the record.
        relation: What has the rows of all of them, for files.
        filters: What the page asks of it besides.
    """
    t, day = page_state().t, page_state().day
    named = [
        links.page(kind.page, t(section.title), **{kind.parameter: key, ALONE: section.name})
        for section in kind.sections
    ]
    dated = {**filters, kind.parameter: key, "as_of": day, "lang": t.language}
    for form in ("csv", "html"):
        path = html.escape(address(f"data/{relation}.{form}", **dated))
        named.append(f'<a href="{path}">{t("All rows")} ({form.upper()})</a>')
    st.header(t("The lists in full"), anchor="lists")
    st.html(f'<p class="more">{" · ".join(named)}</p>')


def alone(kind: Kind, facts: Row, day: date, name: str) -> bool:
    """Show one section whole, page by page; return whether there is one of that name."""
    whole = replace(SOURCES, where=f"about_relation = '{kind.tables[0]}'")
    section = next((each for each in (*kind.sections, whole) if each.name == name), None)
    if section is None:
        return False
    t, view = page_state().t, AppView(page_state().t)
    page, rows = lists.turned(lambda first: _rows(section, kind, facts, day, MANY, first, t), MANY)
    _titled(section)
    if rows.height:
        st.html(_listed(section, rows, view))
        lists.pages(rows[records.TOTAL][0], MANY, page)
    else:
        st.markdown(t("Nothing is on record here on {day}.", day=day))
    key = {kind.parameter: facts[kind.key]}
    parts = [links.page(kind.page, t("Back to the whole record"), **key)]
    if section.page:
        parts.append(_filtered(section, kind, facts, view))
    st.html(f'<p class="more">{" · ".join(parts)}</p>')
    return True


def _rows(
    section: Section, kind: Kind, facts: Row, day: date, limit: int, offset: int, t: Translator
) -> pl.DataFrame:
    return records.belonging(
        section.relation,
        section.by,
        facts[section.of or kind.key],
        day,
        where=section.where.replace("{language}", t.language),
        order=section.order.replace("{language}", t.language),
        limit=limit,
        offset=offset,
        record=facts[kind.key],
    )


def _titled(section: Section) -> None:
    t = page_state().t
    st.header(t(section.title), anchor=section.name)
    if section.note:
        st.caption(t(section.note))


def _listed(section: Section, rows: pl.DataFrame, view: RecordView) -> str:
    return lists.markup(
        Cells(section.relation, rows, view),
        rows,
        section.columns,
        view.t(section.title),
        link=section.link,
        kind=section.kind,
        opens=section.opens,
        spread=section.spread,
    )


def _filtered(section: Section, kind: Kind, facts: Row, view: RecordView) -> str:
    """Link the page on which the rows can be filtered and taken away."""
    page, name = section.page or ("", "")
    words = view.t("Filter and download")
    return view.page(page, words, **{name: facts[section.of or kind.key]})
