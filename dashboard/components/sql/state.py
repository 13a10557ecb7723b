"""The query of the SQL page, and what a reader has typed since it was run.

The address holds the query that runs. What is typed and not yet run is kept here, so
that neither a filter nor another language nor a look at another page loses it.
"""

from collections.abc import Mapping

import streamlit as st

from dashboard.components.sql import linked
from dashboard.components.sql.saved import defaults_of, name_of, saved_queries
from dashboard.sandbox import service
from dashboard.sandbox.placeholders import parameters_of
from dashboard.source import database
from dashboard.state.address import open_records, query_values
from dashboard.state.filters import page_state

DRAFT, LAST, TURN, SHOWN = "sql-draft", "sql-last", "sql-turn", "sql-shown"
CANCELLED = "sql-cancelled"
"""Which query the reader cancelled, with its parameters."""
DAY = "day"
"""The parameter that the page itself gives: its as-of day."""
PREFIX = "p_"
"""Before the name of a parameter, in the address."""
CHART_PARAMETERS = ("chart", "x", "y", "colour")
"""Parameters of the chart in the address."""


def query() -> str:
    """Return the query of the address; one without a query has the first saved one."""
    given = query_values("q")
    sql = given[0] if given else next(iter(saved_queries().values())).sql(page_state().t.language)
    return sql.strip()


def typed() -> str:
    """Return what stands in the editor: what was typed since the query was run, or the query."""
    sql = query()
    which = name_of(sql) or sql
    if st.session_state.get(LAST) != which:
        st.session_state[LAST] = which
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        st.session_state.pop(DRAFT, None)
    text = st.session_state.get(DRAFT)
    st.session_state[SHOWN] = f"{st.session_state[TURN]} {sql}"
    return sql if text is None else str(text)


def is_stale() -> bool:
    """Whether the editor shows another query than the one of the address."""
    return typed().split() != query().split()


def version() -> str:
    """Return a text that changes whenever the editor has to drop what is typed."""
    return str(st.session_state[SHOWN])


def save_draft(text: str, of: str) -> None:
    """Keep what was typed, unless the editor showed another query by then."""
    if of == st.session_state.get(SHOWN):
        st.session_state[DRAFT] = text


def run(sql: str) -> None:
    """Put a query, and the current edition, into the address, from a callback.

    A blank stands for no query, as an address without any has the first saved one. Parameters
    that it shares with the query before keep their values; a chart is of one query.
    """
    sql = sql.strip()
    changed = sql.split() != query().split()
    cleared: dict[str, str | None] = dict.fromkeys(CHART_PARAMETERS) if changed else {}
    _put(sql, **(_carried(sql) | cleared))


def run_new(sql: str, values: Mapping[str, str] | None = None) -> None:
    """Run another query, with these ``values`` and no chart, from a callback."""
    st.session_state.pop(DRAFT, None)
    old = [name for name in st.query_params if name.startswith(PREFIX) or name in CHART_PARAMETERS]
    given = {f"{PREFIX}{name}": value for name, value in (values or {}).items()}
    _put(sql.strip(), **(dict.fromkeys(old) | given))


def _put(sql: str, **codes: str | None) -> None:
    """Put a query into the address, with the day if it uses that, and let it run again.

    A link without a day would be answered for another one tomorrow.
    """
    st.session_state.pop(CANCELLED, None)
    service.forget_failure(sql)
    linked.accept(sql)
    if any(name.lower() == DAY for name in parameters_of(sql)):
        codes["as_of"] = page_state().day.isoformat()
    open_records(q=sql or " ", edition=database.edition() if sql else None, **codes)


def _carried(sql: str) -> dict[str, str | None]:
    """Return the values of the parameters of ``sql``; none for those that it does not use."""
    before, after = defaults_of(query()), defaults_of(sql)
    carried: dict[str, str | None] = {
        name: None for name in st.query_params if name.startswith(PREFIX)
    }
    for name in parameters_of(sql):
        value = next(iter(query_values(PREFIX + name)), before.get(name))
        if value is not None and value != after.get(name):
            carried[PREFIX + name] = value
    return carried
