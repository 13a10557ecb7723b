"""Why a question has no answer, in the reader's words, with what to do about it."""

import streamlit as st

from dashboard import asking, database
from dashboard.components.sql_browser import called, relations
from dashboard.filters import page_state
from dashboard.i18n import message
from dashboard.sandbox import SandboxError

REFUSALS = {
    "not_a_query": message(
        "Only one statement that reads is answered: SELECT, FROM, WITH, VALUES, DESCRIBE,"
        " SUMMARIZE, SHOW, PIVOT or EXPLAIN."
    ),
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
    "long": message("The text of the question is too long: {text} characters at most."),
}
"""Why there is no answer, by the kind of refusal."""


def refusal(error: SandboxError) -> None:
    """Show why there is no answer, DuckDB's own words, and what to do about it if we know."""
    t = page_state().t
    words = REFUSALS[error.kind]
    st.error(t(words, **limits()), icon=":material/block:")
    if str(error) and error.kind != "busy":
        st.code(str(error), language=None, wrap_lines=True)
    if error.kind == "query":
        _hint(str(error))


def limits() -> dict[str, float]:
    """Return what one question may take, to fill in."""
    limits = asking.LIMITS
    return {
        "seconds": limits.seconds,
        "rows": limits.rows,
        "characters": limits.characters,
        "text": limits.text,
        "megabytes": limits.bytes / 1024**2,
    }


def _hint(said: str) -> None:
    """Say what to do where DuckDB will not take a macro."""
    t = page_state().t
    macros = dict(relations().filter(kind="macro").select("relation", "type").iter_rows())
    if name := database.macro_named(said, macros):
        call = f"`FROM {called(name, macros[name])}`"
        st.info(t("`{name}` is a macro: {call}", name=name, call=call))
    elif database.takes_day(said):
        st.info(
            t(
                "A day is written {example}, or `$day` for the as-of day.",
                example=f"`{database.DAY}`",
            )
        )
