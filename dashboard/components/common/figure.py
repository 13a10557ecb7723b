"""A chart on a page: its finding, its marks, which open their rows, and the ways to take it."""

import html
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import legends, links
from dashboard.components.common.charts import chart as show_figure
from dashboard.components.common.ways_out import chart_address, ways_out
from dashboard.components.common.words import escape
from dashboard.components.records import lists
from dashboard.figures.declared import Chart, Further, MarkRows, View
from dashboard.figures.frame import foot
from dashboard.figures.legend import code_of
from dashboard.figures.prepared import prepared, rendered
from dashboard.figures.written import written
from dashboard.state.address import (
    MARK,
    MARK_MOVED,
    address,
    chosen_values,
    open_mark,
    query_values,
)
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

MOST = 100
"""Rows that are listed below a chart; the file has all of them."""
FURTHER = 10
"""Rows that are listed of what else belongs to a mark."""


def figure(
    chart: Chart,
    values: Mapping[str, Sequence[str]] | None = None,
    *,
    key: str = "",
    on_range: Callable[[str, str], None] | None = None,
    legend: bool = True,
) -> None:
    """Show a chart; choosing a mark draws nothing else of the page anew.

    Args:
        chart: Its declaration.
        values: What it reads of the address, where the page knows better.
        key: A name of its own on the page, where the chart stands there more than once.
        on_range: What dragging across the chart does, with both ends; the page is drawn anew.
        legend: Whether it says what its looks mean; several of one kind say it once for all.
    """
    state = page_state()
    read = {name: chosen_values(name) for name in chart.parameters}
    view = View(state.t, state.day, read | dict(values or {}))
    st.fragment(_figure)(chart, view, key or chart.name, on_range, legend)


def _figure(
    chart: Chart,
    view: View,
    key: str,
    on_range: Callable[[str, str], None] | None,
    legend: bool,
) -> None:
    # The rest of the page shows that time too, and another chart had the mark.
    if st.session_state.pop(f"range-{key}", False) or st.session_state.get(MARK_MOVED):
        st.rerun()
    ready = prepared(chart, view)
    marks, title, t = ready.marks, ready.title, view.t
    if marks.is_empty():
        return
    with st.container(key=f"figure-{key}"):
        st.html(
            f'<div class="figure"><h2>{html.escape(title)}</h2>'
            f"<p>{html.escape(chart.subtitle(view))}</p></div>"
        )
        entries = ready.entries
        if legend and chart.legend:
            legends.show(entries, chart.legend.looks(marks, view), t, key)
        choices = marks.drop_nulls("mark")
        chosen = chosen_mark(key, pl.concat([choices, entries], how="diagonal"))
        only = chosen["mark"] if chosen and code_of(chosen["mark"]) else ""
        parts = json.loads(rendered(chart, view, only))
        show_figure(
            legends.without(parts) if entries.height or not legend else parts,
            f"chart-{key}",
            title,
            chosen=str(chosen["mark"]) if chosen else None,
            on_pick=lambda mark: open_mark(key, mark),
            on_range=on_range and partial(_choose_range, key, on_range),
        )
        found = _found(chart, view, chosen) if chosen else None
        if found:  # a link that stays in sight as long as the chart is
            name = html.escape(t("{name}: {what}", name=found.name, what=""))
            below = html.escape(t("{what} below", what=found.many))
            link = f'<a href="#rows-{key}"><span class="said">{name}</span>{below}</a>'
            st.html(f'<div class="rows-below">{link}</div>')
        st.html(f'<p class="figure-foot">{html.escape(foot(view))}</p>')
        st.html(ways_out(chart, view, title, key, only))
        _choose(choices, key, t)
        if chosen and found:
            _rows(chart, view, chosen["mark"], found, key)


def chosen_mark(key: str, marks: pl.DataFrame) -> Mapping[str, Any] | None:
    """Return the mark that the address names, if the chart has it."""
    value = next(iter(query_values(MARK)), "")
    name, _, mark = value.partition(":")
    found = marks.filter(pl.col("mark") == mark) if name == key else marks.clear()
    return found.row(0, named=True) if found.height else None


def _choose_range(key: str, on_range: Callable[[str, str], None], ends: Sequence[str]) -> None:
    """Do what dragging across a chart does, and note that the whole page must be drawn anew."""
    st.session_state[f"range-{key}"] = True
    on_range(*sorted(ends))


def _choose(marks: pl.DataFrame, key: str, t: Translator) -> None:
    """Let the reader choose a mark without pointing at it."""
    labels = {
        mark: t("{name}: {what}", name=label, what=t.number(n))
        for mark, label, n in marks.select("mark", "label", "n").iter_rows()
    }
    place = f"choose-{key}-{t.language}"
    chosen = chosen_mark(key, marks)
    st.session_state[place] = chosen["mark"] if chosen else None
    st.selectbox(
        t("Show the rows behind"),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        placeholder=t("Click a mark above, or choose it here"),
        key=place,
        on_change=lambda: open_mark(key, st.session_state[place]),
    )


@dataclass(frozen=True)
class _Found:
    """The rows behind the chosen mark, how many there are, and what it is called."""

    behind: MarkRows
    rows: pl.DataFrame
    n: int
    name: str
    many: str


def _found(chart: Chart, view: View, chosen: Mapping[str, Any]) -> _Found:
    behind = chart.rows(view, chosen["mark"])
    rows = behind.rows(MOST if chosen["n"] > MOST else None)
    n = max(rows.height, int(chosen["n"]) if rows.height == MOST else 0)
    many = view.t.plural("{n} row", "{n} rows", n)
    return _Found(behind, rows, n, chosen["label"], many)


def _rows(chart: Chart, view: View, mark: str, found: _Found, key: str) -> None:
    t, behind, rows = view.t, found.behind, found.rows
    caption = t("{name}: {what}", name=found.name, what=found.many)
    here = f'<span id="rows-{key}" class="said rows-here" tabindex="-1">'
    with st.container(key=f"rows-{key}", horizontal=True, vertical_alignment="center"):
        st.button(
            t("{name}: {what}", name=escape(found.name), what=found.many),
            icon=":material/close:",
            key=f"clear-{key}",
            help=t("Show no rows (Escape)"),
            on_click=lambda: open_mark(key, None),
        )
        file = chart_address(f"chart/{chart.name}.csv", chart, view, mark=mark)
        file_link = f'<a href="{html.escape(file)}">{html.escape(t("These rows as CSV"))}</a>'
        st.html(f"{here}{html.escape(caption)}</span>{file_link}", width="content")
        sql_address = address("sql", q=written(behind.query, view.day))
        st.html(links.inside(sql_address, t("The same rows in SQL")), width="content")
    lists.table(behind.relation, rows.head(MOST), behind.columns, caption, link=behind.link)
    if found.n > MOST:
        st.caption(t("{n} more are in the file.", n=found.n - MOST))
    if not code_of(mark):
        for more in chart.further(view, mark):
            _further(more, view)


def _further(more: Further, view: View) -> None:
    """Show more that belongs to a mark: the first rows, and the query for all of them."""
    t, rows = view.t, more.behind.rows()
    title = more.title(t, rows.height)
    in_sql = address("sql", q=written(more.behind.query, view.day))
    st.html(
        f'<h3 class="further">{html.escape(title)}</h3>'
        + (f"<p>{links.inside(in_sql, t('All of them in SQL'))}</p>" if rows.height else "")
    )
    if rows.height:
        first = rows.head(FURTHER)
        lists.table(more.behind.relation, first, more.behind.columns, title, link=more.behind.link)
