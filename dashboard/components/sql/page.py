"""The parts of the SQL page: what can be queried, and the result or the wait for it."""

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.components.sql import linked, parameters
from dashboard.components.sql import state as sql_state
from dashboard.components.sql.browser import relations
from dashboard.components.sql.refusal import limits, refusal
from dashboard.components.sql.result import show
from dashboard.components.sql.saved import defaults_of
from dashboard.sandbox import Progress, SandboxError, service
from dashboard.sandbox.placeholders import parameters_of
from dashboard.source import database
from dashboard.state.address import query_values
from dashboard.state.filters import page_state

EDITION = re.compile(r"[0-9a-f]{12}")
"""The name of an edition."""

Query = tuple[str, tuple[tuple[str, object], ...]]


def sentence() -> str:
    """Return in words what can be queried, and within what limits."""
    state = page_state()
    t = state.t
    kinds = dict(relations().group_by("kind").len().iter_rows())
    return t(
        "Query edition {edition} in DuckDB's SQL: {tables} tables, {views} views and {macros}"
        " macros. Nothing can be changed. `$day` stands for the as-of day, {day}. A query may"
        " run for {seconds} seconds and return {rows} rows or {megabytes} MB.",
        edition=f"`{database.edition()}`",
        tables=kinds.get("table", 0),
        views=kinds.get("view", 0),
        macros=kinds.get("macro", 0),
        day=state.day,
        **limits(),
    )


def result() -> None:
    """Show the rows of the query, or why there are none."""
    t = page_state().t
    sql = sql_state.query()
    place, cancel_place = st.empty(), st.empty()
    if not sql:
        place.info(t("There is no query yet: write one above, or choose a saved one."))
        return
    values = parameters.values(parameters_of(sql), defaults_of(sql))
    if missing := parameters.missing(values):
        names = t.join([f"`${name}`" for name in missing])
        place.info(t("Fill in {names} above to run the query.", names=names))
        return
    query = (sql, tuple(values.items()))
    if st.session_state.get(sql_state.CANCELLED) == query:
        with place.container():
            _cancelled()
        return
    st.session_state.pop(sql_state.CANCELLED, None)
    if linked.is_waiting(sql, values):
        place.info(linked.invitation(t), icon=":material/link:")
        return
    outcome = service.run(sql, values, _waiting(place, cancel_place, query))
    cancel_place.empty()
    with place.container():
        _note_edition()
        _note_stale()
        if isinstance(outcome, SandboxError):
            refusal(outcome)
        else:
            show(outcome, sql, values)


def _waiting(place: Any, cancel_place: Any, query: Query) -> Callable[[Progress], None]:
    """Return what shows how long the wait has been, above a button to cancel.

    It replaces the result of another query. Drawing is what lets Streamlit interrupt the script;
    the query ends with it.
    """
    reports: list[Progress] = []

    def show_progress(progress: Progress) -> None:
        place.markdown(_progress(progress))
        if not reports:
            cancel_place.button(
                page_state().t("Cancel"),
                icon=":material/close:",
                key="sql-cancel",
                on_click=_cancel,
                args=(query,),
            )
        reports.append(progress)

    return show_progress


def _progress(progress: Progress) -> str:
    t, seconds = page_state().t, int(progress.seconds)
    if progress.ahead is None:
        return t(":material/progress_activity: Running, {seconds} s.", seconds=seconds)
    if progress.ahead == 0:
        return t(
            ":material/hourglass_top: Waiting, next in the queue, {seconds} s.", seconds=seconds
        )
    return t.plural(
        ":material/hourglass_top: Waiting, {n} query ahead, {seconds} s.",
        ":material/hourglass_top: Waiting, {n} queries ahead, {seconds} s.",
        progress.ahead,
        seconds=seconds,
    )


def _cancel(query: Query) -> None:
    st.session_state[sql_state.CANCELLED] = query


def _cancelled() -> None:
    t = page_state().t
    st.info(t("You cancelled this query. It is still above."), icon=":material/close:")
    st.button(
        t("Run it again"), icon=":material/replay:", key="sql-again", on_click=_forget_cancelling
    )


def _forget_cancelling() -> None:
    st.session_state.pop(sql_state.CANCELLED, None)


def _note_stale() -> None:
    """Say so if the reader has changed the query since it was run."""
    if sql_state.is_stale():
        st.caption(
            page_state().t(
                "This is for the query as it was last run; the text in the editor has changed"
                " since."
            )
        )


def _note_edition() -> None:
    """Say so if the link was made on another edition than the one that answers."""
    t = page_state().t
    meant = next(iter(query_values("edition")), "")
    if not meant or meant == database.edition():
        return
    words = t(
        "This link was made on edition {meant}; the result is from edition {now}, and may differ.",
        meant=f"`{meant[:40]}`".replace("``", "`"),
        now=f"`{database.edition()}`",
    )
    if EDITION.fullmatch(meant) and database.edition_file(meant):
        way = f"editions/{meant}.duckdb"
        words += " " + t("[The file of that edition]({way}) is still here.", way=way)
    st.info(words)
