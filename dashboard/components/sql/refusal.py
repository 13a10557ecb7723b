"""Why a question has no answer, in the reader's words, with what to do about it."""

import streamlit as st

from dashboard.components.sql.explained import explained
from dashboard.sandbox import SandboxError, service
from dashboard.state.filters import page_state
from dashboard.words.i18n import message

REFUSALS = {
    "not_a_query": message(
        "Only one statement that reads is answered: SELECT, FROM, WITH, VALUES, DESCRIBE,"
        " SUMMARIZE, SHOW, PIVOT or EXPLAIN."
    ),
    "nothing": message("There is no question in this text, only comments."),
    "query": message("DuckDB cannot answer this. It says:"),
    "memory": message(
        "This takes more memory than one question may have (512 MB). Ask for fewer rows or"
        " columns, or aggregate."
    ),
    "time": message(
        "This takes longer than the {seconds} seconds that one question may have. Ask for less at"
        " a time."
    ),
    "size": message(
        "The answer is larger than {megabytes} MB. Ask for fewer rows or columns; the whole"
        " database can be downloaded under Data and method."
    ),
    "busy": message("Too many questions are waiting in line. Try again in a moment."),
    "crash": message(
        "DuckDB fell over this question, in a process of its own; nothing else was touched. Ask"
        " it in another way."
    ),
    "long": message("The question and its parameters are too long: {text} characters at most."),
}
"""Why there is no answer, by the kind of refusal."""

NOTHING = "0 statements"
"""What the sandbox says of a text without a question."""


def refusal(error: SandboxError) -> None:
    """Show why there is no answer and, if we know, what to do; DuckDB's own words below."""
    t, said = page_state().t, str(error)
    kind = "nothing" if said == NOTHING else error.kind
    known = explained(said, t) if kind == "query" else None
    st.error(known or t(REFUSALS[kind], **limits()), icon=":material/block:")
    if said and kind not in ("busy", "nothing"):
        st.code(said, language=None, wrap_lines=True)


def limits() -> dict[str, float]:
    """Return what one question may take, to fill in."""
    limits = service.LIMITS
    return {
        "seconds": limits.seconds,
        "rows": limits.rows,
        "characters": limits.cell_characters,
        "text": limits.query_characters,
        "megabytes": limits.bytes / 1024**2,
    }
