"""The parts of the SQL page: what can be asked, and the answer or the wait for it."""

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.components.sql import parameters
from dashboard.components.sql import state as sql_state
from dashboard.components.sql.answer import show
from dashboard.components.sql.browser import relations
from dashboard.components.sql.refusal import limits, refusal
from dashboard.components.sql.saved import defaults_of
from dashboard.sandbox import Progress, SandboxError, service
from dashboard.source import database, queries
from dashboard.state.address import asked
from dashboard.state.filters import page_state

EDITION = re.compile(r"[0-9a-f]{12}")
"""What an edition is named."""

Question = tuple[str, tuple[tuple[str, object], ...]]


def sentence() -> str:
    """Return in words what can be asked, of what, and within what limits."""
    state = page_state()
    t = state.t
    kinds = dict(relations().group_by("kind").len().iter_rows())
    return t(
        "Ask anything of edition {edition}, in DuckDB's SQL: {tables} tables, {views} views and"
        " {macros} macros. Nothing can be changed. `$day` stands for the as-of day, {day}. A"
        " question may take {seconds} seconds; its answer, {rows} rows and {megabytes} MB.",
        edition=f"`{queries.edition()}`",
        tables=kinds.get("table", 0),
        views=kinds.get("view", 0),
        macros=kinds.get("macro", 0),
        day=state.day,
        **limits(),
    )


def answer() -> None:
    """Show the rows of the question, or why there are none."""
    t = page_state().t
    sql = sql_state.question()
    place, way_out = st.empty(), st.empty()
    if not sql:
        place.info(t("No question has been asked: write one above, or take a saved one."))
        return
    values = parameters.values(service.parameters_of(sql), defaults_of(sql))
    if missing := parameters.missing(values):
        names = t.join([f"`${name}`" for name in missing])
        place.info(t("Say above what stands for {names}; then the question is asked.", names=names))
        return
    question = (sql, tuple(values.items()))
    if st.session_state.get(sql_state.CANCELLED) == question:
        with place.container():
            _cancelled()
        return
    st.session_state.pop(sql_state.CANCELLED, None)
    outcome = service.run(sql, values, _waiting(place, way_out, question))
    way_out.empty()
    with place.container():
        _note_edition()
        _note_stale()
        if isinstance(outcome, SandboxError):
            refusal(outcome)
        else:
            show(outcome, sql, values)


def _waiting(place: Any, way_out: Any, question: Question) -> Callable[[Progress], None]:
    """Return what says how long the wait has been, above a way out of it.

    The words stand where the answer to another question stood, which goes. Drawing is what lets
    Streamlit interrupt the script; the question ends with it.
    """
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        place.markdown(_progress(progress))
        if not told:
            way_out.button(
                page_state().t("Cancel"),
                icon=":material/close:",
                key="sql-cancel",
                on_click=_cancel,
                args=(question,),
            )
        told.append(progress)

    return tell


def _progress(progress: Progress) -> str:
    t, seconds = page_state().t, int(progress.seconds)
    if progress.ahead is None:
        return t(":material/progress_activity: Running, {seconds} s.", seconds=seconds)
    if progress.ahead == 0:
        return t(
            ":material/hourglass_top: Waiting in line, the next, {seconds} s.", seconds=seconds
        )
    return t.n(
        ":material/hourglass_top: Waiting in line, {n} question ahead, {seconds} s.",
        ":material/hourglass_top: Waiting in line, {n} questions ahead, {seconds} s.",
        progress.ahead,
        seconds=seconds,
    )


def _cancel(question: Question) -> None:
    st.session_state[sql_state.CANCELLED] = question


def _cancelled() -> None:
    t = page_state().t
    st.info(t("You cancelled this question. It is still above."), icon=":material/close:")
    st.button(
        t("Ask it again"), icon=":material/replay:", key="sql-again", on_click=_forget_cancelling
    )


def _forget_cancelling() -> None:
    st.session_state.pop(sql_state.CANCELLED, None)


def _note_stale() -> None:
    """Say so if the reader has changed the question since it was run."""
    if sql_state.is_stale():
        st.caption(
            page_state().t(
                "This is for the question as it was last run; the text in the editor has changed"
                " since."
            )
        )


def _note_edition() -> None:
    """Say so if the link was made on another edition than the one that answers."""
    t = page_state().t
    meant = next(iter(asked("edition")), "")
    if not meant or meant == queries.edition():
        return
    words = t(
        "This link was made on edition {meant}; the answer is from edition {now}, and may differ.",
        meant=f"`{meant[:40]}`".replace("``", "`"),
        now=f"`{queries.edition()}`",
    )
    if EDITION.fullmatch(meant) and database.kept(meant):
        way = f"editions/{meant}.duckdb"
        words += " " + t("[The file of that edition]({way}) is still here.", way=way)
    st.info(words)
