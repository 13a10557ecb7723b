"""How a chart is taken away from its page: cited, as a file, in a frame, as a query."""

import html
from urllib.parse import urljoin

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.citation import cited
from dashboard.figures.declared import Chart, View
from dashboard.figures.written import written
from dashboard.state.address import MARK, QueryValue, address
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

EMBEDDED = (800, 520)
"""Width and height of the frame that other sites give a chart, in pixels."""


def ways_out(chart: Chart, view: View, title: str, key: str, only: str) -> str:
    """Return the row of quiet links under a chart, or under the one entry of its legend."""
    t, day = view.t, view.day
    seen = {MARK: only} if only else {}
    of = {
        ending: chart_address(f"chart/{chart.name}.{ending}", chart, view, **seen)
        for ending in ("svg", "png", "csv")
    }
    sql_address = address("sql", q=written(chart.query(view), day))
    base = st.context.url or ""
    named = {MARK: f"{key}:{only}"} if only else {}
    here = urljoin(base, chart_address(page_state().page, chart, view, **named))
    alone = urljoin(base, chart_address(f"embed/{chart.name}", chart, view, **seen))
    return (
        f'<div class="ways-out" role="group" aria-label="{html.escape(t("Take this chart away"))}">'
        f"{_folded(t('Cite'), f'{title}. {cited(page_state())} {here}')}"
        f"<span>{_file(of['svg'], t('Image (SVG)'))} {_file(of['png'], 'PNG')}</span>"
        f"{frame(alone, title, t)}"
        f"<span>{_file(of['csv'], t('Data (CSV)'))}</span>"
        f"<span>{links.inside(sql_address, t('Query'))}</span></div>"
    )


def frame(target: str, title: str, t: Translator) -> str:
    """Return what shows, on request, the element with which another site frames an address."""
    wide, high = EMBEDDED
    element = (
        f'<iframe src="{html.escape(target)}" title="{html.escape(title)}" width="{wide}"'
        f' height="{high}" style="border:0" loading="lazy"></iframe>'
    )
    return _folded(t("Embed"), element)


def _folded(label: str, text: str) -> str:
    return (
        f"<details><summary>{html.escape(label)}</summary>"
        f"<code>{html.escape(text)}</code></details>"
    )


def _file(target: str, label: str) -> str:
    return f'<a href="{html.escape(target)}">{html.escape(label)}</a>'


def chart_address(path: str, chart: Chart, view: View, **more: str) -> str:
    """Return an address that has what a chart reads of the address of its page."""
    chosen: dict[str, QueryValue] = {name: view.values.get(name) for name in chart.parameters}
    return address(path, **chosen, **more, as_of=view.day, lang=view.t.language)
