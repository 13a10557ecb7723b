"""What a reader of the SQL page asked, and what they have typed since.

The address holds the question that is asked. What is typed and not yet asked is kept here, so
that neither a filter nor another language nor a look at another page loses it.
"""

from collections.abc import Mapping

import streamlit as st

from dashboard.components.sql.saved import defaults_of, name_of, saved_questions
from dashboard.sandbox import service
from dashboard.source import queries
from dashboard.state.address import asked, open_records
from dashboard.state.filters import page_state

DRAFT, LAST, TURN, SHOWN = "sql-draft", "sql-last", "sql-turn", "sql-shown"
CANCELLED = "sql-cancelled"
"""Which question the reader gave up, with its parameters."""
DAY = "day"
"""The parameter that the page itself gives: its as-of day."""
PREFIX = "p_"
"""Before the name of a parameter, in the address."""
DRAWN = ("chart", "x", "y", "colour")
"""What the address says of the chart."""


def question() -> str:
    """Return the question that is asked; a link without one asks the first saved one."""
    said = asked("q")
    sql = said[0] if said else next(iter(saved_questions().values())).sql(page_state().t.language)
    return sql.strip()


def typed() -> str:
    """Return what stands in the editor: what was typed since the question was asked, or it."""
    sql = question()
    which = name_of(sql) or sql
    if st.session_state.get(LAST) != which:
        st.session_state[LAST] = which
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        st.session_state.pop(DRAFT, None)
    text = st.session_state.get(DRAFT)
    st.session_state[SHOWN] = f"{st.session_state[TURN]} {sql}"
    return sql if text is None else str(text)


def is_stale() -> bool:
    """Whether the editor shows another question than the one that is asked."""
    return typed().split() != question().split()


def version() -> str:
    """Return another text whenever the editor has to show something else than what is typed."""
    return str(st.session_state[SHOWN])


def note(text: str, of: str) -> None:
    """Keep what was typed, unless the editor showed another question by then."""
    if of == st.session_state.get(SHOWN):
        st.session_state[DRAFT] = text


def ask(sql: str) -> None:
    """Put a question, and the edition it is asked of, into the address, from a callback.

    A blank stands for no question: an address without any asks the first saved one. Parameters
    that it shares with the question before keep their values; a chart is of one question.
    """
    sql = sql.strip()
    changed = sql.split() != question().split()
    drawn: dict[str, str | None] = dict.fromkeys(DRAWN) if changed else {}
    _put(sql, **(_carried(sql) | drawn))


def ask_afresh(sql: str, values: Mapping[str, str] | None = None) -> None:
    """Ask another question, with these ``values`` and no chart, from a callback."""
    st.session_state.pop(DRAFT, None)
    old = [name for name in st.query_params if name.startswith(PREFIX) or name in DRAWN]
    given = {f"{PREFIX}{name}": value for name, value in (values or {}).items()}
    _put(sql.strip(), **(dict.fromkeys(old) | given))


def _put(sql: str, **codes: str | None) -> None:
    """Put a question into the address, with the day if it asks for it, and ask it anew.

    A link without a day would be answered for another one tomorrow.
    """
    st.session_state.pop(CANCELLED, None)
    service.forget_failure(sql)
    if any(name.lower() == DAY for name in service.parameters_of(sql)):
        codes["as_of"] = page_state().day.isoformat()
    open_records(q=sql or " ", edition=queries.edition() if sql else None, **codes)


def _carried(sql: str) -> dict[str, str | None]:
    """Return the values of the parameters of ``sql``; none for what it does not ask for."""
    before, after = defaults_of(question()), defaults_of(sql)
    carried: dict[str, str | None] = {
        name: None for name in st.query_params if name.startswith(PREFIX)
    }
    for name in service.parameters_of(sql):
        value = next(iter(asked(PREFIX + name)), before.get(name))
        if value is not None and value != after.get(name):
            carried[PREFIX + name] = value
    return carried
