"""Why a query has no result, in the reader's words, and what to do about it."""

import streamlit as st

from dashboard.components.sql.explained import explained
from dashboard.sandbox import SandboxError, service
from dashboard.state.filters import page_state
from dashboard.words.i18n import message

REFUSALS = {
    "not_a_query": message(
        "Only a single statement that reads can run: SELECT, FROM, WITH, VALUES, DESCRIBE,"
        " SUMMARIZE, SHOW, PIVOT or EXPLAIN."
    ),
    "nothing": message("There is no query in this text, only comments."),
    "query": message("DuckDB cannot run this query. It says:"),
    "memory": message(
        "This takes more than the {memory} MB of memory that a query may use. Ask for fewer rows"
        " or columns, or aggregate."
    ),
    "time": message(
        "This takes longer than the {seconds} seconds for which a query may run. Ask for less at"
        " a time."
    ),
    "size": message(
        "The result is larger than {megabytes} MB. Ask for fewer rows or columns; the whole"
        " database can be downloaded under Data and method."
    ),
    "busy": message("Too many queries are waiting. Try again in a moment."),
    "crash": message(
        "DuckDB crashed on this query, in a process of its own; nothing else was affected. Write"
        " it in another way."
    ),
    "long": message("The query and its parameters are too long: {text} characters at most."),
}
"""Why there is no result, by the kind of refusal."""

NO_STATEMENT = "0 statements"
"""The sandbox's message for a text without a query."""


def refusal(error: SandboxError) -> None:
    """Show why there is no result and, if known, what to do; DuckDB's message below."""
    t, text = page_state().t, str(error)
    kind = "nothing" if text == NO_STATEMENT else error.kind
    known = explained(text, t) if kind == "query" else None
    st.error(known or t(REFUSALS[kind], **limits()), icon=":material/block:")
    if text and kind not in ("busy", "nothing"):
        st.code(text, language=None, wrap_lines=True)


def limits() -> dict[str, float]:
    """Return what one query may take, to fill in."""
    limits = service.LIMITS
    return {
        "seconds": limits.seconds,
        "rows": limits.rows,
        "memory": limits.memory,
        "characters": limits.cell_characters,
        "text": limits.query_characters,
        "megabytes": limits.bytes / 1024**2,
    }
