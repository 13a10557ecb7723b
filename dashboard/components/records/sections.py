"""The sections of a record: the first rows of each, and all of them page by page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.figure import figure
from dashboard.components.records import lists
from dashboard.components.records.cells import Cells
from dashboard.components.records.drawers import DRAWERS
from dashboard.components.records.view import AppView, Block, RecordView
from dashboard.figures import CHARTS
from dashboard.kinds import Kind
from dashboard.kinds.declared import Section
from dashboard.kinds.shared import SOURCES
from dashboard.source import belonging, records
from dashboard.source.totals import Row
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

ALONE = "section"
"""The parameter that names the one section that is opened."""
MANY = 50
"""Rows of a section that is opened alone."""

Options = Mapping[str, object]
"""Values for optional parameters of macros, by name."""


def show(
    section: Section,
    kind: Kind,
    facts: Row,
    day: date,
    options: Options,
    found: Mapping[str, pl.DataFrame],
) -> bool:
    """Show the first rows of a section, and where all of them are.

    Args:
        section: What is shown.
        kind: Of the record.
        facts: Its profile.
        day: The as-of day.
        options: Values for optional parameters of macros.
        found: First rows that are known already, by section.

    Returns:
        Whether there was anything to show.
    """
    view, key = AppView(page_state().t), facts[kind.key]
    rows = pl.DataFrame()
    if section.relation:
        known = found.get(section.name)
        if known is None:
            known = _rows(section, kind, facts, day, section.most, 0, view.t, options)
        rows = known
        if rows.is_empty():
            return False
    draw = None
    if section.drawer:
        draw = DRAWERS[section.drawer](rows, key, day)
        if draw is None:
            return False
    _titled(section, facts)
    total = rows[records.TOTAL][0] if rows.height else 0
    if section.chart and total >= section.charted_from:
        name, parameter = section.chart
        figure(CHARTS[name], {parameter: [key]}, key=f"{kind.name}-{section.name}")
    if draw:
        draw()
    elif rows.height:
        st.html(_listed(section, rows, view, key))
    if section.most != 1 and (more := _more(section, kind, facts, rows, view)):
        st.html(f'<p class="more">{more}</p>')
    return True


def block(
    section: Section, kind: Kind, facts: Row, day: date, view: RecordView, n: int
) -> Block | None:
    """Return the first ``n`` rows of a section in a view; none where there is no row."""
    if not section.relation:
        return None
    rows, t = _rows(section, kind, facts, day, n, 0, view.t, {}), view.t
    if not rows.height:
        return None
    note, more = _noted(section, facts), _more(section, kind, facts, rows, view)
    listed = _listed(section, rows, view, facts[kind.key])
    return Block(section.name, t(section.title), listed, note and t(note), more)


def alone(kind: Kind, facts: Row, day: date, name: str, options: Options) -> bool:
    """Show one section whole, page by page; return whether there is one of that name."""
    whole = replace(SOURCES, where=f"about_relation = '{kind.tables[0]}'")
    section = next((each for each in (*kind.sections, whole) if each.name == name), None)
    if section is None or not section.relation:
        return False
    t, view, of = page_state().t, AppView(page_state().t), facts[kind.key]
    page, rows = lists.turned(
        lambda first: _rows(section, kind, facts, day, MANY, first, t, options), MANY
    )
    _titled(section, facts)
    if rows.height:
        st.html(_listed(section, rows, view, of))
        lists.pages(rows[records.TOTAL][0], MANY, page)
    else:
        st.markdown(t("Nothing is on record here on {day}.", day=day))
    key = {kind.parameter: of}
    parts = [links.page(kind.page, t("Back to the whole record"), **key)]
    if section.page:
        parts.append(_filtered(section, kind, facts, view))
    st.html(f'<p class="more">{" · ".join(parts)}</p>')
    return True


def _rows(
    section: Section,
    kind: Kind,
    facts: Row,
    day: date,
    limit: int,
    offset: int,
    t: Translator,
    options: Options,
) -> pl.DataFrame:
    # A drawer that shows all itself is only told whether there is any.
    order = "" if limit == 1 else section.order.replace("{language}", t.language)
    return belonging.page(
        section.relation,
        section.by,
        facts[section.of or kind.key],
        day,
        where=section.where.replace("{language}", t.language),
        order=order,
        limit=limit,
        offset=offset,
        record=facts[kind.key],
        found_in=section.found_in,
        options=options,
    )


def _titled(section: Section, facts: Row) -> None:
    t = page_state().t
    if section.title:
        st.header(t(section.title), anchor=section.name)
    if note := _noted(section, facts):
        st.caption(t(note))


def _noted(section: Section, facts: Row) -> str:
    return section.note if not section.noted or facts[section.noted] else ""


def _listed(section: Section, rows: pl.DataFrame, view: RecordView, of: str) -> str:
    return lists.markup(
        Cells(section.relation, rows, view, {*section.columns, section.link}),
        rows,
        section.columns,
        view.t(section.title),
        link=section.link,
        kind=section.kind,
        opens=section.opens,
        spread=section.spread,
        of=of,
    )


def _more(section: Section, kind: Kind, facts: Row, rows: pl.DataFrame, view: RecordView) -> str:
    """Link all rows, where not all are shown, and the page on which they can be filtered."""
    if rows.is_empty():
        return ""
    total, parts = rows[records.TOTAL][0], []
    if total > rows.height:
        key = {kind.parameter: facts[kind.key]}
        label = view.t("All {n}", n=total)
        parts.append(view.page(kind.page, label, **key, **{ALONE: section.name}))
    if section.page and (parts or section.of):
        parts.append(_filtered(section, kind, facts, view))
    return " · ".join(parts)


def _filtered(section: Section, kind: Kind, facts: Row, view: RecordView) -> str:
    """Link the page on which the rows can be filtered and taken away."""
    page, name = section.page or ("", "")
    words = view.t("Filter and download")
    return view.page(page, words, **{name: facts[section.of or kind.key]})
