"""The parts of the SQL page: the question, the answer, and what can be asked."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import polars as pl
import streamlit as st

from dashboard import asking, database, queries
from dashboard.address import address, asked
from dashboard.components.sql_browser import relations, take
from dashboard.components.sql_refusal import limits, refusal
from dashboard.filters import page_state
from dashboard.sandbox import Answer, SandboxError
from dashboard.saved_questions import name_of, saved_questions

TEXT, SAVED, LAST = "sql-text", "sql-saved", "sql-asked"


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


def question() -> str:
    """Let the reader write a question or take a saved one; the address holds it.

    A link without a question shows the first saved one.
    """
    t = page_state().t
    saved = saved_questions()
    sql = (asked("q") or [next(iter(saved.values())).sql(t.language)])[0].strip()
    if st.session_state.get(LAST) != sql or TEXT not in st.session_state:
        st.session_state[LAST] = st.session_state[TEXT] = sql
    st.session_state[SAVED] = name_of(sql)
    st.selectbox(
        t("Saved questions"),
        list(saved),
        format_func=lambda name: saved[name].titles[t.language],
        placeholder=t("Your own question"),
        key=SAVED,
        on_change=_take_saved,
    )
    st.html(f"<style>.st-key-{TEXT} textarea {{ font-family: monospace }}</style>")
    with st.form("question", border=False):
        st.text_area(t("SQL"), key=TEXT, height=260)
        st.form_submit_button(t("Run"), icon=":material/play_arrow:", on_click=_run)
    return sql


def answer(sql: str) -> None:
    """Show the rows of the question, or why there are none."""
    state = page_state()
    t = state.t
    place = st.empty()  # takes away the answer before, which is not that of this question
    if not sql:
        place.info(t("No question has been asked: write one above, or take a saved one."))
        return
    with place, st.spinner(t("Asking …")):
        outcome = asking.ask(sql, state.day)
    with place.container():
        _note_edition()
        if isinstance(outcome, SandboxError):
            refusal(outcome)
        else:
            _rows(outcome, sql)


def _rows(answer: Answer, sql: str) -> None:
    t, rows = page_state().t, answer.rows
    st.markdown(
        t.n(
            "**{n} row** of {columns} in {seconds} s.",
            "**{n} rows** of {columns} in {seconds} s.",
            rows.height,
            columns=t.n("{n} column", "{n} columns", rows.width),
            seconds=t.number(answer.seconds, 2),
        )
    )
    if answer.truncated:
        st.warning(
            t(
                "There are more: only the first {rows} rows are here and in the downloads.",
                **limits(),
            )
        )
    if rows.is_empty():
        st.info(t("The question is fine, and no row answers it."))
    st.dataframe(rows, key="answer", hide_index=True, column_config=_columns(rows))
    with st.container(horizontal=True):
        _link(sql)
        _download("csv", t("Download CSV"), lambda: database.csv_bytes(rows))
        _download("parquet", t("Download Parquet"), lambda: database.parquet_bytes(rows))


def _link(sql: str) -> None:
    """Offer the address of this answer; that of the page leaves the day out when it is today."""
    state = page_state()
    t = state.t
    target = address("sql", q=sql, as_of=state.day, edition=queries.edition())
    with st.popover(t("Link to this answer"), icon=":material/link:"):
        st.caption(t("This address holds the question, the day and the edition: share it."))
        st.code(urljoin(st.context.url or "", target), language=None, wrap_lines=True)


def _download(kind: str, label: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"answer_{page_state().day.isoformat()}_{queries.edition()}.{kind}",
        icon=":material/download:",
        on_click="ignore",
        key=f"answer-{kind}",
    )


def _note_edition() -> None:
    """Say so if the link was made on another edition than the one that answers."""
    t = page_state().t
    meant = asked("edition")
    if meant and meant[0] != queries.edition():
        st.info(
            t(
                "This link was made on edition {meant}; the answer is from edition {now}, and may"
                " differ.",
                meant=f"`{meant[0][:40]}`".replace("``", "`"),
                now=f"`{queries.edition()}`",
            )
        )


def _columns(rows: pl.DataFrame) -> dict[str, Any]:
    """Show days without a midnight, and addresses as links."""
    day, link = st.column_config.DateColumn(format="YYYY-MM-DD"), st.column_config.LinkColumn()
    days = {name: day for name, kind in rows.schema.items() if kind == pl.Date}
    return days | {name: link for name in rows.columns if name.endswith(("url", "website"))}


def _take_saved() -> None:
    if name := st.session_state[SAVED]:
        take(saved_questions()[name].sql(page_state().t.language))


def _run() -> None:
    take(st.session_state[TEXT])
